import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { infrastructureBalances, otherKinds } from "../../rules/basics/balancer-kinds.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { kindsThatWork } from "../../rules/certificates/kinds-that-work.ts";
import { balancerOf, balancersNeeded } from "../../rules/basics/balancer.ts";

/** Clusters that wait for a load balancer their infrastructure does not have, or that nothing in them asks for. */
export const noLoadBalancer = check({
  id: "addresses.no-load-balancer",
  title: "Something gives Services their addresses",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.providers", "kubeone.providers"],
  examine: (read, cluster, report) => {
    read.need(...balancersNeeded(read, [cluster]), [infrastructure.cluster.provider, cluster]);
    const kind = balancerOf(read, cluster);
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (kind.addressesFrom !== "provider" || infrastructureBalances(read, provider, cluster) !== false) return;
    const path = read.path(loadBalancer.cluster.kind, cluster);
    const name = clusterName(read, cluster);
    const { remedy, kinds } = otherKinds(provider);
    const has = provider.nativeLoadBalancer;
    report({
      title: has ? `KubeOne brings ${name} no controller for load balancers of ${provider.title}` : `${provider.title} gives ${name} no load balancer`,
      message: `${has ? `KubeOne knows no cloud controller of ${provider.title}, so nothing in ${name} asks for load balancers` : `${provider.title} creates no load balancer for Services`}, ${has ? "and" : "so"} the entry and the nodeport-proxy would wait for an address for ever.`,
      remedy,
      fixes: kindsThatWork(read, cluster, kinds).map(({ id, title }) => ({ title: `Use ${title}`, set: [{ path, value: id }] })),
      answers: [path, read.path(infrastructure.cluster.provider, cluster), ...(has ? [read.path(infrastructure.cluster.provisioning, cluster)] : [])],
    });
  },
});
