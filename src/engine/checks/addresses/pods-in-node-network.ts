import { network } from "../../answers/chapters/network.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { check } from "../../kernel/check.ts";
import { podAddressUse } from "../../rules/addresses/pod-address-use.ts";
import { formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** A node network in which pods of a cluster that is there take addresses too, and which has too few for all of them. */
export const podsInNodeNetwork = check({
  id: "addresses.pods-in-node-network",
  title: "Node networks have an address for each pod where pods take theirs from them",
  severity: "blocker",
  also: ["warning"],
  per: "cluster",
  sources: ["aws.vpc-cni", "azure.aks-networking", "kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    const { block, capacity, least, lines, planned, steps, place, alike } = read.rule(podAddressUse, cluster);
    const answers = [read.path(network.place.nodeNetwork, place), ...alike.map((id) => read.path(versions.cluster.nodePods, id))];
    const has = `${block} has ${formatFigure(capacity)}`;
    if (least > capacity) {
      report({
        title: `${block} is too small for the pods that take addresses of it`,
        message: `Pods take addresses of the network of their nodes here. ${formatFigure(least)} are needed at least, ${listed(lines)}, and ${has}: ${formatFigure(least - capacity)} too few. Planned with are ${formatFigure(planned)}: ${steps.join(" ")}`,
        remedy: `Make the network larger, so that it has ${formatFigure(planned)} addresses, or give pods addresses of their own.`,
        answers,
      });
    } else if (planned > capacity) {
      report({
        key: "ready",
        severity: "warning",
        title: `${block} is too small for what nodes hold ready for pods`,
        message: `Pods take addresses of the network of their nodes here, and ${has}: enough for ${formatFigure(least)}, which are ${listed(lines)}, and ${formatFigure(planned - capacity)} too few for what nodes hold ready. ${steps.join(" ")}`,
        remedy: `Make the network larger, so that it has ${formatFigure(planned)} addresses, let nodes hold fewer ready, or give pods addresses of their own.`,
        answers,
      });
    }
  },
});
