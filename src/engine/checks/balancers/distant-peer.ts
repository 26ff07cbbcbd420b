import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import { distantPeers, hiddenFromPeers, outsidePeers, type DistantPeer } from "../../rules/addresses/distant-peers.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** Routers outside the nodes' segment, which plain eBGP does not reach. */
export const distantPeer = check({
  id: "balancers.distant-peer",
  title: "BGP peers stand next to the nodes",
  severity: "warning",
  per: "cluster",
  sources: ["metallb.bgp-config", "cilium.bgp", "rfc.5881", "rfc.5883", "frr.bfd"],
  examine: (read, cluster, report) => {
    const outside = read.rule(outsidePeers, cluster);
    if (outside.length === 0 || read.outcome(hiddenFromPeers, cluster).kind === "known") return;
    const segment = read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
    const named = (peers: readonly DistantPeer[]) => listed(peers.map(({ name, address }) => name ?? address));
    const kind = balancerOf(read, cluster);
    if (kind.bfd && read.answer(fronts.cluster.bfd, cluster) === "single-hop") {
      const path = read.path(fronts.cluster.bfd, cluster);
      const [one, several] = [read.fact(ports.bfdSingleHop), read.fact(ports.bfdMultiHop)];
      report({
        key: "bfd",
        title: `BFD of ${clusterName(read, cluster)} is answered for one segment, and ${named(outside)} ${outside.length === 1 ? "stands" : "stand"} outside it`,
        message: `BFD over one hop goes to UDP ${one} and takes no packet that a router passed on. Sessions to ${named(outside)} leave ${segment} and are watched over several hops, on UDP ${several}; the firewall rows say so already.`,
        remedy: `State routers further away, or peer with routers of ${segment}; the routers must be set up for the same kind.`,
        fixes: [{ title: "Watch routers over several hops", set: [{ path, value: "multi-hop" }] }],
        answers: [path, read.path(loadBalancer.cluster.peers, cluster)],
      });
    }
    const distant = read.rule(distantPeers, cluster);
    if (distant.length === 0) return;
    report({
      title: `Sessions of ${clusterName(read, cluster)} cross more than one hop`,
      message: `${named(distant)} ${distant.length === 1 ? "stands" : "stand"} outside ${segment}, and eBGP packets die after one hop unless both sides allow more.`,
      remedy: "Have the routers allow it as well as the table of settings does for the cluster, or peer with routers of the segment.",
      answers: [read.path(loadBalancer.cluster.peers, cluster)],
    });
  },
});
