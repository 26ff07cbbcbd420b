import { network } from "../../answers/chapters/network.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import { clusterSizing } from "../sizing/workers.ts";
import { EDGES, leftIn, platformLines } from "./network-use.ts";
import { takesNodeAddresses } from "./pods-of-nodes.ts";
import { residentsOf } from "./residents.ts";
import { serviceBlocksIn } from "./service-blocks.ts";

/** Machines and pods that take addresses of a node network, where pods of a managed Kubernetes do. */
export interface PodAddressUse {
  readonly block: string;
  /** Addresses that the network has for them at most. */
  readonly capacity: number;
  /** Addresses that machines and pods take at least: what the service holds ready beside them comes on top. */
  readonly needed: number;
  readonly lines: readonly string[];
}

/** Use of the node network of a cluster whose pods take addresses of it, told for the first of those that share it. */
export const podAddressUse = rule<PodAddressUse>({
  id: "addresses.pod-address-use",
  title: "Machines and pods in the node network",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    if (!read.rule(takesNodeAddresses, cluster)) return read.notApplicable("Its pods take no addresses of the node network.");
    const place = read.answer(infrastructure.cluster.place, cluster);
    const text = read.answer(network.place.nodeNetwork, place);
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("A network of IPv6 does not run out of addresses.");
    const { clusters } = read.rule(residentsOf, place);
    const alike = clusters.filter((id) => read.rule(takesNodeAddresses, id));
    if (alike[0] !== cluster) return read.notApplicable(`It is counted with ${clusterName(read, alike[0] ?? cluster)}.`);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const machines = platformLines(read, place);
    const pods = alike.map((id) => ({ title: `of ${clusterName(read, id)}`, count: read.rule(clusterSizing, id).pods }));
    const ends = provider.keptInSubnets ? read.fact(provider.keptInSubnets) : EDGES;
    return {
      block: text,
      capacity: leftIn(block, ends, serviceBlocksIn(read, block, [], clusters)),
      needed: machines.reduce((sum, line) => sum + line.machines, 0) + pods.reduce((sum, { count }) => sum + count, 0),
      lines: [...machines.map((line) => `${formatCount(line.machines, "machine")} (${line.title})`), ...pods.map(({ title, count }) => `${formatCount(count, "pod")} (${title})`)],
    };
  },
});
