import { growth } from "../../answers/chapters/growth.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling, DhcpUse } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { datacenterDhcp, placeDhcp } from "../addresses/dhcp.ts";
import { residentsOf } from "../addresses/residents.ts";
import { leaseMates } from "../addresses/shared-networks.ts";
import { datacenterName, placeName } from "../basics/platform.ts";
import { nodesBySize } from "./nodes.ts";
import { mostClusters } from "./ports.ts";
import { workersStand } from "../basics/made-networks.ts";

/** Leases of one user cluster of each size: its nodes, those that autoscaling may add, and the machine that replaces another. */
const sizesOf = (read: Reader, datacenter: string) =>
  nodesBySize(read, datacenter).map(({ count, nodes, question }) => {
    const most = question === infrastructure.datacenter.nodesPerCluster ? read.answer(growth.datacenter.mostNodesPerCluster, datacenter) : nodes;
    return { count, nodes, grows: most > nodes, held: Math.max(nodes, most) + read.fact(machineSurge) };
  });

/** Leases of user clusters in a DHCP range against what it holds, and the number of user clusters at which they end. */
function ceilingOf(read: Reader, id: string, title: string, datacenters: readonly string[], { leases, room, capacity, range }: DhcpUse): readonly Ceiling[] {
  const sizes = datacenters.flatMap((datacenter) => sizesOf(read, datacenter));
  const [first] = datacenters;
  if (first === undefined || sizes.length === 0) return [];
  const ofNodes = sizes.reduce((sum, { count, nodes }) => sum + count * nodes, 0);
  const ofClusters = sizes.reduce((sum, { count, held }) => sum + count * held, 0);
  const planned = sizes.reduce((sum, { count }) => sum + count, 0);
  const perCluster = Math.max(...sizes.map(({ held }) => held));
  const workers = leases - ofNodes;
  const fixed = leases + room - ofClusters;
  return [{
    id,
    cluster: read.answer(infrastructure.datacenter.seed, first),
    title,
    used: leases + room,
    limit: capacity,
    unit: "leases",
    maxUserClusters: mostClusters(capacity, fixed, { perCluster, used: ofClusters, sum: "" }, planned),
    raisedBy: "a longer range",
    from: read.cell,
    why: `${workers === 0 ? "" : `${formatCount(workers, "lease")} for workers of the platform and `}${formatFigure(ofNodes)} for nodes of ${formatCount(planned, "user cluster")} come from ${range}, and ${formatFigure(room)} more are kept for machines that replace others${sizes.some(({ grows }) => grows) ? " and for those that autoscaling may add" : ""}: ${formatFigure(leases + room)} in all. One more of the largest kind takes ${formatFigure(perCluster)}, those kept for it among them${workers === 0 ? "" : ", and workers that the platform needs for it come on top"}.`,
  }];
}

/** Leases of a place's node network; none where no user cluster takes one there. */
export const placeLeaseCeiling = rule<readonly Ceiling[]>({
  id: "sizing.leases",
  title: "Leases of the DHCP range for user clusters",
  per: "place",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  derive: (read, place) =>
    read.rule(placeDhcp, place).flatMap((use) => {
      const here = read.rule(residentsOf, place).datacenters.filter(
        (id) => providerOf(read.answer(infrastructure.datacenter.provider, id)).machineAddresses === "dhcp-server" && workersStand(read, id) === "node-network",
      );
      return ceilingOf(read, `ceiling.leases[${place}]`, `Leases at ${placeName(read, place)}`, here, use);
    }),
});

/** Leases of a worker network of a datacenter's own. */
export const datacenterLeaseCeiling = rule<readonly Ceiling[]>({
  id: "sizing.leases-of-workers",
  title: "Leases of the workers' DHCP range for user clusters",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  derive: (read, datacenter) =>
    read.rule(datacenterDhcp, datacenter).flatMap((use) => {
      const mates = leaseMates(read, datacenter);
      return ceilingOf(read, `ceiling.leases-of-workers[${datacenter}]`, `Leases of workers of ${listed(mates.map((id) => datacenterName(read, id)))}`, mates, use);
    }),
});
