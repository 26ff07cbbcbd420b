import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { allOf, clusterName, clustersIn, datacenterName, masterCluster, placeName, writtenName } from "../basics/platform.ts";
import { seedOf } from "../firewall/subjects.ts";
import { decisionOn } from "./decision.ts";

/** Workers far from the master: served by a Seed elsewhere, or by one beside them. */
export const integrationDecision = rule<readonly Decision[]>({
  id: "decisions.integration",
  title: "Decision about the integration of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.add-seed"],
  derive: (read, datacenter) => {
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const seed = seedOf(read, datacenter);
    const master = read.rule(masterCluster);
    if (read.answer(infrastructure.cluster.place, master) === place) return read.notApplicable("The workers stand where the master does.");
    const beside = read.answer(infrastructure.cluster.place, seed) === place;
    const count = formatCount(allOf(read.rule(clustersIn, datacenter)), "user cluster");
    const [name, there, of, written] = [datacenterName(read, datacenter), placeName(read, place), clusterName(read, seed), writtenName(read, seed)];
    const { title, support }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const why = beside
      ? `Control planes of ${count} stand in ${there} beside their workers and go on without the master; ${of} brings machines, addresses and names of its own, and the master must reach its Kubernetes API.`
      : `Workers of ${count} on ${title} dial ${of} across sites and no cluster is added in ${there}; while the way between them is down, their control planes are out of reach.`;
    if (support) read.cite(...support.sources);
    const decision = decisionOn(read, infrastructure.datacenter.seed, datacenter, { id: "integration", title: `Integration of ${name}`, why: support ? `${why} ${support.statement}` : why });
    return [{ ...decision, choice: beside ? `A Seed beside the workers (option II): ${written}` : `Workers only (option I), served by ${written}` }];
  },
});
