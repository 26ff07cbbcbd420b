import type { TeamId } from "../../answers/question.ts";
import type { WorkId } from "../../facts/schedule.ts";
import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

export interface ChecklistItem extends Derived {
  readonly title: string;
  readonly team: TeamId;
  readonly chapter: string;
  /** Ids of checklist items that come first. */
  readonly dependsOn: readonly string[];
  /** Ids of checklist items that may be ordered at the same time, and that are done before this one can be shown: its proof uses them. */
  readonly shownWith: readonly string[];
  /** How to see that it is done. */
  readonly verify: string;
  /** What to know in doing it, as sentences: values to set, limits to keep, the step that has the commands. */
  readonly how?: string;
  /** Whether an open point stands in its way. */
  readonly blockedBy: readonly AnswerPath[];
  /** Kind of work, from which the lead time comes. */
  readonly work: WorkId;
  /** Working days that it takes once it is ordered. */
  readonly leadTime: number;
  /** Day on which it can be done at the earliest, where the begin of the preparation is known. */
  readonly earliest?: string;
}

/** When the installation can begin. */
export interface ScheduleRow extends Derived {
  /** Working days of the longest chain of checklist items. */
  readonly workingDays: number;
  /** Working days of the installation itself. */
  readonly effort: number;
  /** First day of the installation, where the begin of the preparation is known. */
  readonly earliest?: string;
  /** Set while items wait for answers: with them it may take longer. */
  readonly atLeast?: true;
  /** Checklist items of the longest chain, the first one first. */
  readonly chain: readonly string[];
}

/** A file that somebody writes at a step of the runbook. */
export interface StepFile {
  /** Where it lies in the working copy. */
  readonly name: string;
  readonly language: "hcl" | "yaml";
  /** Its lines; values are escaped, and what nobody has named yet stands as `<fill-in: what>`. */
  readonly lines: readonly string[];
}

export interface RunbookStep extends Derived {
  readonly order: number;
  readonly title: string;
  readonly text: string;
  /** Files that are written before the commands run. */
  readonly files?: readonly StepFile[];
  /** Shell lines; values are quoted. */
  readonly commands: readonly string[];
  /** Answers without which it cannot be told what is done; only where a step, or several, wait in their place. */
  readonly waiting?: readonly Extract<Value<never>, { readonly kind: "open" }>[];
}
