import { backup } from "../../answers/chapters/backup.ts";
import { unfitDrivers } from "../../facts/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Drivers that are gone, or for which nobody states support. */
export const driverName = check({
  id: "storage.driver-name",
  title: "The named CSI driver can serve etcd",
  severity: "warning",
  also: ["blocker"],
  per: "cluster",
  sources: ["kkp.code.storage-class", "kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const driver = read.optional(backup.cluster.driver, cluster);
    if (driver === undefined) return;
    const path = read.path(backup.cluster.driver, cluster);
    const { inTree, unconfirmed } = read.fact(unfitDrivers);
    if (driver.startsWith(inTree)) {
      report({
        key: "in-tree",
        severity: "blocker",
        title: `${driver} is no longer part of Kubernetes`,
        message: `Names that begin with ${inTree} were drivers inside Kubernetes; no supported version has them, and volumes of ${clusterName(read, cluster)} would wait for ever.`,
        remedy: "Name the CSI driver that took its place, as kubectl get csidrivers prints it.",
        answers: [path],
      });
    }
    const found = unconfirmed.find((name) => driver.includes(name));
    if (found !== undefined) {
      report({
        key: "unconfirmed",
        title: `Support for ${driver} is not confirmed`,
        message: `Kubermatic names Rook, OpenEBS and drivers of storage vendors for machines without a cloud; ${found} is not among them, and a volume of it may be bound to one machine.`,
        remedy: "Ask before you build on it, and measure it with the fio recipe of this plan.",
        answers: [path],
      });
    }
  },
});
