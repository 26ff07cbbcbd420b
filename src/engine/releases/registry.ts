import type { ReleaseId } from "../facts/source.ts";
import { release228 } from "./2.28.ts";
import { release229 } from "./2.29.ts";
import { release230 } from "./2.30.ts";
import { release231 } from "./2.31.ts";
import type { Release } from "./release.ts";

/** All releases, oldest first. */
export const releases: readonly Release[] = [release228, release229, release230, release231];

/** The record of a release id. */
export function releaseOf(id: ReleaseId): Release {
  const found = releases.find((release) => release.id === id);
  if (!found) throw new Error(`Release ${id} is not in the registry`);
  return found;
}
