import type { Rule } from "../../kernel/rule.ts";
import type { MonitoringComponent } from "../../plan/plan.ts";

export const monitoringRules: readonly Rule<readonly MonitoringComponent[]>[] = [];
