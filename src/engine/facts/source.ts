import type { SourceId } from "../kernel/outcome.ts";

export const RELEASE_IDS = ["2.28", "2.29", "2.30", "2.31"] as const;
/** KKP minor releases this catalogue knows. */
export type ReleaseId = (typeof RELEASE_IDS)[number];

/** Where a reader can check a statement. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  /** https link to the page or file. */
  readonly url: string;
  /** KKP releases it was read for. */
  readonly releases: readonly ReleaseId[];
}

/** Whether a source is an internet standard, which no release of the product changes. */
export const isStandard = (source: SourceId): boolean => source.startsWith("rfc.");
