import type { Rule } from "../../kernel/rule.ts";
import type { ChecklistItem, ScheduleRow, ToolRow } from "../../plan/plan.ts";
import { checklist, drafts, items } from "./all.ts";
import { checkTools } from "./check-tools.ts";
import { installationDay } from "./installation-day.ts";
import { calledFrom, wayThere } from "./way-in.ts";

/** What single items of the list are made by, and what gathers them. */
export const itemRules: readonly Rule<unknown>[] = items;
export const gatheringRules: readonly Rule<unknown>[] = [drafts, checklist, installationDay, checkTools, wayThere, calledFrom];
/** What the items are looked at with. */
export const checkToolRules: readonly Rule<readonly ToolRow[]>[] = [checkTools];
export const checklistRules: readonly Rule<readonly ChecklistItem[]>[] = [checklist];
export const scheduleRules: readonly Rule<readonly ScheduleRow[]>[] = [installationDay];
