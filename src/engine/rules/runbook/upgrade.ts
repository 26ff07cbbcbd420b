import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { clusterName, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { waitFor } from "./master.ts";
import { reportsUsage } from "../basics/telemetry.ts";
import { atCluster, deploy, type StepRule } from "./step.ts";

/** Keeps an upgrade from bringing back what the installation left out. */
const silent = (read: Reader): readonly string[] => (read.rule(reportsUsage) === undefined ? ["--disable-telemetry"] : []);

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
        text: `${waitFor(read)}${before.entry.title} goes on serving while ${entry.title} gets an address of its own.`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-master", "values.yaml", ["--skip-ingress-cleanup", ...silent(read)]),
          `kubectl -n ${quote(entry.service.namespace)} get services`,
          "kubectl get gateways,httproutes --all-namespaces",
        ],
        from: read.cell,
        why: `Names can then be moved to the new address one by one, with a way back.`,
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
          deploy("kubermatic-master", "values.yaml", ["--clean-nginx-lb", ...silent(read)]),
          `kubectl get namespace ${quote(before.entry.service.namespace)} --ignore-not-found`,
        ],
        from: read.cell,
        why: `Until then the plan needs one address more than afterwards.`,
      },
    ];
  },
});
