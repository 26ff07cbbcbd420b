import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

/** An important choice of this plan and what it brings. */
export interface Decision extends Derived {
  readonly question: AnswerPath;
  readonly title: string;
  readonly choice: string;
  readonly assumed: boolean;
}

/** Part of the plan that a field belongs to: where its table stands. */
export type SettingTopic = "platform" | "seeds" | "balancers" | "families" | "dns" | "certificates" | "internet" | "storage" | "login" | "control-planes" | "monitoring";

/** A field that these answers decide and that no default of the product would set. */
export interface Setting extends Derived {
  readonly topic: SettingTopic;
  /** What carries the field: an object of the Kubernetes API, a file of Helm values, or the Helm values of a chart. */
  readonly object: string;
  readonly field: string;
  readonly value: Value<string>;
}
