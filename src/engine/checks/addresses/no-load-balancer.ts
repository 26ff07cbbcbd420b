import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { loadBalancerKindOf, loadBalancerKinds } from "../../load-balancers/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Clusters that wait for a load balancer their infrastructure does not have. */
export const noLoadBalancer = check({
  id: "addresses.no-load-balancer",
  title: "Something gives Services their addresses",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.providers"],
  examine: (read, cluster, report) => {
    read.need([loadBalancer.cluster.kind, cluster], [infrastructure.cluster.provider, cluster]);
    const kind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (kind.addressesFrom !== "provider" || provider.nativeLoadBalancer) return;
    const path = read.path(loadBalancer.cluster.kind, cluster);
    report({
      title: `${provider.title} gives ${clusterName(read, cluster)} no load balancer`,
      message: `${provider.title} creates no load balancer for Services, so the entry and the nodeport-proxy would wait for an address for ever.`,
      remedy: "Announce virtual addresses of your own from the cluster.",
      fixes: loadBalancerKinds.filter(({ recommended }) => recommended).map(({ id, title }) => ({ title: `Use ${title}`, set: [{ path, value: id }] })),
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
