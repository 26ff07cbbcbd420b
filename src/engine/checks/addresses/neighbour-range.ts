import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Nodes that speak BGP from addresses nobody can name in advance. */
export const neighbourRange = check({
  id: "addresses.neighbour-range",
  title: "Routers can name the nodes as neighbours",
  severity: "warning",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  examine: (read, cluster, report) => {
    if (!loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster)).peers) return;
    const { machineAddresses, title: provider } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (machineAddresses === "fixed") return;
    const byHand = machineAddresses === "dhcp-server";
    if (byHand && read.answer(infrastructure.cluster.workerAddressing, cluster) !== "dhcp") return;
    const place = read.answer(infrastructure.cluster.place, cluster);
    const segment = read.answer(network.place.nodeNetwork, place);
    const name = clusterName(read, cluster);
    report({
      title: `Routers need a neighbour range for the nodes of ${name}`,
      message: `Workers of ${name} get their addresses ${byHand ? "by DHCP" : `from ${provider}`}, so a router that lists neighbours one by one misses each new or replaced node.`,
      remedy: `Let the routers accept BGP sessions from the range ${segment} instead of fixed neighbours${byHand ? ", or give the workers fixed addresses" : ""}.`,
      answers: [read.path(byHand ? infrastructure.cluster.workerAddressing : infrastructure.cluster.provider, cluster), read.path(loadBalancer.cluster.peers, cluster)],
    });
  },
});
