import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { kubelbManager } from "../../facts/balancers.ts";
import { installerHosts, recordsChartHost, terraformHosts, toolHosts, toolingHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { installedRelease } from "../basics/platform.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { externalDns } from "../dns/external-dns.ts";
import { hostsFrom, only, type FoundHost } from "./found-hosts.ts";
import { managersChart, upgradedHub } from "./upgraded-hub.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** Whether KubeOne brings the chart of a cluster's balancer as its network plugin, from where it is run. */
export function bringsPlugin(read: Reader, cluster: string): boolean {
  return balancerSoFar(read, cluster)?.install?.pluginValues !== undefined && read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone";
}

/** Whether clusters are made and fitted out: an upgrade finds machines, network plugins and balancers there. Nobody knows before the answer which it is. */
const installing = (read: Reader): boolean => read.outcome(installedRelease).kind === "not-applicable";

/** Whether an issuer is set up: with a new platform, or where an upgrade brings one. */
const issuing = (read: Reader): boolean => installing(read) || (read.outcome(installedRelease).kind === "known" && comesNew(read, "certificates"));

/**
 * What a machine of the installation fetches: its tools, those that make the machines of clusters with what these load, and the charts that the runbook takes from public repositories for clusters that are installed from it.
 * Each host knows its grounds, so that lists of rows may ask for it aside.
 */
export function workplaceHosts(read: Reader, made: readonly string[], installed: readonly string[]): readonly FoundHost[] {
  const making = read.aside(() => installing(read));
  const upgrading = read.aside(() => read.outcome(installedRelease).kind === "known");
  const terraforming = (reader: Reader): boolean => made.some((cluster) => usesTerraform(reader, cluster));
  const balancers = [...new Set([...made, ...installed])].flatMap((cluster) => {
    const balancer = balancerSoFar(read, cluster);
    if (balancer === undefined) return [];
    const { title, install } = balancer;
    // An upgrade takes charts of those alone whose values it changes.
    if (!(making || (upgrading && install?.compare?.charts === true))) return [];
    if (!(making && bringsPlugin(read, cluster) ? made : installed).includes(cluster)) return [];
    return only((install?.chartHosts ?? []).map((host) => ({ host, purpose: `Chart of ${title.split(" ")[0] ?? title}` })), (reader) => (balancerSoFar(reader, cluster), bringsPlugin(reader, cluster)));
  });
  // Who fills and proves the zone is ground of the charts for it, and of no other host.
  const recording = (reader: Reader) => reader.outcome(externalDns).kind === "known";
  const records = installed.length > 0 && read.aside(() => recording(read)) ? hostsFrom(read, recordsChartHost).map((row) => ({ ...row, reads: [...(row.reads ?? []), recording] })) : [];
  // Tools are fetched whoever serves the zone: a service that is not named yet keeps no other host off the list.
  const plugIn = (reader: Reader) => reader.outcome(solverWebhook);
  const solving = read.aside(() => plugIn(read));
  const chart = installed.length > 0 && read.aside(() => issuing(read)) && solving.kind === "known" ? solving.value.chart : undefined;
  const webhook = chart ? [{ host: chart.host, purpose: "Chart of the webhook for DNS-01; the archive itself comes from github.com", reads: [plugIn, issuing] }] : [];
  // The manager of KubeLB is installed from where the charts of clusters are.
  const manager = (reader: Reader) => managersChart(reader);
  const hub = installed.length > 0 && read.aside(() => manager(read)) === "public" ? read.aside(() => read.fact(kubelbManager)).hosts.map((host) => ({ host, purpose: "Chart of KubeLB", reads: [manager, (reader: Reader) => reader.fact(kubelbManager)] })) : [];
  // So are charts of connectors that follow another version of it.
  const renewed = (reader: Reader) => reader.outcome(upgradedHub);
  const following = read.aside(() => renewed(read));
  const connectors = following.kind === "known" ? following.value.connectors.filter((cluster) => installed.includes(cluster)).flatMap((cluster) => (balancerSoFar(read, cluster)?.install?.chartHosts ?? []).map((host) => ({ host, purpose: "Chart of KubeLB", reads: [renewed, (reader: Reader) => balancerSoFar(reader, cluster)] }))) : [];
  const toolset = (reader: Reader) => reader.answer(operations.plan.toolset);
  const tooling = only(hostsFrom(read, toolset(read) === "container" ? toolingHosts : toolHosts), toolset);
  const all = [...(terraforming(read) ? only(hostsFrom(read, terraformHosts), terraforming) : []), ...hostsFrom(read, installerHosts), ...tooling, ...only(balancers, installing), ...connectors, ...hub, ...records, ...webhook];
  return [...new Map(all.map((row) => [row.host, row])).values()];
}
