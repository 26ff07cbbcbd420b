import type { Rule } from "../../kernel/rule.ts";
import type { ChecklistItem, ScheduleRow } from "../../plan/plan.ts";
import { checklist } from "./all.ts";
import { installationDay } from "./installation-day.ts";

export const checklistRules: readonly Rule<readonly ChecklistItem[]>[] = [checklist];
export const scheduleRules: readonly Rule<readonly ScheduleRow[]>[] = [installationDay];
