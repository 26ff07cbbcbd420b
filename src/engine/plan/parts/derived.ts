import type { CellId } from "../../kernel/outcome.ts";

/** Every derived item: a stable id, the cell it came from, and the reason in words with this plan's own values. */
export interface Derived {
  /** Stable over renames and re-ordering: built from rule words and subject ids, never from names. */
  readonly id: string;
  readonly from: CellId;
  /** One sentence for the person who must approve it; never a repetition of the value. */
  readonly why: string;
}
