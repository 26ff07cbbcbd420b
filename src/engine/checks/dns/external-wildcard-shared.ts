import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf, seedDomain } from "../../rules/basics/platform.ts";
import { strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { externalDns } from "../../rules/dns/external-dns.ts";

/** The annotation for external-dns that is copied to the load balancer of every user cluster. */
export const externalWildcardShared = check({
  id: "dns.external-wildcard-shared",
  title: "Each name has one Service for external-dns",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  examine: (read, cluster, report) => {
    read.rule(externalDns);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const strategies = read.rule(strategiesOf, cluster);
    if (!strategies.includes("LoadBalancer") || strategies.length < 2) return;
    const name = clusterName(read, cluster);
    report({
      title: `The wildcard of ${name} stays with people`,
      message: `Annotations of the nodeport-proxy are copied to the load balancer of each user cluster that has one. external-dns would add all their addresses to *.${read.rule(seedDomain, cluster)}, so this plan sets no annotation there.`,
      remedy: `Have the wildcard of ${name} entered by hand, or expose all user clusters of ${name} in one way.`,
      answers: [read.path(dns.plan.externalDns), ...strategyPaths(read, read.rule(datacentersOf, cluster))],
    });
  },
});
