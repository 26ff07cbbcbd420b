import { mlaPlacement } from "../../facts/placement.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, installedRelease } from "../basics/platform.ts";
import { clusterSizing } from "../sizing/workers.ts";
import { itemOf, type Draft } from "./item.ts";

/** Workers for the MLA stacks alone of a platform that runs: nobody makes them with the cluster. */
const mlaWorkers = rule<readonly Draft[]>({
  id: "checklist.mla-workers",
  title: "Checklist: workers of the MLA stacks",
  per: "cluster",
  sources: ["kubernetes.taints", "kkp.code.monitoring-values"],
  derive: (read, cluster) => {
    if (!read.optionalRule(installedRelease)) return read.notApplicable("They are made with the cluster.");
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

export const mlaWorkerItems: readonly Rule<readonly Draft[]>[] = [mlaWorkers];
