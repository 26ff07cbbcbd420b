import { fronts } from "../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** Announcements by a network plugin that the cluster does not run. */
export const ciliumMissing = check({
  id: "balancers.cilium-missing",
  title: "The network plugin can announce addresses",
  severity: "blocker",
  per: "cluster",
  sources: ["cilium.lb-ipam"],
  examine: (read, cluster, report) => {
    const kind = balancerOf(read, cluster);
    if (kind.cni === undefined || read.answer(fronts.cluster.cni, cluster) === kind.cni) return;
    const name = clusterName(read, cluster);
    const path = read.path(loadBalancer.cluster.kind, cluster);
    const other = kind.peers ? { value: "metallb-bgp", title: "MetalLB with BGP" } : { value: "metallb-l2", title: "MetalLB in layer 2" };
    report({
      title: `${name} does not run the plugin that ${kind.title} needs`,
      message: `${kind.title} is a part of Cilium, and ${name} runs another network plugin, so nobody announces its virtual addresses.`,
      remedy: `Build ${name} with Cilium, or announce the same addresses by ${other.title}.`,
      running: `Announce the same addresses by ${other.title}.`,
      fixes: [{ title: `Use ${other.title}`, set: [{ path, value: other.value }] }, { title: `Run Cilium on ${name}`, set: [{ path: read.path(fronts.cluster.cni, cluster), value: "cilium" }] }],
      answers: [path, read.path(fronts.cluster.cni, cluster)],
    });
  },
});
