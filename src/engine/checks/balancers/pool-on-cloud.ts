import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { announcedByNodes, ignoresAnnouncements, infrastructureBalances, otherKinds } from "../../rules/basics/balancer-kinds.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { kindsThatWork } from "../../rules/certificates/kinds-that-work.ts";
import { balancerOf, balancersNeeded } from "../../rules/basics/balancer.ts";

/** Announcing addresses from nodes in a cloud, whose network ignores them. */
export const poolOnCloud = check({
  id: "balancers.pool-on-cloud",
  title: "The network listens to announcements of nodes",
  severity: "blocker",
  per: "cluster",
  sources: ["metallb.clouds"],
  examine: (read, cluster, report) => {
    read.need(...balancersNeeded(read, [cluster]), [infrastructure.cluster.provider, cluster]);
    const kind = balancerOf(read, cluster);
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!announcedByNodes(kind) || !ignoresAnnouncements(provider)) return;
    const path = read.path(loadBalancer.cluster.kind, cluster);
    const other = otherKinds(provider);
    const makes = infrastructureBalances(read, provider, cluster) === true;
    report({
      title: `${provider.title} does not carry addresses that nodes of ${clusterName(read, cluster)} announce`,
      message: `With “${kind.title}” nodes answer for addresses which the cloud never gave them; networks of ${provider.title} drop such traffic.`,
      remedy: makes ? `Let ${provider.title} create the load balancers.` : other.remedy,
      fixes: makes ? [{ title: "Use the cloud's load balancer", set: [{ path, value: "cloud" }] }] : kindsThatWork(read, cluster, other.kinds).map(({ id, title }) => ({ title: `Use ${title}`, set: [{ path, value: id }] })),
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
