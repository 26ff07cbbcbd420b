import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { entryAddress, formerEntryAddress } from "../addresses/assignments.ts";
import { clusterName, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { listOf } from "../basics/list-of.ts";
import { hostRules } from "../certificates/index.ts";
import { deploy, domainWord, atCluster, type StepRule } from "./step.ts";

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
