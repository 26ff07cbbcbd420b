import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseBlock, sizeOf } from "../../values/range.ts";
import { clusterName, datacenterName, workerNetwork } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { nodesBySize } from "../sizing/nodes.ts";
import { workerGroups, workersOf } from "../sizing/workers.ts";
import { residentsOf, unplaced } from "./residents.ts";

/** Network and broadcast address of a block, which no machine can have. */
const EDGES = 2;

/** Machines that stand in a network in which the infrastructure itself hands out addresses. */
export interface NetworkUse {
  readonly block: string;
  /** Datacenters whose workers stand in it. */
  readonly datacenters: readonly string[];
  /** Addresses that it has at most: the infrastructure keeps some for itself. */
  readonly capacity: number;
  readonly machines: number;
  /** Platform clusters whose workers stand in it, each of them a group that is updated by itself. */
  readonly groups: number;
  readonly lines: readonly { readonly title: string; readonly machines: number }[];
}

/** Datacenters by the network in which their workers stand, in one pass; waits until that is known of each of them. */
const networkSharers = rule<ReadonlyMap<string, readonly string[]>>({
  id: "addresses.network-sharers",
  title: "Datacenters that share a network",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const byBlock = new Map<string, string[]>();
    for (const id of read.subjects("datacenter")) {
      const block = read.rule(workerNetwork, id);
      byBlock.set(block, [...(byBlock.get(block) ?? []), id]);
    }
    return byBlock;
  },
});

/** Machines of the platform in the node network of a place. */
function platformLines(read: Reader, place: string): readonly { readonly title: string; readonly machines: number; readonly groups: number }[] {
  // Whoever has no place yet may stand here.
  read.need(...read.rule(unplaced));
  return read.rule(residentsOf, place).clusters.map((id) => {
    const planes = read.answer(infrastructure.cluster.provisioning, id) === "kubeone" ? read.answer(infrastructure.cluster.controlPlanes, id) : 0;
    return { title: planes === 0 ? `workers of ${clusterName(read, id)}` : `control planes and workers of ${clusterName(read, id)}`, machines: planes + read.rule(workersOf, id), groups: read.rule(workerGroups, id) };
  });
}

/** Use of the workers' network, told for the first of the datacenters that share it. Where DHCP serves, its range is the limit. */
export const networkUse = rule<NetworkUse>({
  id: "addresses.network-use",
  title: "Machines in the workers' network",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.machineAddresses !== "provider") return read.notApplicable("The infrastructure hands out no addresses to these workers.");
    const own = read.answer(network.datacenter.workersIn, datacenter) === "own-network";
    if (own && read.answer(infrastructure.plan.severalTenants)) read.need([infrastructure.datacenter.tenants, datacenter]);
    if (own && read.rule(tenantsOf, datacenter).length > 1) return read.notApplicable("Each tenant brings a network of its own.");
    const text = read.rule(workerNetwork, datacenter);
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("A network of IPv6 does not run out of addresses.");
    const datacenters = read.rule(networkSharers).get(text) ?? [datacenter];
    if (datacenters[0] !== datacenter) return read.notApplicable(`It is counted with ${datacenterName(read, datacenters[0] ?? datacenter)}.`);
    const ofClusters = datacenters.map((id) => {
      const sizes = nodesBySize(read, id);
      const count = sizes.reduce((sum, size) => sum + size.count, 0);
      return { title: `nodes of ${formatCount(count, "user cluster")} of ${datacenterName(read, id)}`, machines: sizes.reduce((sum, size) => sum + size.count * size.nodes, 0) };
    });
    const platform = own ? [] : platformLines(read, read.answer(infrastructure.datacenter.place, datacenter));
    const lines = [...platform.map(({ title, machines }) => ({ title, machines })), ...ofClusters].filter(({ machines }) => machines > 0);
    return { block: text, datacenters, capacity: Math.max(0, Number(sizeOf(block)) - EDGES), machines: lines.reduce((sum, line) => sum + line.machines, 0), groups: platform.reduce((sum, { groups }) => sum + groups, 0), lines };
  },
});

/** "2,000 for nodes of 400 user clusters of fra". */
export const spokenLines = ({ lines }: NetworkUse): string => lines.map(({ title, machines }) => `${formatFigure(machines)} for ${title}`).join(", ");

/** Machines that stand beside those that they replace, for a while. */
export const standIns = (read: Reader, count: number): number => count * read.fact(machineSurge);
