import { isSharedStore } from "../../answers/shared-store.ts";
import { commonEndpoints, sharedBucketNames } from "../../facts/backup.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Whether a store gives a bucket name to one of all its customers alone, with the fact that says so. */
export function isShared(read: Reader, host: string): boolean {
  if (!isSharedStore(host)) return false;
  // A service with a page about names of buckets needs no proof by its endpoint.
  if (!read.fact(sharedBucketNames).some((name) => isAtOrBelow(host.toLowerCase(), name))) read.fact(commonEndpoints);
  return true;
}
