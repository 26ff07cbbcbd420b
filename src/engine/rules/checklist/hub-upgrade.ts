import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbAirGap, kubelbEnvoyImages, kubelbHome, kubelbManager, kubelbMatrix, kubelbProxy } from "../../facts/balancers.ts";
import { sources } from "../../facts/sources.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { knownIds } from "../firewall/subjects.ts";
import { hubPods } from "../workloads/hub-pods.ts";
import { hubHasBundle, hubProxy, hubVersion } from "../workloads/hub-version.ts";
import { servedByHub } from "../workloads/hub.ts";
import { roomOf } from "./hub-room.ts";
import { itemOf, openIn, type Draft } from "./item.ts";

/** Whether nodes of KubeLB that runs load images from a private registry alone; false also while its place is open. */
function isOffline(read: Reader): boolean {
  const place = read.maybe(kubelbHub.plan.kubelbPlace);
  return place.kind === "known" && read.rule(knownIds).places.has(place.value) && !reachesInternet(read, place.value);
}

/** What is copied before anybody upgrades KubeLB where its nodes reach no public registry, as a sentence with a blank before it. */
function copied(read: Reader, chart: string, tag: string, connector: boolean): string {
  const { repository } = read.fact(kubelbManager);
  const edition = read.maybe(project.plan.edition);
  read.cite("kubelb.air-gap");
  const bundled = edition.kind === "known" && edition.value === "EE" && hubHasBundle(read) ? read.fact(kubelbAirGap) : undefined;
  const images = bundled ? `${bundled.script} in ${bundled.folder} of the chart copies those of ${bundled.images}` : `those that its chart names and ${listed(read.fact(kubelbEnvoyImages).images)}`;
  return ` Its nodes reach no public registry: before that, whoever upgrades it copies ${chart} ${tag} of ${repository}${connector ? ", the connector's chart beside it" : ""} and the images into the private one; ${images}.`;
}

/** What becomes of the Config that an older chart made, as a sentence with a blank before it; nothing where all charts leave it alone. */
function configOf(read: Reader, left: readonly string[]): string {
  const proxies = read.fact(kubelbProxy);
  const made = left.filter((version) => proxies[version]?.withoutConfig === undefined);
  const { withoutConfig } = hubProxy(read);
  if (made.length === 0 || withoutConfig === undefined) return "";
  return ` The chart of ${listed(made)} makes the Config unless told otherwise, and that of later ones does not: where \`helm -n kubelb get manifest kubelb-manager\` shows an object of kind Config, kubelb.skipConfigGeneration: false comes into its values before the chart is exchanged, or \`helm upgrade\` deletes it with its fields for Envoy and annotations, and each tenant gets ${withoutConfig} Envoy pods. A Config that somebody applied by hand stays with true.`;
}

/** The KubeLB that an upgrade of KKP needs, where one that the installed release goes with is left behind. */
const hubRelease = rule<readonly Draft[]>({
  id: "checklist.kubelb-release",
  title: "Checklist: release of KubeLB",
  per: "plan",
  sources: ["kubelb.compatibility", "kubelb.upgrade"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    if (!isRunning(read, "load-balancers")) return read.notApplicable("KubeLB may come with this upgrade.");
    const { id } = releaseIn(read);
    const matrix = Object.entries(read.fact(kubelbMatrix));
    const left = matrix.filter(([, releases]) => releases.includes(before.id) && !releases.includes(id)).map(([version]) => version);
    if (left.length === 0) return read.notApplicable(`Each KubeLB of KKP ${before.id} goes with KKP ${id}.`);
    const version = hubVersion(read);
    const both = (read.fact(kubelbMatrix)[version] ?? []).includes(before.id);
    const edition = read.maybe(project.plan.edition);
    const chart = edition.kind === "known" ? read.fact(kubelbHome).charts[edition.value] : "the chart of the manager";
    const tag = read.fact(kubelbManager).versions[version] ?? version;
    const tenants = listed(clusters.map((cluster) => clusterName(read, cluster)));
    const room = read.rule(hubPods);
    const { cpu, memory } = hubProxy(read);
    const proxies = read.fact(kubelbProxy);
    const grows = left.filter((one) => (proxies[one]?.cpu ?? cpu) < cpu || (proxies[one]?.memory ?? memory) < memory);
    const offline = isOffline(read);
    const page = sources.get("kubelb.upgrade");
    return [
      itemOf(read, "kubelb-release", {
        title: `KubeLB ${version} in place of ${listed(left)}${both ? `, before KKP ${id} is installed` : ""}: on its management cluster room for ${roomOf(room)}, then CRDs, then the manager${clusters.length === 0 ? "" : `; on ${tenants} CRDs, then the connector`}`,
        team: "platform",
        chapter: "loadBalancer",
        verify: `\`helm -n kubelb list\` on the management cluster shows ${chart} ${tag} as deployed${clusters.length === 0 ? "" : `, and on ${tenants} the connector's chart in the same version`}; \`kubectl get crd listenersets.gateway.networking.k8s.io\` on the management cluster prints it, \`kubectl get pods -A --field-selector status.phase=Pending\` none of a namespace tenant-…, and \`kubectl get configs.kubelb.k8c.io -A\` the Config that was there before; a Service of a tenant still answers at its address`,
        uses: offline ? ["mirror-registry", "mirror-host", "account.registry-push"] : [],
        blockedBy: openIn(read.maybe(kubelbHub.plan.kubelbPlace)),
        why: `The compatibility matrix names ${listed(left)} for KKP ${before.id} and not for KKP ${id}${both ? `, and ${version} for both` : ""}. \`helm upgrade\` leaves out CRDs, those of bundled charts as well, and reports success: the three folders of the page on upgrades are applied before it${page ? ` (${page.title}, ${page.url})` : ""}, and the Envoy Gateway that 1.5 bundles does not start again without them. The manager goes first: it works with older connectors, while a newer one may send an older manager what that does not know.${grows.length === 0 ? "" : ` Each Envoy pod asks for ${cpu} m of CPU and ${memory} MiB, and for ${listed([...new Set(grows.flatMap((one) => (proxies[one] ? [`${proxies[one].cpu} m and ${proxies[one].memory} MiB`] : [])))])} in ${listed(grows)}: workers without this room leave pods of tenants waiting.`}${configOf(read, left)}${offline ? copied(read, chart, tag, clusters.length > 0) : ""} The way back is no \`helm rollback\` alone: a policy for admission that ${version} brings, safe-upgrades.gateway.networking.k8s.io, refuses older CRDs of the Gateway API until its binding and it are deleted.`,
      }),
    ];
  },
});

export const hubUpgradeItems: readonly Rule<readonly Draft[]>[] = [hubRelease];
