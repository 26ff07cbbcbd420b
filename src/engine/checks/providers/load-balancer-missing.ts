import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { createsLoadBalancers, loadBalancerQuestion } from "../../rules/basics/infrastructure.ts";
import { clusterName, placeName } from "../../rules/basics/platform.ts";
import { balancerOf, balancersNeeded } from "../../rules/basics/balancer.ts";

/** Infrastructure that could create load balancers, but does not at this place. */
export const loadBalancerMissing = check({
  id: "providers.load-balancer-missing",
  title: "Load balancer of the place",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kkp.providers"],
  examine: (read, cluster, report) => {
    read.need(...balancersNeeded(read, [cluster]), [infrastructure.cluster.provider, cluster], [infrastructure.cluster.place, cluster]);
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const place = read.answer(infrastructure.cluster.place, cluster);
    const question = loadBalancerQuestion(provider);
    if (!question || balancerOf(read, cluster).addressesFrom !== "provider") return;
    if (createsLoadBalancers(read, provider, place)) return;
    const path = read.path(loadBalancer.cluster.kind, cluster);
    report({
      title: `${provider.title} in ${placeName(read, place)} gives ${clusterName(read, cluster)} no load balancer`,
      message: `${clusterName(read, cluster)} counts on load balancers of ${provider.title}, and ${placeName(read, place)} has none: the entry and the nodeport-proxy would wait for an address for ever.`,
      remedy: "Announce virtual addresses of your own from the cluster.",
      fixes: loadBalancerKinds.filter(({ recommended }) => recommended).map(({ id, title }) => ({ title: `Use ${title}`, set: [{ path, value: id }] })),
      answers: [path, read.path(question, place)],
    });
  },
});
