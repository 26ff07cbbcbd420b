import type { Rule } from "../../kernel/rule.ts";
import type { MonitoringComponent } from "../../plan/plan.ts";
import { mlaStack, userClusterMlaStack } from "./stacks.ts";

export const monitoringRules: readonly Rule<readonly MonitoringComponent[]>[] = [mlaStack, userClusterMlaStack];
