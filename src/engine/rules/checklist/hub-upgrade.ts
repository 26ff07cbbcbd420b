import { kubelbHome, kubelbManager, kubelbMatrix } from "../../facts/balancers.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { hubVersion } from "../workloads/hub-version.ts";
import { servedByHub } from "../workloads/hub.ts";
import { itemOf, type Draft } from "./item.ts";

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
    return [
      itemOf(read, "kubelb-release", {
        title: `KubeLB ${version} in place of ${listed(left)}${both ? `, before KKP ${id} is installed` : ""}: on its management cluster CRDs, then the manager${clusters.length === 0 ? "" : `; on ${tenants} CRDs, then the connector`}`,
        team: "platform",
        chapter: "loadBalancer",
        verify: `\`helm -n kubelb list\` on the management cluster shows ${chart} ${tag} as deployed${clusters.length === 0 ? "" : `, and on ${tenants} the connector's chart in the same version`}; \`kubectl get crd listenersets.gateway.networking.k8s.io\` on the management cluster prints it, and a Service of a tenant still answers at its address`,
        why: `The compatibility matrix names ${listed(left)} for KKP ${before.id} and not for KKP ${id}${both ? `, and ${version} for both` : ""}. \`helm upgrade\` leaves out CRDs, those of bundled charts as well, and reports success: the three folders of the page on upgrades are applied before it, and the Envoy Gateway that 1.5 bundles does not start again without them. The manager goes first: it works with older connectors, while a newer one may send an older manager what that does not know.`,
      }),
    ];
  },
});

export const hubUpgradeItems: readonly Rule<readonly Draft[]>[] = [hubRelease];
