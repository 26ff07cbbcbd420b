import type { Rule } from "../../kernel/rule.ts";
import type { Ceiling, ClusterSizing } from "../../plan/plan.ts";

export const clusterRules: readonly Rule<readonly ClusterSizing[]>[] = [];
export const ceilingRules: readonly Rule<readonly Ceiling[]>[] = [];
