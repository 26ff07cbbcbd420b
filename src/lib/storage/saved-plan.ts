import type { PlanRow } from "./database.ts";
import type { PlanState } from "./plan-state.ts";

/** A plan with everything that people said and did. */
export interface SavedPlan {
  readonly row: PlanRow;
  readonly state: PlanState;
  /** The browser would not keep it; it lives until the page goes. */
  readonly refused?: true;
  /** Taken from a note; what the database holds is older. */
  readonly ahead?: true;
}

/** A write came too late: the plan was deleted, in this or another tab. */
export class PlanGone extends Error {
  constructor() {
    super("This plan was deleted.");
    this.name = "PlanGone";
  }
}
