import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { KeptEnds } from "../../facts/providers.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { freeParts, parseBlock, totalSize, type Block } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, datacenterName, workerNetwork } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { nodesBySize } from "../sizing/nodes.ts";
import { workerGroups, workersOf } from "../sizing/workers.ts";
import { residentsOf, unplaced } from "./residents.ts";
import { serviceBlocksIn, type ServiceBlocks } from "./service-blocks.ts";
import { workersStand } from "../basics/made-networks.ts";

/** Addresses of a network that machines can have: neither those at its ends that the infrastructure keeps nor those of Services. */
export function leftIn({ family, first, last }: Block, ends: KeptEnds, { inside }: ServiceBlocks): number {
  const [from, to] = [first + BigInt(ends.first), last - BigInt(ends.last)];
  return from > to ? 0 : Number(totalSize(freeParts({ family, first: from, last: to }, inside.map(({ range }) => range))));
}

/** The network address and the last one, which no infrastructure gives a machine. */
export const EDGES: KeptEnds = { first: 1, last: 1 };

/** Machines that stand in a network in which the infrastructure itself hands out addresses. */
export interface NetworkUse {
  readonly block: string;
  /** Datacenters whose workers stand in it. */
  readonly datacenters: readonly string[];
  /** Addresses that it has for machines at most, beside the blocks of Services that are stated. Where it is not known which addresses the infrastructure keeps for itself, it may have fewer. */
  readonly capacity: number;
  /** The infrastructure and how many addresses of each subnet it keeps for itself, where that is known. */
  readonly keeps?: { readonly title: string; readonly count: number };
  /** Blocks of Services inside it, whose addresses no machine may have. */
  readonly services: ServiceBlocks;
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
      if (workersStand(read, id) === "made-networks") continue;
      const block = read.rule(workerNetwork, id);
      byBlock.set(block, [...(byBlock.get(block) ?? []), id]);
    }
    return byBlock;
  },
});

/** Machines of the platform in the node network of a place. */
export function platformLines(read: Reader, place: string): readonly { readonly cluster: string; readonly title: string; readonly machines: number; readonly groups: number }[] {
  // Whoever has no place yet may stand here.
  read.need(...read.rule(unplaced));
  return read.rule(residentsOf, place).clusters.map((id) => {
    const planes = read.answer(infrastructure.cluster.provisioning, id) === "kubeone" ? read.answer(infrastructure.cluster.controlPlanes, id) : 0;
    return { cluster: id, title: planes === 0 ? `workers of ${clusterName(read, id)}` : `control planes and workers of ${clusterName(read, id)}`, machines: planes + read.rule(workersOf, id), groups: read.rule(workerGroups, id) };
  });
}

/** Use of the workers' network, told for the first of the datacenters that share it. Where DHCP serves, its range is the limit. */
export const networkUse = rule<NetworkUse>({
  id: "addresses.network-use",
  title: "Machines in the workers' network",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.machineAddresses !== "provider") return read.notApplicable("The infrastructure hands out no addresses to these workers.");
    const stand = workersStand(read, datacenter);
    if (stand === "made-networks") return read.notApplicable("Each user cluster has a network to itself.");
    const own = stand === "own-network";
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
    const services = serviceBlocksIn(read, block, datacenters, own ? [] : read.rule(residentsOf, read.answer(infrastructure.datacenter.place, datacenter)).clusters);
    const lines = [...platform.map(({ title, machines }) => ({ title, machines })), ...ofClusters].filter(({ machines }) => machines > 0);
    const ends = provider.keptInSubnets && read.fact(provider.keptInSubnets);
    return { block: text, datacenters, capacity: leftIn(block, ends ?? EDGES, services), ...(ends && { keeps: { title: provider.title, count: ends.first + ends.last } }), services, machines: lines.reduce((sum, line) => sum + line.machines, 0), groups: platform.reduce((sum, { groups }) => sum + groups, 0), lines };
  },
});

/** "2,000 for nodes of 400 user clusters of fra". */
export const spokenLines = ({ lines }: NetworkUse): string => lines.map(({ title, machines }) => `${formatFigure(machines)} for ${title}`).join(", ");

/** "10.71.0.192/26, which is kept for Services"; undefined where no block of Services lies in it. */
export function keptForServices({ services: { inside } }: NetworkUse): string | undefined {
  const texts = [...new Set(inside.map(({ text }) => text))];
  return texts.length === 0 ? undefined : `${listed(texts)}, which ${texts.length === 1 ? "is" : "are"} kept for Services`;
}

/** Machines that stand beside those that they replace, for a while. */
export const standIns = (read: Reader, count: number): number => count * read.fact(machineSurge);
