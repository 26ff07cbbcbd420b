import { isSharedStore } from "../../answers/shared-store.ts";
import { sharedBucketNames } from "../../facts/backup.ts";
import { internetFacts } from "../../facts/internet.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether a store gives a bucket name to one of all its customers alone, with the facts that say so. */
export function isShared(read: Reader, host: string): boolean {
  read.fact(internetFacts.onInternet);
  read.fact(sharedBucketNames);
  return isSharedStore(host);
}
