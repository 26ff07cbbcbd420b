import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling, DhcpUse } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { datacenterDhcp, placeDhcp } from "../addresses/dhcp.ts";
import { residentsOf } from "../addresses/residents.ts";
import { datacenterName, placeName } from "../basics/platform.ts";
import { nodesBySize } from "./nodes.ts";
import { mostClusters } from "./ports.ts";

/** Leases of user clusters in a DHCP range against what it holds, and the number of user clusters at which they end. */
function ceilingOf(read: Reader, id: string, title: string, datacenters: readonly string[], { leases, capacity, range }: DhcpUse): readonly Ceiling[] {
  const sizes = datacenters.flatMap((datacenter) => nodesBySize(read, datacenter));
  const [first] = datacenters;
  if (first === undefined || sizes.length === 0) return [];
  const ofClusters = sizes.reduce((sum, { count, nodes }) => sum + count * nodes, 0);
  const planned = sizes.reduce((sum, { count }) => sum + count, 0);
  const perCluster = Math.max(...sizes.map(({ nodes }) => nodes));
  const fixed = leases - ofClusters;
  return [{
    id,
    cluster: read.answer(infrastructure.datacenter.seed, first),
    title,
    used: leases,
    limit: capacity,
    unit: "leases",
    maxUserClusters: mostClusters(capacity, fixed, { perCluster, used: ofClusters, sum: "" }, planned),
    raisedBy: "a longer range",
    from: read.cell,
    why: `${fixed === 0 ? "" : `${formatCount(fixed, "lease")} for workers of the platform and `}${formatFigure(ofClusters)} for nodes of ${formatCount(planned, "user cluster")} come from ${range}; one more of the largest kind takes ${formatFigure(perCluster)}${fixed === 0 ? "" : ", and workers that the platform needs for it come on top"}. Machines that replace others want leases for a while as well, which this limit leaves no room for.`,
  }];
}

/** Leases of a place's node network; none where no user cluster takes one there. */
export const placeLeaseCeiling = rule<readonly Ceiling[]>({
  id: "sizing.leases",
  title: "Leases of the DHCP range for user clusters",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) =>
    read.rule(placeDhcp, place).flatMap((use) => {
      const here = read.rule(residentsOf, place).datacenters.filter(
        (id) => providerOf(read.answer(infrastructure.datacenter.provider, id)).machineAddresses === "dhcp-server" && read.answer(network.datacenter.workersIn, id) !== "own-network",
      );
      return ceilingOf(read, `ceiling.leases[${place}]`, `Leases at ${placeName(read, place)}`, here, use);
    }),
});

/** Leases of a worker network of a datacenter's own. */
export const datacenterLeaseCeiling = rule<readonly Ceiling[]>({
  id: "sizing.leases-of-workers",
  title: "Leases of the workers' DHCP range",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) =>
    read.rule(datacenterDhcp, datacenter).flatMap((use) => ceilingOf(read, `ceiling.leases-of-workers[${datacenter}]`, `Leases of workers of ${datacenterName(read, datacenter)}`, [datacenter], use)),
});
