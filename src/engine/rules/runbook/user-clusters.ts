import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, datacenterName, seeds } from "../basics/platform.ts";
import { shownLater, USER_CLUSTERS_TITLE } from "../workloads/shown-later.ts";
import { atCluster, type StepRule } from "./step.ts";

/** What no machine shows before there is a user cluster, so that no item of the checklist can wait for it. */
export const userClustersStep: StepRule = rule({
  id: "runbook.user-clusters",
  title: "Step: first user clusters",
  per: "plan",
  sources: [],
  derive: (read) => {
    const shown = read.subjects("datacenter").map((id) => ({ id, clauses: read.optionalRule(shownLater, id) ?? [] })).filter(({ clauses }) => clauses.length > 0);
    if (shown.length === 0) return read.notApplicable("Everything shows before.");
    const clauses = [...new Set(shown.flatMap((one) => one.clauses))];
    const sentences = clauses.map((clause) => `${listed(shown.filter((one) => one.clauses.includes(clause)).map(({ id }) => datacenterName(read, id)))}: ${clause}.`);
    const owners = read.rule(seeds).filter((seed) => shown.some(({ id }) => read.answer(infrastructure.datacenter.seed, id) === seed));
    return [
      {
        id: "step.user-clusters",
        title: USER_CLUSTERS_TITLE,
        text: `In a user cluster of each datacenter that is named: ${sentences.join(" ")} The commands list user clusters of ${listed(owners.map((seed) => clusterName(read, seed)))} with their datacenters and namespaces.`,
        commands: owners.flatMap((seed) => [atCluster(read, seed), "kubectl get clusters -o custom-columns=NAME:.metadata.name,DATACENTER:.spec.cloud.dc,NAMESPACE:.status.namespaceName"]),
        from: read.cell,
        why: `Nothing of it shows before a user cluster is there, and tenants would find it out by a fault.`,
      },
    ];
  },
});
