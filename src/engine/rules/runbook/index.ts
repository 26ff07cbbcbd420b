import type { Rule } from "../../kernel/rule.ts";
import type { RunbookStep } from "../../plan/plan.ts";

export const runbookRules: readonly Rule<readonly RunbookStep[]>[] = [];
