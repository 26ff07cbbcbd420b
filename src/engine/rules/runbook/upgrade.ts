import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { clusterName, installedRelease, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { waitFor } from "./master.ts";
import { reportsUsage } from "../basics/telemetry.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { atCluster, deploy, gatewayFlag, type StepRule, withoutDex } from "./step.ts";
import { replacesDex } from "../identity/token-issuer.ts";

/** Keeps an upgrade from bringing back what the installation left out. */
const silent = (read: Reader): readonly string[] => (read.rule(reportsUsage) === undefined ? ["--disable-telemetry"] : []);

/** The upgrade itself; where the entry is replaced, with both side by side. */
export const upgradeMaster: StepRule = rule({
  id: "runbook.upgrade-master",
  title: "Step: master upgrade",
  per: "plan",
  sources: ["kkp.code.installer"],
  derive: (read) => {
    const before = read.rule(installedRelease);
    const { entry, latestPatch, upgradeGuide } = read.rule(release);
    if (upgradeGuide) read.cite(upgradeGuide);
    const former = read.optionalRule(replacedEntry)?.entry;
    const cluster = read.rule(masterCluster);
    const serves = entry.own ? "your Gateway takes the routes beside it" : `${entry.title} gets an address of its own`;
    return [
      {
        id: "step.upgrade-master",
        title: former ? `Upgrade the master to ${latestPatch}, keeping ${former.title} for now` : `Upgrade the master to ${latestPatch}`,
        text: `${waitFor(read)}${former ? `${former.title} goes on serving while ${serves}.` : "The operator brings Seeds and user clusters after it; charts of Seeds follow in the next steps. Go on when every Seed names the new version."}${replacesDex(read) ? " The flag leaves Dex out: nothing here asks one, and one that stands from before is neither upgraded nor removed." : ""}`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", [former !== undefined && "--skip-ingress-cleanup", gatewayFlag(read), withoutDex(read), ...silent(read)]),
          `kubectl -n ${quote(entry.service.namespace)} get services`,
          former ? "kubectl get gateways,httproutes --all-namespaces" : "kubectl -n kubermatic get seeds",
        ],
        from: read.cell,
        why: former ? "Names can then be moved to the new address one by one, with a way back." : `KKP goes from one minor release to the next, and ${before.id} is the one before.`,
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
    const { entry } = read.rule(release);
    const cluster = read.rule(masterCluster);
    const others = read.subjects("cluster").filter((id) => id !== cluster && read.optionalRule(servesOwnInterfaces, id) === true);
    const { namespace } = before.entry.service;
    const kept = `The chart keeps its Service when its release goes, and the address with it, so the namespace goes as well`;
    const left = `kubectl -n ${quote(namespace)} get services`;
    const byHand = [`helm uninstall ${quote(namespace)} --namespace ${quote(namespace)} --ignore-not-found`, `kubectl delete namespace ${quote(namespace)} --ignore-not-found`, left];
    const elsewhere = others.length === 0 ? "" : ` No installer run removes it from ${others.map((id) => clusterName(read, id)).join(", ")}, so that is done by hand. ${entry.own ? "" : `${kept}. `}`.trimEnd();
    return [
      {
        id: "step.upgrade-clean",
        title: `Take ${before.entry.title} away`,
        text: entry.own
          ? `Beside a Gateway of yours the installer leaves ${before.entry.title} where it is. Its Ingresses go first, then its release. ${kept}. Its address is free when the last command finds no Service.${elsewhere}`
          : `Its Service outlives an ordinary removal, so the flag is needed: it takes the namespace away as well, and the address is free afterwards.${elsewhere}`,
        commands: [
          atCluster(read, cluster),
          ...(entry.own
            ? ["kubectl -n kubermatic delete ingress kubermatic --ignore-not-found", ...(replacesDex(read) ? [] : ["kubectl -n dex delete ingress dex --ignore-not-found"]), ...byHand]
            : [deploy("kubermatic-master", "values.yaml", ["--clean-nginx-lb", withoutDex(read), ...silent(read)]), left]),
          ...others.flatMap((id) => [atCluster(read, id), ...byHand]),
        ],
        from: read.cell,
        why: `Until then the plan needs one address more than afterwards.`,
      },
    ];
  },
});
