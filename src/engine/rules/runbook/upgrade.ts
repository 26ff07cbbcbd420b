import { certificates } from "../../answers/chapters/certificates.ts";
import { project } from "../../answers/chapters/project.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { entryAddress, formerEntryAddress } from "../addresses/assignments.ts";
import { clusterName, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { listOf } from "../basics/list-of.ts";
import { hostRules } from "../certificates/index.ts";
import { deploy, domainWord, atCluster, type StepRule } from "./step.ts";

/** What must be in order before an upgrade touches anything. */
export const upgradeHealth: StepRule = rule({
  id: "runbook.upgrade-health",
  title: "Step: state before the upgrade",
  per: "plan",
  sources: ["kkp.upgrade-2.31"],
  derive: (read) => {
    const { id } = read.rule(release);
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    return [
      {
        id: "step.upgrade-health",
        title: `Check the platform before the upgrade to KKP ${id}`,
        text: `Bring KKP ${before.id} to its latest patch, ${before.latestPatch}, first. All Seeds are healthy, and every user cluster runs a Kubernetes that KKP ${id} still offers.`,
        commands: [atCluster(read, cluster), "kubectl -n kubermatic get seeds", "kubectl get clusters", `kubectl -n ${quote(before.entry.service.namespace)} get services`],
        from: read.cell,
        why: `The installer refuses unhealthy Seeds and steps over more than one minor release.`,
      },
    ];
  },
});

/** What the new entry needs in the files that are there. */
export const upgradeFiles: StepRule = rule({
  id: "runbook.upgrade-files",
  title: "Step: files for the new entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read) => {
    const { entry, dashboardFlow, redirectUris } = read.rule(release);
    const before = read.rule(replacedEntry);
    const domain = read.answer(project.plan.domain);
    const known = new Set(before.redirectUris.map(({ uri }) => uri));
    const added = redirectUris.filter(({ uri }) => !known.has(uri)).map(({ uri }) => uri.replace("{domain}", domain));
    const issuance = {
      supplied: "The supplied certificate moves into the one Secret of the Gateway.",
      http01: "The HTTP-01 solver of clusterissuer.yaml points at the Gateway.",
      dns01: "The DNS-01 solver stays as it is.",
    }[read.answer(certificates.plan.issuance)];
    return [
      {
        id: "step.upgrade-files",
        title: `Prepare the files for ${entry.title}`,
        text: `values.yaml gets httpRoute.domain; client ${dashboardFlow.client} of Dex gets ${added.join(", ")}. ${issuance} external-dns, where it runs, watches gateway-httproute.`,
        commands: ["git diff -- kubermatic.yaml values.yaml", "grep -n 'httpRoute' values.yaml"],
        from: read.cell,
        why: `${entry.title} replaces ${before.entry.title}; without these lines Dex fails in the middle of the upgrade.`,
      },
    ];
  },
});

/** The upgrade itself, with both entries side by side. */
export const upgradeMaster: StepRule = rule({
  id: "runbook.upgrade-master",
  title: "Step: master upgrade",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "kkp.code.installer"],
  derive: (read) => {
    const { entry, latestPatch } = read.rule(release);
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    return [
      {
        id: "step.upgrade-master",
        title: `Upgrade the master to ${latestPatch}, keeping ${before.entry.title} for now`,
        text: `${entry.title} gets an address of its own while ${before.entry.title} goes on serving.`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", ["--skip-ingress-cleanup"]),
          `kubectl -n ${quote(entry.service.namespace)} get services`,
          "kubectl get gateways,httproutes --all-namespaces",
        ],
        from: read.cell,
        why: `Names can then be moved to the new address one by one, with a way back.`,
      },
    ];
  },
});

/** Names move from the old entry to the new. */
export const upgradeNames: StepRule = rule({
  id: "runbook.upgrade-names",
  title: "Step: records to the new entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31"],
  derive: (read) => {
    const { entry } = read.rule(release);
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    const [from] = rowsFrom(read, [listOf(formerEntryAddress)]).rows.filter((row) => row.cluster === cluster);
    const [to] = rowsFrom(read, [listOf(entryAddress)]).rows.filter((row) => row.cluster === cluster);
    const shown = (address = known("")) => (address.kind === "known" && address.value !== "" ? ` (${address.value})` : "");
    const names = rowsFrom(read, hostRules).rows.filter((host) => host.cluster === cluster).map(({ name }) => name);
    return [
      {
        id: "step.upgrade-names",
        title: `Move the records to ${entry.title}`,
        text: `Every name that led to ${before.entry.title}${shown(from?.address)} now leads to ${entry.title}${shown(to?.address)}. Wait for the old TTL before the next step.`,
        commands: [...names.map((name) => `dig +short ${quote(name)}`), `curl -fsSI https://${domainWord(read)} | head -n 1`],
        from: read.cell,
        why: `${before.entry.title} is taken away next, and with it every name that still leads there.`,
      },
    ];
  },
});

/** The old entry goes. */
export const upgradeClean: StepRule = rule({
  id: "runbook.upgrade-clean",
  title: "Step: former entry",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "kkp.code.installer"],
  derive: (read) => {
    const before = read.rule(replacedEntry);
    const cluster = read.rule(masterCluster);
    const others = read.subjects("cluster").filter((id) => id !== cluster);
    const byHand = others.length === 0 ? "" : ` On ${others.map((id) => clusterName(read, id)).join(", ")} it is removed by hand.`;
    return [
      {
        id: "step.upgrade-clean",
        title: `Take ${before.entry.title} away`,
        text: `Its Service outlives an ordinary removal, so the flag is needed; its address is free afterwards.${byHand}`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", ["--clean-nginx-lb"]),
          `kubectl get namespace ${quote(before.entry.service.namespace)} --ignore-not-found`,
        ],
        from: read.cell,
        why: `Until then the plan needs one address more than afterwards.`,
      },
    ];
  },
});
