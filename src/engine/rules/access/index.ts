import type { Rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";

export const accessRules: readonly Rule<readonly AccessRow[]>[] = [];
