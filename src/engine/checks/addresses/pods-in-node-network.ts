import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { podAddressUse } from "../../rules/addresses/pod-address-use.ts";
import { formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** A node network in which pods of a managed Kubernetes take addresses too, and which has too few for all of them. */
export const podsInNodeNetwork = check({
  id: "addresses.pods-in-node-network",
  title: "Node networks have an address for each pod where pods take theirs from them",
  severity: "blocker",
  per: "cluster",
  sources: ["aws.vpc-cni", "azure.aks-networking", "kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    const { block, capacity, needed, lines } = read.rule(podAddressUse, cluster);
    if (needed <= capacity) return;
    report({
      title: `${block} is too small for the pods that take addresses of it`,
      message: `Pods take addresses of the network of their nodes here. ${formatFigure(needed)} are needed at least, ${listed(lines)}, and ${block} has ${formatFigure(capacity)}: ${formatFigure(needed - capacity)} too few. What the service holds ready on each node comes on top.`,
      remedy: "Make the network larger, or give pods addresses of their own.",
      answers: [read.path(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster))],
    });
  },
});
