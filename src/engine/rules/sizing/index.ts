import { rule, type Rule } from "../../kernel/rule.ts";
import type { Ceiling, ClusterSizing } from "../../plan/plan.ts";
import { clusterSizing } from "./workers.ts";

const rows = rule<readonly ClusterSizing[]>({
  id: "sizing.clusters",
  title: "Sizing of the cluster",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => [read.rule(clusterSizing, cluster)],
});

export const clusterRules: readonly Rule<readonly ClusterSizing[]>[] = [rows];
export const ceilingRules: readonly Rule<readonly Ceiling[]>[] = [];
