import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";

/** A router outside the network of the nodes, to which plain eBGP does not get. */
export interface DistantPeer {
  readonly address: string;
  readonly name?: string | undefined;
}

/** Routers of another AS that do not stand in the nodes' network. */
export const distantPeers = rule<readonly DistantPeer[]>({
  id: "addresses.distant-peers",
  title: "Routers more than one hop away",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  derive: (read, cluster) => {
    if (!loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster)).peers) return read.notApplicable("No router peers with this cluster.");
    const nodes = parseBlock(read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster)));
    const own = read.answer(loadBalancer.cluster.localAsn, cluster);
    return read.answer(loadBalancer.cluster.peers, cluster).filter(({ address, asn }) => {
      const range = parseRange(address);
      return asn !== own && nodes !== undefined && range !== undefined && !contains(nodes, range);
    });
  },
});
