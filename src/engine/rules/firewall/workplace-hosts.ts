import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { installerHosts, recordsChartHost, terraformHosts, toolingHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { externalDns } from "../dns/external-dns.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** What the machine that installs these clusters fetches: its tools, and the charts that the runbook takes from public repositories. */
export function workplaceHosts(read: Reader, clusters: readonly string[]): readonly FoundHost[] {
  const terraformed = clusters.some((cluster) => usesTerraform(read, cluster));
  const balancers = clusters.flatMap((cluster) => {
    const kind = read.optional(loadBalancer.cluster.kind, cluster);
    if (kind === undefined) return [];
    const { title, install } = loadBalancerKindOf(kind);
    return (install?.chartHosts ?? []).map((host) => ({ host, purpose: `Chart of ${title.split(" ")[0] ?? title}` }));
  });
  const records = read.optionalRule(externalDns) !== undefined ? hostsFrom(read, recordsChartHost) : [];
  // Tools are fetched whoever serves the zone: a service that is not named yet keeps no other host off the list.
  const solving = read.outcome(solverWebhook);
  const chart = solving.kind === "known" ? solving.value.chart : undefined;
  const webhook = chart ? [{ host: chart.host, purpose: "Chart of the webhook for DNS-01; the archive itself comes from github.com" }] : [];
  const tooling = read.answer(operations.plan.toolset) === "container" ? hostsFrom(read, toolingHosts) : [];
  const all = [...(terraformed ? hostsFrom(read, terraformHosts) : []), ...hostsFrom(read, installerHosts), ...tooling, ...balancers, ...records, ...webhook];
  return [...new Map(all.map((row) => [row.host, row])).values()];
}
