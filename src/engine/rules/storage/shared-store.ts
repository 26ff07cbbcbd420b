import { isSharedStore } from "../../answers/shared-store.ts";
import { sharedBucketNames } from "../../facts/backup.ts";
import { internetFacts } from "../../facts/internet.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether a store gives a bucket name to one of all its customers alone, with the facts that say so. */
export function isShared(read: Reader, host: string): boolean {
  if (!isSharedStore(host)) return false;
  // A service with a page about names of buckets needs no proof that it is a public one.
  const ofOthers = (names: readonly string[]) => names.some((name) => host.toLowerCase() === name || host.toLowerCase().endsWith(`.${name}`));
  if (!ofOthers(read.fact(sharedBucketNames))) read.fact(internetFacts.onInternet);
  return true;
}
