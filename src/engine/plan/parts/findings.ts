import type { AnswerValue } from "../../answers/answers.ts";
import type { TeamId } from "../../answers/question.ts";
import type { AnswerPath, SourceId } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

export interface Finding extends Derived {
  /** Id of the check. */
  readonly check: string;
  readonly severity: "blocker" | "warning" | "advice";
  readonly subject: string;
  /** States the fault with its object. */
  readonly title: string;
  /** What is wrong, with the numbers. */
  readonly message: string;
  readonly remedy: string;
  readonly fixes: readonly Fix[];
  /** Answers to look at first; the link back to the questions. */
  readonly answers: readonly AnswerPath[];
}

/** Changes of answers that would remove a finding; applied like any other edit. */
export interface Fix {
  readonly title: string;
  readonly set: readonly { readonly path: AnswerPath; readonly value: AnswerValue }[];
  /** Answers that it takes away, none of which the plan then waits for; the title says so, with the old answer. */
  readonly takeAway?: readonly AnswerPath[];
}

/** A missing answer that something waits for, or that somebody was asked for. */
export interface OpenPoint {
  readonly path: AnswerPath;
  /** Id of the question. */
  readonly question: string;
  /** Place, platform cluster or datacenter id, or `plan`. */
  readonly subject: string;
  /** "Address of vCenter, Frankfurt" */
  readonly title: string;
  readonly team: TeamId;
  /** Who was named when the answer was marked open. */
  readonly owner?: string;
  readonly due?: string;
  /** What waits for it, as people call it: "Firewall rows: 2 with LDAP". Empty where `meanwhile` tells what happens without it. */
  readonly waiting: readonly string[];
  readonly meanwhile?: Meanwhile;
}

/** How the plan goes on without an answer that somebody was asked for while nothing waits for it. */
export type Meanwhile =
  /** A product default stands in, which the assumptions list; worded as people read it. */
  | { readonly kind: "assumed"; readonly shown: string }
  /** The question comes up only once one of these answers is known, or is another than the default that stands in. */
  | { readonly kind: "asked-after"; readonly answers: readonly { readonly path: AnswerPath; readonly title: string; readonly assumed?: string }[] }
  /** Rows are made as if there were nothing to say, and may become others with the answer. `more`: whether other answers are missing, behind which further rows may need it. */
  | { readonly kind: "goes-on"; readonly more: boolean }
  /** No row has come to need it. */
  | { readonly kind: "nothing"; readonly more: boolean };

/** A product default that stands in for an unanswered question. */
export interface Assumption {
  readonly path: AnswerPath;
  readonly question: string;
  readonly subject: string;
  readonly title: string;
  /** The value taken, as text. */
  readonly value: string;
  /** The same as people read it: choices by their labels. */
  readonly shown: string;
  readonly sentence: string;
  readonly source: SourceId;
  /** The answer stays empty when this holds, so there is no value to confirm. */
  readonly empty?: true;
}
