import { storage } from "../../answers/chapters/storage.ts";
import { mlaPlacement } from "../../facts/placement.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, runsAlready } from "../basics/platform.ts";
import { clusterSizing } from "../sizing/workers.ts";
import { itemOf, type Draft } from "./item.ts";

/** Workers for the MLA stacks alone of a platform that runs: nobody makes them with the cluster. */
const mlaWorkers = rule<readonly Draft[]>({
  id: "checklist.mla-workers",
  title: "Checklist: workers of the MLA stacks",
  per: "cluster",
  sources: ["kubernetes.taints", "kkp.code.monitoring-values"],
  derive: (read, cluster) => {
    if (!runsAlready(read)) return read.notApplicable("They are made with the cluster.");
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    if (dedicated === 0) return read.notApplicable("The MLA stacks have no workers of their own.");
    const name = clusterName(read, cluster);
    const { key, value, effect } = read.fact(mlaPlacement);
    return [
      itemOf(read, `mla-workers[${cluster}]`, {
        title: `${formatCount(dedicated, "worker")} of ${name} for the MLA stacks alone`,
        team: "infrastructure",
        chapter: "monitoring",
        verify: `\`kubectl get nodes\` shows ${formatCount(workers, "worker")} as Ready, and the runbook has the names of the ${dedicated} that get the label ${key}=${value} and the taint ${key}=${value}:${effect}`,
        why: `The other ${workers - dedicated} carry everything else of ${name}, and from the step that marks these on nothing new starts beside the stacks.`,
      }),
    ];
  },
});

/** A driver of the customer's own beside workers that only the MLA stacks may use: its part on each node must be let in as well. */
const mlaDriver = rule<readonly Draft[]>({
  id: "checklist.mla-driver",
  title: "Checklist: storage driver on workers of the MLA stacks",
  per: "cluster",
  sources: ["kubernetes.taints"],
  derive: (read, cluster) => {
    const { dedicated = 0 } = read.rule(clusterSizing, cluster);
    if (dedicated === 0) return read.notApplicable("The MLA stacks have no workers of their own.");
    if (read.answer(storage.cluster.fastClass, cluster) !== "other") return read.notApplicable("The driver comes with the infrastructure and runs on every node.");
    const name = clusterName(read, cluster);
    const { key, value, effect } = read.fact(mlaPlacement);
    return [
      itemOf(read, `mla-driver[${cluster}]`, {
        title: `Storage driver of ${name} that tolerates the taint of the MLA workers`,
        team: "storage",
        chapter: "storage",
        verify: `The values of the driver let its part on each node tolerate ${key}=${value}:${effect}; once workers carry the taint, \`kubectl get csinodes\` shows the driver on them too`,
        why: `Volumes of the stacks are mounted by the driver on the same worker: where its pod is kept off ${name}'s MLA workers, no pod of the stacks with a volume starts there.`,
      }),
    ];
  },
});

export const mlaWorkerItems: readonly Rule<readonly Draft[]>[] = [mlaWorkers, mlaDriver];
