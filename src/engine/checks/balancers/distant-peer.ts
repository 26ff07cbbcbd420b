import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";

/** Routers outside the nodes' segment, which plain eBGP does not reach. */
export const distantPeer = check({
  id: "balancers.distant-peer",
  title: "BGP peers stand next to the nodes",
  severity: "warning",
  per: "cluster",
  sources: ["metallb.bgp-config", "cilium.bgp"],
  examine: (read, cluster, report) => {
    if (!kindRecord(read.answer(loadBalancer.cluster.kind, cluster)).peers) return;
    const segment = read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
    const nodes = parseBlock(segment);
    const own = read.answer(loadBalancer.cluster.localAsn, cluster);
    const distant = read.answer(loadBalancer.cluster.peers, cluster).filter(({ address, asn }) => {
      const range = parseRange(address);
      return asn !== own && nodes !== undefined && range !== undefined && !contains(nodes, range);
    });
    if (distant.length === 0) return;
    report({
      title: `Sessions of ${clusterName(read, cluster)} cross more than one hop`,
      message: `${listed(distant.map(({ name, address }) => name ?? address))} ${distant.length === 1 ? "stands" : "stand"} outside ${segment}, and eBGP packets die after one hop unless both sides allow more.`,
      remedy: "Set ebgp-multihop for these peers in the cluster and on the routers, or peer with routers of the segment.",
      answers: [read.path(loadBalancer.cluster.peers, cluster)],
    });
  },
});
