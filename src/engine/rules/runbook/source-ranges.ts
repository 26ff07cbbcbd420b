import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { datacenterName, masterCluster } from "../basics/platform.ts";
import { answersWithout, userClusterRanges } from "../settings/source-ranges.ts";
import { atCluster, type StepRule } from "./step.ts";

/** Templates with which user clusters name the networks that may reach their API servers. */
export const sourceRangesStep: StepRule = rule({
  id: "runbook.source-ranges",
  title: "Step: allowed source ranges",
  per: "plan",
  sources: ["kkp.apiserver-policies"],
  derive: (read) => {
    const datacenters = read.subjects("datacenter").filter((id) => read.optionalRule(userClusterRanges, id) !== undefined);
    const names = datacenters.map((id) => datacenterName(read, id));
    if (names.length === 0) return read.notApplicable("No user cluster names source ranges.");
    const spoken = names.length > 3 ? `${names.length} datacenters` : listed(names);
    return [
      {
        id: "step.source-ranges",
        title: `Let user clusters of ${spoken} name their source ranges`,
        text: `In the dashboard, save a cluster template for ${names.length === 1 ? spoken : `each of ${spoken}`} with the allowed ranges of the table of settings, for all projects, and have user clusters created from it. The ranges of the Seed object alone restrict nothing. The last command lists the ranges of each template; the column is empty where they are missing.`,
        commands: [atCluster(read, read.rule(masterCluster)), "kubectl get clustertemplates -o custom-columns=NAME:.metadata.name,RANGES:.spec.apiServerAllowedIPRanges.cidrBlocks"],
        from: read.cell,
        why: `A user cluster of ${spoken} that is created without ranges has an API server that answers ${listed([...new Set(datacenters.map((id) => answersWithout(read, id)))]).replace("everybody", "every address")}.`,
      },
    ];
  },
});
