import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { project } from "../../answers/chapters/project.ts";
import { kubelbHome, kubelbManager, kubelbProxy, kubelbUpgrades } from "../../facts/balancers.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { upgradedHub } from "../firewall/upgraded-hub.ts";
import { hubUpgradeTitle } from "../runbook/hub-upgrade.ts";
import { hubLeft, type HubLeft } from "../workloads/hub-left.ts";
import { hubPods } from "../workloads/hub-pods.ts";
import { hubProxy } from "../workloads/hub-version.ts";
import { servedByHub } from "../workloads/hub.ts";
import { roomOf } from "./hub-room.ts";
import { itemOf, openIn, type Draft } from "./item.ts";

/** Why what runs does not stay, as sentences. */
function becauseOf(read: Reader, { version, unnamed, older, connector, both }: HubLeft): string {
  const [before, id] = [read.rule(installedRelease).id, releaseIn(read).id];
  return [
    ...(unnamed.length === 0 ? [] : [`The compatibility matrix names ${listed(unnamed)} for KKP ${before} and not for KKP ${id}${both ? `, and ${version} for both` : ""}.`]),
    ...(older.length === 0 ? [] : [`KKP ${id} brings the connector ${connector} into user clusters as soon as it is installed, and a connector may send a manager of ${listed(older)} what that does not know.`]),
  ].join(" ");
}

/** What the pods of Envoy ask for in versions that asked for less, as a sentence with a blank before it. */
function growth(read: Reader, left: readonly string[]): string {
  const { cpu, memory } = hubProxy(read);
  const proxies = read.fact(kubelbProxy);
  const lesser = left.flatMap((one) => (proxies[one] && (proxies[one].cpu < cpu || proxies[one].memory < memory) ? [{ one, was: `${proxies[one].cpu} m and ${proxies[one].memory} MiB` }] : []));
  if (lesser.length === 0) return "";
  return ` Each Envoy pod asks for ${cpu} m of CPU and ${memory} MiB, and for ${listed([...new Set(lesser.map(({ was }) => was))])} in ${listed(lesser.map(({ one }) => one))}: workers without this room leave pods of tenants waiting.`;
}

/** The KubeLB that an upgrade of KKP needs, where one that the installed release goes with is left behind. */
const hubRelease = rule<readonly Draft[]>({
  id: "checklist.kubelb-release",
  title: "Checklist: release of KubeLB",
  per: "plan",
  sources: ["kubelb.compatibility", "kubelb.upgrade"],
  derive: (read) => {
    const leaving = read.rule(hubLeft);
    const { left, version, both } = leaving;
    const { id } = releaseIn(read);
    const edition = read.maybe(project.plan.edition);
    const chart = edition.kind === "known" ? read.fact(kubelbHome).charts[edition.value] : "the chart of the manager";
    const tag = read.fact(kubelbManager).versions[version] ?? version;
    const tenants = listed(read.rule(servedByHub).clusters.map((cluster) => clusterName(read, cluster)));
    const grown = growth(read, left);
    const { needs } = read.fact(kubelbUpgrades)[version] ?? {};
    const handled = read.aside(() => read.outcome(upgradedHub));
    const registry = handled.kind === "known" && handled.value.chartFromRegistry;
    return [
      itemOf(read, "kubelb-release", {
        title: `KubeLB ${version} in place of ${listed(left)}${both ? `, before KKP ${id} is installed` : ""}, by the step “${hubUpgradeTitle(version)}”:${grown === "" ? "" : ` on its management cluster room for ${roomOf(read.rule(hubPods))}, then`} CRDs, then the manager${tenants === "" ? "" : `; on ${tenants} CRDs, then the connector`}`,
        team: "platform",
        chapter: "loadBalancer",
        verify: `\`helm -n kubelb list\` on the management cluster shows ${chart} ${tag} or newer as deployed${tenants === "" ? "" : `, and on ${tenants} the connector's chart in the same version`}; ${needs === undefined ? "" : `\`kubectl get crd ${needs}\` on the management cluster prints it, `}\`kubectl get pods -A --field-selector status.phase=Pending\` there prints none of a namespace tenant-…, and \`kubectl get configs.kubelb.k8c.io -A\` the Config that was there before; a Service of a tenant still answers at its address`,
        uses: registry ? ["mirror-registry", "mirror-host", "account.registry-push"] : [],
        blockedBy: openIn(read.maybe(kubelbHub.plan.kubelbPlace), read.maybe(kubelbHub.plan.kubelbRuns)),
        why: `${becauseOf(read, leaving)}${grown}`,
      }),
    ];
  },
});

export const hubUpgradeItems: readonly Rule<readonly Draft[]>[] = [hubRelease];
