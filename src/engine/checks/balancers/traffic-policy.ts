import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { servesOwnInterfaces } from "../../rules/addresses/slots.ts";
import { clusterName, entryAt, masterCluster } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";

/** A Seed's own entry that asks for local traffic where the load balancer cannot give it; that of the platform has its field in the plan. */
export const trafficPolicy = check({
  id: "balancers.traffic-policy",
  title: "The entry's traffic policy fits the load balancer",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.envoy-values", "cilium.l2"],
  examine: (read, cluster, report) => {
    if (read.rule(masterCluster) === cluster || !read.rule(servesOwnInterfaces, cluster)) return;
    const kind = kindRecord(read.answer(loadBalancer.cluster.kind, cluster));
    const entry = read.rule(entryAt, cluster);
    if (kind.localTraffic || !entry.localTraffic) return;
    report({
      title: `${entry.title} on ${clusterName(read, cluster)} must not keep traffic local`,
      message: `Its Service comes with the external traffic policy Local, which only nodes with its pods answer. With “${kind.title}” traffic arrives at other nodes too and is dropped there.`,
      remedy: "Set the external traffic policy of the entry to Cluster in its values.",
      answers: [read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
