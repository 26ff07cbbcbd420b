import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { KeptEnds } from "../../facts/providers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { parseBlock } from "../../values/range.ts";
import { EDGES, leftIn } from "./network-use.ts";
import { podAddressNeed, type PodAddressNeed } from "./pod-address-need.ts";
import { serviceBlocksIn } from "./service-blocks.ts";

/** Machines and pods that take addresses of a node network, where pods do, against those that it has. */
export interface PodAddressUse extends PodAddressNeed {
  readonly block: string;
  /** Addresses that the network has for them at most. */
  readonly capacity: number;
  /** Blocks of Services inside it. */
  readonly services: readonly string[];
}

/** Addresses at the ends of a subnet that the infrastructure of a cluster keeps for itself. */
export function endsKept(read: Reader, cluster: string): KeptEnds {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return provider.keptInSubnets ? read.fact(provider.keptInSubnets) : EDGES;
}

/** Use of the node network of a cluster whose pods take addresses of it, told for the first of those that share it. */
export const podAddressUse = rule<PodAddressUse>({
  id: "addresses.pod-address-use",
  title: "Machines and pods in the node network",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const need = read.rule(podAddressNeed, cluster);
    const text = read.answer(network.place.nodeNetwork, need.place);
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("A network of IPv6 does not run out of addresses.");
    const services = serviceBlocksIn(read, block, need.beside.map(({ datacenter }) => datacenter), need.clusters);
    return { ...need, block: text, capacity: leftIn(block, endsKept(read, cluster), services), services: [...new Set(services.inside.map(({ text: inside }) => inside))] };
  },
});
