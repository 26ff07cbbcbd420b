import type { Rule } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";

export const accountRules: readonly Rule<readonly AccountRow[]>[] = [];
