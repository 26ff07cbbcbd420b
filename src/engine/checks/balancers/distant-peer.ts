import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { distantPeers } from "../../rules/addresses/distant-peers.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Routers outside the nodes' segment, which plain eBGP does not reach. */
export const distantPeer = check({
  id: "balancers.distant-peer",
  title: "BGP peers stand next to the nodes",
  severity: "warning",
  per: "cluster",
  sources: ["metallb.bgp-config", "cilium.bgp"],
  examine: (read, cluster, report) => {
    const distant = read.rule(distantPeers, cluster);
    if (distant.length === 0) return;
    const segment = read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
    report({
      title: `Sessions of ${clusterName(read, cluster)} cross more than one hop`,
      message: `${listed(distant.map(({ name, address }) => name ?? address))} ${distant.length === 1 ? "stands" : "stand"} outside ${segment}, and eBGP packets die after one hop unless both sides allow more.`,
      remedy: "Have the routers allow it as well as the table of settings does for the cluster, or peer with routers of the segment.",
      answers: [read.path(loadBalancer.cluster.peers, cluster)],
    });
  },
});
