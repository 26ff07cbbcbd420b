import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { controlPlaneTaints, logAgents, mlaPlacement, placedCaches, placedCharts, placedProxies } from "../../facts/placement.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { nameOfCluster, releaseIn } from "../basics/platform.ts";
import { ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "../certificates/hosts.ts";
import { mlaValues, setting, userClusterMlaValues } from "./setting.ts";

/** Ends the rule where the stacks share the workers of everything else. */
function onlyDedicated(read: Reader): void {
  if (read.answer(observability.plan.nodes) === "shared") read.notApplicable("The MLA stacks run on the workers that carry everything.");
}

/** What tolerates the taint of the workers. */
function toleration(read: Reader): string {
  const { key, value, effect } = read.fact(mlaPlacement);
  return `key ${key}, value ${value}, effect ${effect}`;
}

/** What brings pods to their workers, and through the taint that keeps others off. */
function placed(read: Reader): string {
  const { key, value } = read.fact(mlaPlacement);
  return `nodeSelector ${key}: ${value}, tolerations [${toleration(read)}]`;
}

const exposes = (read: Reader, cluster: string, ...rules: readonly Rule<readonly unknown[]>[]): boolean => rules.some((each) => (read.optionalRule(each, cluster)?.length ?? 0) > 0);

/** Fields with which the MLA stack of a master or Seed stands on workers of its own. */
export const mlaPlacementFields = rule<readonly Setting[]>({
  id: "settings.mla-placement",
  title: "Workers of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.monitoring-values", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    onlyDedicated(read);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: () => string, why: string) => setting(read, { topic: "monitoring", object: mlaValues(name), id: `monitoring.${id}[${cluster}]`, field, value, why });
    const parts = () => [...read.fact(placedCharts)["seed-mla"].parts, ...(exposes(read, cluster, platformInterfaceHosts, ownInterfaceHosts) ? [read.fact(placedProxies)] : [])];
    const agent = () => read.fact(logAgents)[releaseIn(read).id];
    return [
      row("placement", `nodeSelector and tolerations below ${listed(read.aside(parts))}`, () => {
        parts();
        return placed(read);
      }, `The taint keeps other pods of ${name} off these workers, and the stack has no one field that would bring all its parts there.`),
      row("placement-agent", `${read.aside(agent)}.tolerations`, () => {
        agent();
        return `${toleration(read)}, beside ${read.fact(controlPlaneTaints).map((key) => `key ${key}, operator Exists, effect NoSchedule`).join(", and ")}`;
      }, `Logs of the workers of ${name} that carry the MLA alone leave them only by an agent that tolerates their taint; the list of the chart, which is for control planes, is replaced as a whole.`),
    ];
  },
});

/** The same for the user-cluster MLA. */
export const userClusterMlaPlacementFields = rule<readonly Setting[]>({
  id: "settings.mla-placement-user-clusters",
  title: "Workers of the user-cluster MLA",
  per: "cluster",
  sources: ["kkp.code.mla-values", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    onlyDedicated(read);
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: () => string, why: string) => setting(read, { topic: "monitoring", object: userClusterMlaValues(name), id: `monitoring.${id}[${cluster}]`, field, value, why });
    const asText = () => read.fact(placedCharts)["usercluster-mla"].asText;
    const below = () => {
      const { parts, store } = read.fact(placedCharts)["usercluster-mla"];
      return [...parts, ...read.fact(placedCaches)[releaseIn(read).id], ...(read.answer(observability.plan.objectStore) === "s3" ? [] : store), ...(exposes(read, cluster, seedInterfaceHosts) ? [read.fact(placedProxies)] : [])];
    };
    return [
      row("placement-users", `nodeSelector and tolerations below ${listed(read.aside(below))}`, () => {
        below();
        return placed(read);
      }, `Metrics and logs of all user clusters of ${name} pass these pods: a part that is left out stands beside their etcd and competes with it for memory and disks.`),
      row("placement-text", `nodeSelector and tolerations below ${listed(read.aside(asText))}`, () => {
        asText();
        return `${placed(read)}, each as a text block`;
      }, `The chart of Consul on ${name} puts both in as text, and fields in their place would break its manifest.`),
    ];
  },
});
