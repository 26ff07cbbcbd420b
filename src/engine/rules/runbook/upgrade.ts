import { rule, type Reader } from "../../kernel/rule.ts";
import type { PlatformEntry, ReleaseEntry } from "../../releases/release.ts";
import { quote } from "../../values/shell.ts";
import { listed } from "../../values/sentence.ts";
import { gatewayOf, serviceNamespace } from "../basics/entry-names.ts";
import { clusterName, goesAtOnce, installedRelease, masterCluster, releaseIn, replacedAt, replacedEntry } from "../basics/platform.ts";
import { waitFor } from "./master.ts";
import { silenceWords, silencing } from "../basics/telemetry.ts";
import { installerCleans } from "../addresses/entry.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { atCluster, deploy, gatewayFlag, type Step, type StepRule, withoutDex } from "./step.ts";
import { keptDexIngress } from "../identity/dex-ingress.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** The upgrade itself; where the entry is replaced, with both side by side. */
export const upgradeMaster: StepRule = rule({
  id: "runbook.upgrade-master",
  title: "Step: master upgrade",
  per: "plan",
  sources: ["kkp.code.installer"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const { entry, latestPatch, upgradeGuide, wayBack } = releaseIn(read);
    if (upgradeGuide) read.cite(upgradeGuide);
    const former = read.optionalRule(replacedEntry)?.entry;
    const cluster = read.rule(masterCluster);
    const [beside, instead] = former && goesAtOnce(former) ? [undefined, former] : [former, undefined];
    const serves = entry.own ? "your Gateway takes the routes beside it" : `${entry.title} gets an address of its own`;
    return [
      {
        id: "step.upgrade-master",
        title: `Upgrade the master to ${latestPatch}${beside ? `, keeping ${beside.title} for now` : ""}`,
        text: `${waitFor(read)}${instead ? `The routes of charts move to ${entry.title} at once, that of the dashboard when ${entry.title} accepts it; then KKP deletes its own Gateway. From here until the records lead to ${entry.title}, nobody gets in: trial and records follow at once.` : beside ? `${beside.title} goes on serving while ${serves}.` : "The operator brings Seeds and user clusters after it."}${instead ? "" : ` Go on when every Seed names ${latestPatch}.`}${beside && wayBack ? ` ${wayBack.replace("{dex}", replacesDex(read) ? "" : " and dex.ingress.enabled true")}` : ""}${replacesDex(read) ? " The flag leaves Dex out: nothing here asks one, and one that stands from before is neither upgraded nor removed." : ""}${silenceWords(read)}`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", [beside !== undefined && "--skip-ingress-cleanup", gatewayFlag(read), withoutDex(read), ...silencing(read)]),
          `kubectl -n ${quote(serviceNamespace(read, entry))} get services`,
          ...(former ? ["kubectl get gateways,httproutes --all-namespaces"] : []),
          "kubectl -n kubermatic get seeds",
        ],
        from: read.cell,
        why: instead ? `A chart names one Gateway for its routes, so ${instead.title} and ${entry.title} never serve the login side by side.` : beside ? "Names can then be moved to the new address one by one, and each of them can be moved back." : `KKP goes from one minor release to the next, and ${before.id} is the one before.`,
      },
    ];
  },
});

/** The old entry goes. */
export const upgradeClean: StepRule = rule({
  id: "runbook.upgrade-clean",
  title: "Step: former entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api", "kkp.code.installer", "kkp.code.nginx-values"],
  derive: (read) => {
    const before = read.rule(replacedEntry);
    const { entry, id: target } = releaseIn(read);
    const cluster = read.rule(masterCluster);
    const cleans = installerCleans(read, cluster);
    const others = read.subjects("cluster").filter((id) => id !== cluster && read.optionalRule(servesOwnInterfaces, id) === true && replacedAt(read, id) !== undefined);
    if (goesAtOnce(before.entry)) return [controllerGoes(read, before.entry, entry, cluster)];
    const { namespace } = before.entry.service;
    const kept = `The chart keeps its Service when its release goes, and the address with it, so the namespace goes as well`;
    const dexIngress = keptDexIngress(read);
    const switchedOff = dexIngress ? `${dexIngress} in values.yaml becomes false first, or the chart would make the Ingress of Dex again. ` : "";
    const left = `kubectl -n ${quote(namespace)} get services`;
    const byHand = [`helm uninstall ${quote(namespace)} --namespace ${quote(namespace)} --ignore-not-found`, `kubectl delete namespace ${quote(namespace)} --ignore-not-found`, left];
    const elsewhere = others.length === 0 ? "" : ` No installer run removes it from ${listed(others.map((id) => clusterName(read, id)))}, so that is done by hand. ${cleans ? `${kept}. ` : ""}`.trimEnd();
    return [
      {
        id: "step.upgrade-clean",
        title: `Take ${before.entry.title} away`,
        text: !cleans
          ? `${switchedOff}The installer of KKP ${target} leaves ${before.entry.title} where it is. Its Ingresses go first, then its release. ${kept}. Its address is free when the last command finds no Service.${elsewhere}`
          : `${switchedOff}Its Service outlives an ordinary removal, so the flag is needed: it takes the namespace away as well, and the address is free afterwards.${elsewhere}`,
        commands: [
          atCluster(read, cluster),
          ...(!cleans
            ? ["kubectl -n kubermatic delete ingress kubermatic --ignore-not-found", ...(replacesDex(read) ? [] : ["kubectl -n dex delete ingress dex --ignore-not-found"]), ...byHand]
            : [deploy("kubermatic-master", "values.yaml", ["--clean-nginx-lb", withoutDex(read), ...silencing(read)]), left]),
          ...others.flatMap((id) => [atCluster(read, id), ...byHand]),
        ],
        from: read.cell,
        why: `Until then the plan needs one address more than afterwards.`,
      },
    ];
  },
});

/** What is left of KKP's own Gateway once KKP has deleted it for a Gateway of the customer. */
function controllerGoes(read: Reader, before: ReleaseEntry, entry: PlatformEntry, cluster: string): Step {
  const { namespace } = before.service;
  return {
    id: "step.upgrade-clean",
    title: `Take ${before.title} away`,
    text: `KKP deletes its Gateway itself, and the address is free with it; the controller and its classes stay. They are removed only where no other Gateway is of the class kubermatic-envoy-gateway: the first command lists the classes in use, and if ${gatewayOf(read, entry)?.name ?? entry.title} is of it, the step ends there.`,
    commands: [atCluster(read, cluster), "kubectl get gateways --all-namespaces", `kubectl -n ${quote(namespace)} get services`, `helm uninstall ${quote(namespace)} --namespace ${quote(namespace)} --ignore-not-found`],
    from: read.cell,
    why: `Nothing of the platform passes ${before.title} any more.`,
  };
}
