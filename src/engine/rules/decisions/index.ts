import type { Rule } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";

export const decisionRules: readonly Rule<readonly Decision[]>[] = [];
