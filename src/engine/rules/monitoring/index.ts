import type { Rule } from "../../kernel/rule.ts";
import type { AlertRow, MonitoringComponent, MonitoringLoad } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { alerts } from "./alerts.ts";
import { monitoringLoad } from "./expected-load.ts";
import { mlaStack, userClusterMlaStack } from "./stacks.ts";

export const componentRules: readonly Rule<readonly MonitoringComponent[]>[] = [mlaStack, userClusterMlaStack];
export const loadRules: readonly Rule<readonly MonitoringLoad[]>[] = [listOf(monitoringLoad)];
export const alertRules: readonly Rule<readonly AlertRow[]>[] = [alerts];
