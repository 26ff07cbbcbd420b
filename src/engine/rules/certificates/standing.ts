import type { Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { entryAt, installedRelease, replacedAt, replacedEntry, runsAlready } from "../basics/platform.ts";

/** Whether the Secrets of a cluster's entry hold their certificates already: an upgrade that keeps the entry asks for none. */
export const certificatesStand = (read: Reader, cluster: string): boolean => runsAlready(read) && replacedAt(read, cluster) === undefined;

/** The entry that presents certificates of a cluster before an upgrade, and whether it stays. */
export interface StandingEntry {
  readonly entry: PlatformEntry;
  readonly stays: boolean;
}

/** The entry of a cluster on the installed platform; undefined where none is installed, or nobody says so yet. Never waits. */
export function standingEntry(read: Reader, cluster: string): StandingEntry | undefined {
  if (read.outcome(installedRelease).kind !== "known") return undefined;
  const former = read.outcome(replacedEntry);
  if (former.kind === "waiting") return undefined;
  const entry = read.rule(entryAt, cluster);
  const goes = former.kind === "known" && former.value.entry.title !== entry.title;
  return goes ? { entry: former.value.entry, stays: false } : { entry, stays: true };
}
