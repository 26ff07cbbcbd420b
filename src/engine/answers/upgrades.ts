/** A step from one format of the plan file to the next. */
export interface Upgrade {
  /** What it changed, as a sentence for the person who opens the file. */
  readonly summary: string;
  readonly apply: (content: Record<string, unknown>) => Record<string, unknown>;
}

/** Upgrades in order: the first leads from format 1 to format 2. Format 1 is the first, so there is none yet. */
export const upgrades: readonly Upgrade[] = [];
