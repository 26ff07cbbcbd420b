import { dns } from "../../answers/chapters/dns.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { check, type Report } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { userApiWays, type ApiWay } from "../../rules/addresses/user-api-reach.ts";
import { clusterName, seedDomain } from "../../rules/basics/platform.ts";
import { opensOutside } from "../../rules/firewall/forwarding.ts";

/** What kubectl dials by one way at an address, for sentences. */
function dialled(read: Reader, cluster: string, { by }: ApiWay, shown: string): string {
  if (by === "balanced") return `TCP ${read.fact(ports.apiServerBalanced)} of a load balancer for each API server at ${shown}`;
  if (by === "LoadBalancer") return `TCP ${read.fact(ports.nodePorts)} of a Service for each at ${shown}`;
  return `TCP ${read.fact(by === "Tunneling" ? ports.tunnelForUsers : ports.nodePorts)} of <id>.${read.rule(seedDomain, cluster)} at ${shown}`;
}

/** People on the internet who log in over IPv4, and whose kubectl reaches user clusters over IPv6 alone. */
function reportSixAlone(read: Reader, cluster: string, ways: readonly ApiWay[], report: (finding: Report) => void): void {
  const name = clusterName(read, cluster);
  const [four, six] = [ways.map((way) => dialled(read, cluster, way, way.shown)), ways.map(({ six: other }) => other?.shown ?? "")];
  report({
    key: "ipv6-alone",
    title: `kubectl from the internet reaches user clusters of ${name} over IPv6 alone`,
    message: `The platform opens for people on the internet: they log in and download kubeconfigs. Those of ${name} dial ${listed(four)}, an address of the inside, or ${listed(six)}, which the internet reaches: rows and AAAA records of the outer view lead there. Whoever has IPv4 alone reaches no user cluster.`,
    remedy: `Tell people outside that kubectl needs IPv6 or a VPN, give user clusters of ${name} public IPv4 addresses as well, or have the platform open from inside only.`,
    fixes: [{ title: "Open the platform from inside only", set: [{ path: read.path(dns.plan.outside), value: false }] }],
    answers: [read.path(dns.plan.outside), read.path(fronts.cluster.pool6, cluster)],
  });
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
    const ways = userApiWays(read, cluster).filter(({ public: reached }) => !reached);
    const name = clusterName(read, cluster);
    const inSix = ways.filter(({ six }) => six?.public === true);
    if (inSix.length > 0) reportSixAlone(read, cluster, inSix, report);
    const inside = ways.filter((way) => !inSix.includes(way));
    if (inside.length === 0) return;
    report({
      title: `kubectl from the internet reaches no user cluster of ${name}`,
      message: `The platform opens for people on the internet: they log in and download kubeconfigs. Those of ${name} dial an address of the inside, ${listed(inside.map((way) => dialled(read, cluster, way, way.six && way.six.shown !== way.shown ? `${way.shown} and ${way.six.shown}` : way.shown)))}, and no row and no record of the outer view leads there.`,
      remedy: `Tell people outside that kubectl works from inside or by VPN alone, give user clusters of ${name} public addresses, or have the platform open from inside only.`,
      fixes: [{ title: "Open the platform from inside only", set: [{ path: read.path(dns.plan.outside), value: false }] }],
      answers: [read.path(dns.plan.outside)],
    });
  },
});
