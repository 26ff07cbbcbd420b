import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { reconcileLimit } from "../../facts/releases.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import type { Release, UpgradeNote } from "../../releases/release.ts";
import { capital, listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { platformPort } from "../addresses/url-port.ts";
import { ownGatewayName } from "../basics/entry-names.ts";
import { goesAtOnce, installedRelease, masterCluster, releaseIn, replacedEntry, seeds } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { externalDns } from "../dns/external-dns.ts";
import { platformIds } from "../identity/client-ids.ts";
import { keptDexIngress } from "../identity/dex-ingress.ts";
import { releaseIsCarried } from "../internet/offline.ts";
import { losesIssuer, tokenIssuer, replacesDex } from "../identity/token-issuer.ts";
import { atCluster, type StepRule } from "./step.ts";

/** What must be in order before an upgrade touches anything. */
export const upgradeHealth: StepRule = rule({
  id: "runbook.upgrade-health",
  title: "Step: state before the upgrade",
  per: "plan",
  sources: ["kkp.code.installer"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const { id, kubernetes, upgradeGuide, upgradeNotes, networkPlugins } = releaseIn(read);
    if (upgradeGuide) read.cite(upgradeGuide);
    const cluster = read.rule(masterCluster);
    const entry = read.optionalRule(replacedEntry)?.entry;
    const patched = upgradeNotes.filter((note) => withPatch(note, { id }) && matters(read, note)).map(({ text }) => ` ${text}`).join("");
    return [
      {
        id: "step.upgrade-health",
        title: `Check the platform before the upgrade to KKP ${id}`,
        text: `Bring KKP ${before.id} to its latest patch, ${before.latestPatch}, first. All Seeds are healthy, and every user cluster runs Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}, which KKP ${id} offers: each Seed lists its own.${patched}${pluginsLeft(before, networkPlugins, id)}`,
        commands: [
          atCluster(read, cluster),
          "kubectl -n kubermatic get seeds",
          ...(entry ? [`kubectl -n ${quote(entry.service.namespace)} get services`] : []),
          ...read.rule(seeds).flatMap((seed) => [atCluster(read, seed), "kubectl get clusters --output custom-columns=NAME:.metadata.name,KUBERNETES:.spec.version,PLUGIN:.spec.cniPlugin.type,VERSION:.spec.cniPlugin.version,HEALTH:.status.phase"]),
        ],
        from: read.cell,
        why: `The installer refuses unhealthy Seeds, user clusters of a version that is no longer offered, and steps over more than one minor release.`,
      },
    ];
  },
});

/** What user clusters on a version of Cilium do that the new release offers no more, as a sentence with a blank before it. */
function pluginsLeft(before: Release, { cilium }: Release["networkPlugins"], id: string): string {
  const left = before.networkPlugins.cilium.offered.filter((version) => !cilium.offered.includes(version));
  if (left.length === 0) return "";
  const [oldest = ""] = cilium.offered;
  return ` User clusters on Cilium ${listed(left)} go on running, but KKP ${id} offers none of these: those older than ${oldest} go to it before the upgrade, one minor release after the other, since the versions between are gone afterwards.`;
}

/** What must change in the files that are there before the installer of the new release reads them. */
export const upgradeFiles: StepRule = rule({
  id: "runbook.upgrade-files",
  title: "Step: files for the new release",
  per: "plan",
  sources: ["kkp.code.installer"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const target = releaseIn(read);
    if (target.upgradeGuide) read.cite(target.upgradeGuide);
    const replaced = read.optionalRule(replacedEntry);
    const { field, usual } = read.fact(reconcileLimit);
    const pace = read.rule(seeds).length === 0 ? "" : ` ${field} goes down from its value, ${usual} where none is set, so that the new release rolls fewer user clusters over at a time; a step at the end brings it back.`;
    const sentences = [...(replaced ? entrySentences(read, replaced) : []), ...loginSentences(read, before), ...target.upgradeNotes.filter((note) => !withPatch(note, target) && matters(read, note)).map(({ text }) => text)];
    const { entry, id } = target;
    return [
      {
        id: "step.upgrade-files",
        title: replaced ? `Prepare the files for ${entry.title}` : `Prepare the files for KKP ${id}`,
        text: `${sentences.length === 0 ? `Nothing that this plan holds changes between KKP ${before.id} and ${id}; the changelog tells of everything else.` : sentences.join(" ")}${pace}`,
        commands: ["git diff -- kubermatic.yaml values.yaml", ...(replaced && !replacesDex(read) ? ["grep -n 'httpRoute' values.yaml"] : [])],
        from: read.cell,
        why: replaced
          ? `${capital(entry.title)} replaces ${replaced.entry.title}; ${replacesDex(read) || goesAtOnce(replaced.entry) ? "what the files say of the former one is read no more" : "without these lines Dex fails in the middle of the upgrade"}.`
          : `Nobody tells of fields that KKP ${id} reads no more, so what is left behind shows when something is missing.`,
      },
    ];
  },
});

/** What another entry needs, and where its certificates come from. */
function entrySentences(read: Reader, before: Release): readonly string[] {
  read.cite("kkp.gateway-api");
  const { entry } = releaseIn(read);
  const dexIngress = keptDexIngress(read);
  const dead = [...before.entry.issuerValues.filter(({ chart }) => chart !== "dex" || !(replacesDex(read) || dexIngress)).map(({ field }) => field.split(":")[0] ?? ""), before.entry.annotations.seed.split(".")[0] ?? ""];
  const named = (): string => {
    const { namespace, name } = ownGatewayName(read);
    return `kubermatic.yaml names your Gateway as spec.ingress.gateway.externalGateway, ${name} in the namespace ${namespace};`;
  };
  if (goesAtOnce(before.entry)) {
    return [
      `${named()} className, infrastructureAnnotations and tls beside it and spec.ingress.certificateIssuer leave the file, because KKP refuses them together.`,
      `Where files of values of the master set httpRoute.gatewayName and httpRoute.gatewayNamespace, they name your Gateway.`,
      read.rule(issuer).onUpgrade,
    ];
  }
  return [
    ...(entry.own ? [`${named()} spec.ingress.certificateIssuer leaves the file, because KKP refuses both together.`] : []),
    ...switchSentences(read),
    ...(replacesDex(read) ? [] : ["values.yaml gets httpRoute.domain."]),
    ...(dexIngress ? [`Its block ${dexIngress.split(".").slice(0, -1).join(".")} stays, and ${dexIngress} is true until ${before.entry.title} is taken away: people reach Dex by that Ingress until the records move.`] : []),
    ...(read.subjects("cluster").length > 1 ? [`Files of values of other clusters with interfaces get httpRoute.domain${replacesDex(read) ? "" : " too"}.`] : []),
    read.rule(issuer).onUpgrade,
    ...(read.outcome(externalDns).kind === "not-applicable" ? [] : [`external-dns watches ${entry.recordSource} from the trial of the new entry on: before, it would lead names to what nobody has tried.`]),
    `spec.ingress.className and the values ${listed(dead)} are read no more.`,
  ];
}

/** What a release wants where Gateway API is an option of it, and no other way than the one it brings. */
function switchSentences(read: Reader): readonly string[] {
  const { gatewayEntry, gatewaySwitches } = releaseIn(read);
  const flag = gatewayEntry && gatewaySwitches.find(({ object, needs }) => object === "values" && needs === undefined);
  return flag ? [`Every file of values gets ${flag.field}: ${flag.value}; the table of settings holds what belongs to it.`] : [];
}

/** What another way to log in to the dashboard needs. */
function loginSentences(read: Reader, before: Release): readonly string[] {
  const { dashboardFlow, redirectUris } = releaseIn(read);
  const known = new Set(before.redirectUris.map(({ uri }) => uri));
  const added = redirectUris.filter(({ uri }) => !known.has(uri)).map(({ uri }) => uri.replace("{domain}", `${read.answer(project.plan.domain)}${platformPort(read)}`));
  const master = read.rule(masterCluster);
  const ports = portsAt(read, master);
  const ids = platformIds(read);
  const assigned = ids.kind === "known" && ids.value === "assigned";
  return [
    ...(ports?.dialled ? [`${replacesDex(read) ? "Every redirect URI gets" : "The token issuer and every redirect URI of the platform get"} port ${ports.after.https} in place of ${ports.before.https}${losesIssuer(read) ? "; kubeconfigs by OIDC are downloaded anew afterwards" : ""}.`] : []),
    ...(added.length === 0 ? [] : [`Client ${dashboardFlow.client} of ${read.rule(tokenIssuer).title} gets ${listed(added)}.`]),
    ...(dashboardFlow.client === before.dashboardFlow.client ? [] : [`spec.auth.clientID, where it is set, becomes ${assigned ? "the id of the client " : ""}${dashboardFlow.client}, and issuerClientSecret and issuerCookieKey must not be empty.`]),
  ];
}

/** Whether the plan has what a note is about. */
const CONCERNS: Readonly<Record<UpgradeNote["concerns"], (read: Reader) => boolean>> = {
  "every platform": () => true,
  gateway: (read) => read.optionalRule(replacedEntry) === undefined,
  audit: (read) => read.answer(sizing.plan.seedExtras).includes("audit"),
  isolation: (read) => read.answer(project.plan.edition) === "EE" && read.subjects("datacenter").some((datacenter) => (providerOf(read.answer(infrastructure.datacenter.provider, datacenter)) as Provider).hosted !== undefined),
  mla: (read) => read.answer(monitoring.plan.mla),
  "private registry": releaseIsCarried,
  proxies: (read) => read.subjects("cluster").some((cluster) => (read.optionalRule(clusterProxyNamespaces, cluster) ?? []).length > 0),
  "user-cluster-mla": (read) => read.answer(monitoring.plan.userClusterMla),
};

/** Whether the latest patch of the release before brings it, and not the upgrade itself. */
const withPatch = ({ since }: UpgradeNote, { id }: Pick<Release, "id">): boolean => since !== undefined && !since.startsWith(`${id}.`);

const matters = (read: Reader, { concerns }: UpgradeNote): boolean => CONCERNS[concerns](read);
