import { sharedBucketNames } from "../facts/backup.ts";
import { internetFacts } from "../facts/internet.ts";
import { isAtOrBelow } from "../values/hostname.ts";

/** Whether a host is a store that others use as well, so that a name which everybody thinks of first is given away there. */
export function isSharedStore(host: string | undefined): boolean {
  const name = host?.toLowerCase();
  return name !== undefined && [...internetFacts.onInternet.value.names, ...sharedBucketNames.value].some((one) => isAtOrBelow(name, one));
}
