import { leaving } from "../../answers/chapters/leaving.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { WITHOUT_PEERS, withoutPeers } from "../../rules/addresses/without-peers.ts";
import { hiddenFromPeers } from "../../rules/addresses/distant-peers.ts";
import { standIn } from "../../rules/basics/leaving.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { continued, listed } from "../../values/sentence.ts";

/** Routers that peer with nodes which something on the way hides from them. */
export const peersBehindGateway = check({
  id: "balancers.peers-behind-gateway",
  title: "BGP peers see the nodes",
  severity: "blocker",
  per: "cluster",
  sources: ["metallb.bgp"],
  examine: (read, cluster, report) => {
    const { peers, place, segment, seen, made } = read.rule(hiddenFromPeers, cluster);
    const [kind, peersPath, seenPath] = [read.path(loadBalancer.cluster.kind, cluster), read.path(loadBalancer.cluster.peers, cluster), read.path(leaving.place.seenAs, place)];
    const pool = read.maybe(loadBalancer.cluster.pool, cluster);
    const [name, routers, one] = [clusterName(read, cluster), listed(peers.map((peer) => peer.name ?? peer.address)), peers.length === 1];
    const block = pool.kind === "known" ? `for ${pool.value} ` : "";
    if (made?.learnsNoRoutes) read.cite(...made.learnsNoRoutes.sources);
    const named = seen.addresses.some((address) => address.kind === "known");
    report({
      title: `${routers} ${one ? "sees" : "see"} none of the nodes of ${name}`,
      message: `Each node of ${name} opens a BGP session to ${routers}, which ${one ? "sees" : "see"} ${standIn(seen)} in place of ${segment}${named ? `: ${continued(seen.by)} puts that there` : ""}. ${seen.as === "gateway" ? "Several nodes come with one address, and routes" : "Routes"} ${block}lead to addresses in ${segment}, so no router can ${seen.as === "gateway" ? "tell their sessions apart or " : ""}follow them.${made?.learnsNoRoutes ? ` Without translation they would follow them no further, for ${made.learnsNoRoutes.words}.` : ""}`,
      remedy: made ? WITHOUT_PEERS : "Have the node network led to the routers without translation, or take the addresses from something that stands outside.",
      running: "Have the node network led to the routers without translation.",
      fixes: [
        ...(made ? [] : [{ title: `Have ${segment} led to the routers without translation`, set: [{ path: seenPath, value: "own" }] }]),
        ...withoutPeers(read, cluster, place),
      ],
      answers: [kind, peersPath, made ? read.path(network.place.nodeNetwork, place) : seenPath],
    });
  },
});
