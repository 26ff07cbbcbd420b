import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { userApiWays, type ApiWay } from "../../rules/addresses/user-api-reach.ts";
import { clusterName, seedDomain } from "../../rules/basics/platform.ts";
import { opensOutside } from "../../rules/firewall/forwarding.ts";

/** What kubectl dials by one way, for sentences. */
function dialled(read: Reader, cluster: string, { by, shown }: ApiWay): string {
  if (by === "balanced") return `TCP ${read.fact(ports.apiServerBalanced)} of a load balancer each at one from ${shown}`;
  if (by === "LoadBalancer") return `TCP ${read.fact(ports.nodePorts)} of a Service each at one from ${shown}`;
  return `TCP ${read.fact(by === "Tunneling" ? ports.tunnelForUsers : ports.nodePorts)} of <id>.${read.rule(seedDomain, cluster)} at ${shown}`;
}

/** People on the internet who log in and whose kubectl reaches no user cluster. */
export const outsideUserClusters = check({
  id: "exposure.outside-user-clusters",
  title: "People on the internet reach their user clusters, and not the platform alone",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.ports", "kkp.expose-strategies", "rfc.1918"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(opensOutside)) return;
    const inside = userApiWays(read, cluster).filter(({ public: reached }) => !reached);
    if (inside.length === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `kubectl from the internet reaches no user cluster of ${name}`,
      message: `The platform opens for people on the internet: they log in and download kubeconfigs. Those of ${name} dial an address of the inside, ${listed(inside.map((way) => dialled(read, cluster, way)))}, and no row and no record of the outer view leads there.`,
      remedy: `Tell people outside that kubectl works from inside or by VPN alone, give user clusters of ${name} public addresses, or have the platform open from inside only.`,
      fixes: [{ title: "Open the platform from inside only", set: [{ path: read.path(dns.plan.outside), value: false }] }],
      answers: [read.path(dns.plan.outside)],
    });
  },
});
