import { rule, type Rule } from "../../kernel/rule.ts";
import type { Ceiling, ClusterSizing, ControlPlaneSizing } from "../../plan/plan.ts";
import { controlPlaneSizing } from "./control-planes.ts";
import { listenerCeiling } from "./listeners.ts";
import { nodePortCeiling } from "./node-ports.ts";
import { podCeiling } from "./pods.ts";
import { clusterSizing } from "./workers.ts";

/** Rows of a rule that makes one row for each cluster. */
const rowOf = <T>(source: Rule<T>): Rule<readonly T[]> =>
  rule({ id: `${source.id}.row`, title: source.title, per: "cluster", sources: [], derive: (read, cluster) => [read.rule(source, cluster)] });

export const clusterRules: readonly Rule<readonly ClusterSizing[]>[] = [rowOf(clusterSizing)];
export const controlPlaneRules: readonly Rule<readonly ControlPlaneSizing[]>[] = [controlPlaneSizing];
export const ceilingRules: readonly Rule<readonly Ceiling[]>[] = [rowOf(nodePortCeiling), rowOf(listenerCeiling), rowOf(podCeiling)];
