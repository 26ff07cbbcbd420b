import type { AnswerPath, Answers } from "../../engine/index.ts";

/** Text that is no answer yet, with the sentence that says why. Kept apart from the answers, so that no export holds it. */
export interface Draft {
  readonly text: string;
  readonly error: string;
}

export type Drafts = Readonly<Record<AnswerPath, Draft>>;

/** One point in the history, with the words for the change that led away from it. */
export interface Step {
  readonly name: string;
  readonly answers: Answers;
  readonly label: string;
  /** What was typed, while more of the same may join this step. */
  readonly typed?: string;
}

/** Everything a person can change in a plan. Plain data: it is stored as it stands. */
export interface PlanState {
  readonly name: string;
  readonly answers: Answers;
  readonly drafts: Drafts;
  /** States to go back to, latest last. */
  readonly past: readonly Step[];
  /** States to go forward to, nearest first. */
  readonly future: readonly Step[];
}
