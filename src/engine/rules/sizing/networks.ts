import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { keptForServices, networkUse, spokenLines, standIns, type NetworkUse } from "../addresses/network-use.ts";
import { podsHeld } from "../addresses/pods-held.ts";
import { countsOnNodeAddresses } from "../addresses/pods-of-nodes.ts";
import { residentsOf } from "../addresses/residents.ts";
import { workersStand } from "../basics/made-networks.ts";
import { takesWorkloadBlock } from "../workloads/supplier.ts";
import { nodesBySize } from "./nodes.ts";
import { mostClusters } from "./ports.ts";

/** Addresses of the workers' network that the infrastructure hands out, and the number of user clusters at which they end. */
export const networkCeiling = rule<Ceiling>({
  id: "sizing.network",
  title: "Addresses of the workers' network",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const use = read.rule(networkUse, datacenter);
    const sizes = use.datacenters.flatMap((id) => nodesBySize(read, id));
    if (sizes.length === 0) return read.notApplicable("No user cluster is planned here.");
    // A block that nobody has stated yet may lie in it.
    for (const id of use.datacenters) read.rule(takesWorkloadBlock, id);
    read.need(...use.services.open);
    const services = keptForServices(use);
    const planned = sizes.reduce((sum, { count }) => sum + count, 0);
    const ofClusters = sizes.reduce((sum, { count, nodes }) => sum + count * nodes, 0);
    const surge = standIns(read, 1);
    const perCluster = Math.max(...sizes.map(({ nodes }) => nodes)) + surge;
    const kept = standIns(read, planned + use.groups);
    // Pods that take addresses of the same network hold theirs whatever user clusters do here.
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const withPods = workersStand(read, datacenter) === "node-network" ? read.rule(residentsOf, place).clusters.filter((id) => countsOnNodeAddresses(read, id)).map((id) => read.rule(podsHeld, id)) : [];
    const pods = withPods.reduce((sum, held) => sum + held.planned - held.workers - held.standIns, 0);
    return {
      id: `ceiling.network[${datacenter}]`,
      cluster: read.answer(infrastructure.datacenter.seed, datacenter),
      title: `Machines in ${use.block}`,
      used: use.machines + kept + pods,
      limit: use.capacity,
      unit: "addresses",
      maxUserClusters: mostClusters(use.capacity, use.machines - ofClusters + standIns(read, use.groups) + pods, { perCluster, used: ofClusters + standIns(read, planned), sum: "" }, planned),
      raisedBy: "a larger network",
      from: read.cell,
      why: `${spokenLines(use)}; ${formatFigure(kept)} more are kept for machines that replace others for a while,${pods === 0 ? "" : ` ${formatFigure(pods)} for pods that take addresses of it as well,`} ${offTheLimit(use, services)}${new Set(sizes.map(({ nodes }) => nodes)).size > 1 ? ` One more of the largest kind takes ${formatFigure(perCluster)}.` : ""}`,
    };
  },
});

/** Which addresses of the network are not counted, and whether more may be missing; the end of a sentence, and one more. */
function offTheLimit({ keeps }: NetworkUse, services: string | undefined): string {
  const beside = services === undefined ? "" : `, and ${services},`;
  return keeps
    ? `and the ${keeps.count} addresses that ${keeps.title} keeps in each subnet${beside} are off the limit.`
    : `and its network and broadcast address${beside} are off the limit. What the infrastructure keeps for itself beside them is not, so the last addresses may be missing.`;
}
