import type { Rule } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";

export const checklistRules: readonly Rule<readonly ChecklistItem[]>[] = [];
