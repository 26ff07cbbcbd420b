import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import type { ExampleNetwork } from "../../providers/contract/kubeone/example-network.ts";
import { providerOf } from "../../providers/registry.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { nodeNetwork6 } from "../basics/families.ts";
import { balancerOf, sessionSources } from "../basics/balancer.ts";
import { ignoresAnnouncements } from "../basics/balancer-kinds.ts";
import { madeNetwork } from "../basics/example-network.ts";
import { nodesSeen, type Seen } from "../basics/leaving.ts";

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
  sources: [],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (!kind.peers) return read.notApplicable("No router peers with this cluster.");
    read.cite(...sessionSources(kind));
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
  sources: [],
  derive: (read, cluster) => {
    const outside = read.rule(outsidePeers, cluster);
    read.cite(...sessionSources(balancerOf(read, cluster)));
    const own = read.answer(loadBalancer.cluster.localAsn, cluster);
    return outside.filter(({ asn }) => asn !== own);
  },
});

/** Routers that see other addresses in place of those of the nodes, and what puts them there. */
export interface HiddenFromPeers {
  readonly peers: readonly DistantPeer[];
  readonly place: string;
  /** The nodes' network. */
  readonly segment: string;
  readonly seen: Seen;
  /** Set where Terraform makes that network, and with it what translates. */
  readonly made?: ExampleNetwork;
}

/** Routers outside the nodes' network that see other addresses in place of those of the nodes: they tell no node from another, and follow no route to one. */
export const hiddenFromPeers = rule<HiddenFromPeers>({
  id: "addresses.hidden-from-peers",
  title: "Routers that see none of the nodes",
  per: "cluster",
  sources: ["metallb.bgp"],
  derive: (read, cluster) => {
    // What translates puts an IPv4 address in place.
    const peers = read.rule(outsidePeers, cluster).filter(({ address }) => parseRange(address)?.family === 4);
    if (peers.length === 0) return read.notApplicable("All routers stand beside the nodes.");
    const seen = read.rule(nodesSeen, cluster);
    if (seen.as === "own" || seen.onInternet) return read.notApplicable("The routers see the nodes themselves.");
    if (ignoresAnnouncements(providerOf(read.answer(infrastructure.cluster.provider, cluster)))) return read.notApplicable("Its network carries no announcement at all.");
    read.cite(...seen.sources);
    const place = read.answer(infrastructure.cluster.place, cluster);
    const made = read.optionalRule(madeNetwork, place)?.network;
    return { peers, place, segment: read.answer(network.place.nodeNetwork, place), seen, ...(made ? { made } : {}) };
  },
});
