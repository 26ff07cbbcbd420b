import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { WITHOUT_PEERS, withoutPeers } from "../../rules/addresses/without-peers.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";
import { madeNetwork } from "../../rules/basics/example-network.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";

/** Routers that are to stand in a network which Terraform only makes, and whose own router takes no routes. */
export const peersInMadeNetwork = check({
  id: "balancers.peers-in-made-network",
  title: "BGP peers are there before the nodes",
  severity: "blocker",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  examine: (read, cluster, report) => {
    if (!balancerOf(read, cluster).peers) return;
    const place = read.answer(infrastructure.cluster.place, cluster);
    const made = read.rule(madeNetwork, place);
    const learns = made.network.learnsNoRoutes;
    if (!learns) return;
    const segment = read.answer(network.place.nodeNetwork, place);
    const block = parseBlock(segment);
    const inside = read.answer(loadBalancer.cluster.peers, cluster).filter(({ address }) => {
      const range = parseRange(address);
      return block !== undefined && range?.family === block.family && contains(block, range);
    });
    if (inside.length === 0) return;
    read.cite(...learns.sources, ...made.network.sources);
    const [name, routers] = [clusterName(read, cluster), listed(inside.map((peer) => peer.name ?? peer.address))];
    report({
      title: `${routers} ${inside.length === 1 ? "lies" : "lie"} in the network that Terraform makes for ${name}`,
      message: `Terraform makes ${segment} with the machines of ${clusterName(read, made.first)}, so no router of yours stands in it. And ${learns.words}.`,
      remedy: WITHOUT_PEERS,
      fixes: withoutPeers(read, cluster, place),
      answers: [read.path(loadBalancer.cluster.kind, cluster), read.path(loadBalancer.cluster.peers, cluster), read.path(network.place.nodeNetwork, place)],
    });
  },
});
