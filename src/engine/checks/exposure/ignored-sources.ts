import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { departs, proxyRuns, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { capital } from "../../values/sentence.ts";
import { frontThatIgnores } from "./front-that-ignores.ts";

/** Lists of allowed networks that nobody enforces, because what stands in front takes none. */
export const ignoredSources = check({
  id: "exposure.ignored-sources",
  title: "Load balancers keep to the allowed networks",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.apiserver-policies"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const proxied = departs(read, "proxy-sources") && read.rule(proxyRuns, cluster);
    const limited = departs(read, "sources") ? read.rule(datacentersOf, cluster).filter((id) => read.rule(strategyOfDatacenter, id) === "LoadBalancer") : [];
    if (!proxied && limited.length === 0) return;
    const front = frontThatIgnores(read, cluster);
    if (!front) return;
    read.cite(...front.sources);
    const lists = [...(proxied ? [read.path(exposure.cluster.proxySources, cluster)] : []), ...limited.map((id) => read.path(exposure.datacenter.sourceRanges, id))];
    const name = clusterName(read, cluster);
    report({
      title: `${capital(front.title)} lets every network reach user clusters of ${name}`,
      message: `The list of allowed networks ends up in Services of ${name}, and ${front.how ?? `${front.title} takes none over`}: whoever reaches the load balancer reaches the API servers behind it.`,
      remedy: `Have a firewall in front let in the allowed networks and the platform itself alone, or choose a load balancer that keeps to source ranges.`,
      answers: [...lists, read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
