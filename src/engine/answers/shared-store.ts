import { commonEndpoints, sharedBucketNames } from "../facts/backup.ts";
import { isAtOrBelow } from "../values/hostname.ts";

/**
 * Whether a host is a store whose bucket names all its customers share, so that a name which everybody thinks of first is given away
 * there. A private endpoint of such a store counts as well, other than among hosts on the internet (`onInternet`): it is another way
 * to the same buckets. Services on the internet that keep no buckets, or keep those of each account apart, do not.
 */
export function isSharedStore(host: string | undefined): boolean {
  const name = host?.toLowerCase();
  return name !== undefined && [...sharedBucketNames.value, ...commonEndpoints.value].some((one) => isAtOrBelow(name, one));
}
