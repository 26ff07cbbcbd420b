import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { podAddresses } from "../../answers/chapters/pod-addresses.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { podsSeen } from "./pods-seen.ts";

/** Whether pods of a cluster take addresses of the network of its nodes, as a managed Kubernetes may have it. */
export const takesNodeAddresses = rule<boolean>({
  id: "addresses.pods-take-node-addresses",
  title: "Pods with addresses of the node network",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => read.rule(podsSeen, cluster).as === "node-network",
});

/** The same for who counts on it: waits while nobody has said how the cluster comes to be, or how its pods call others. */
export function countsOnNodeAddresses(read: Reader, cluster: string): boolean {
  if (read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return false;
  read.need([infrastructure.cluster.provider, cluster]);
  const as = read.rule(podsSeen, cluster).as ?? read.answer(podAddresses.cluster.podsSeen, cluster);
  return as === "node-network";
}

/** Clusters whose pods take addresses of their nodes. */
export const onNodeAddresses = (read: Reader): readonly string[] => read.subjects("cluster").filter((cluster) => read.rule(takesNodeAddresses, cluster));

/** Node networks whose addresses pods of master and Seeds take as well; none where a cluster beside them needs a range of its own. */
export const podsOfNodes = rule<readonly string[]>({
  id: "addresses.pods-of-node-networks",
  title: "Pods in node networks",
  per: "plan",
  sources: [],
  derive: (read) => {
    const clusters = read.subjects("cluster");
    const alike = onNodeAddresses(read);
    // While nobody says how a cluster comes to be, it may be of the same kind.
    if (clusters.some((cluster) => !alike.includes(cluster) && read.optional(infrastructure.cluster.provisioning, cluster) !== undefined)) return [];
    return alike.flatMap((cluster) => {
      const place = read.optional(infrastructure.cluster.place, cluster);
      const nodes = place === undefined ? undefined : read.maybe(network.place.nodeNetwork, place);
      return nodes?.kind === "known" ? [nodes.value] : [];
    });
  },
});
