import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { nodeNetwork6 } from "../basics/families.ts";
import { balancerOf } from "../basics/balancer.ts";

/** A router outside the network of the nodes, to which plain eBGP does not get. */
export interface DistantPeer {
  readonly address: string;
  readonly name?: string | undefined;
  readonly asn: number;
}

/** Routers that do not stand in the nodes' network of their family, whatever their AS. */
export const outsidePeers = rule<readonly DistantPeer[]>({
  id: "addresses.outside-peers",
  title: "Routers outside the nodes' network",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  derive: (read, cluster) => {
    if (!balancerOf(read, cluster).peers) return read.notApplicable("No router peers with this cluster.");
    const place = read.answer(infrastructure.cluster.place, cluster);
    const nodes = parseBlock(read.answer(network.place.nodeNetwork, place));
    const peers = read.answer(loadBalancer.cluster.peers, cluster);
    const second = peers.some(({ address }) => parseRange(address)?.family === 6) ? nodeNetwork6(read, place) : undefined;
    const networks = [nodes, second?.kind === "known" ? parseBlock(second.value) : undefined];
    return peers.filter(({ address }) => {
      const range = parseRange(address);
      const own = networks.find((block) => block?.family === range?.family);
      return range !== undefined && own !== undefined && !contains(own, range);
    });
  },
});

/** Those of another AS, which plain eBGP does not reach. */
export const distantPeers = rule<readonly DistantPeer[]>({
  id: "addresses.distant-peers",
  title: "Routers more than one hop away",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  derive: (read, cluster) => {
    const outside = read.rule(outsidePeers, cluster);
    const own = read.answer(loadBalancer.cluster.localAsn, cluster);
    return outside.filter(({ asn }) => asn !== own);
  },
});
