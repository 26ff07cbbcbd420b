import { isSharedStore } from "../../answers/shared-store.ts";
import { sharedBucketNames } from "../../facts/backup.ts";
import { internetFacts } from "../../facts/internet.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Whether a store gives a bucket name to one of all its customers alone, with the facts that say so. */
export function isShared(read: Reader, host: string): boolean {
  if (!isSharedStore(host)) return false;
  // A service with a page about names of buckets needs no proof that it is a public one.
  if (!read.fact(sharedBucketNames).some((name) => isAtOrBelow(host.toLowerCase(), name))) read.fact(internetFacts.onInternet);
  return true;
}
