import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { spareWorkers } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { figureOf } from "../../rules/sizing/figures.ts";
import { volumeCounts } from "../../rules/sizing/volume-counts.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";

/** More volumes than the storage driver lets those workers carry that a cluster of others has, or may get. */
export const volumesExhausted = check({
  id: "sizing.volumes-exhausted",
  title: "Workers that are there carry the volumes of a Seed",
  severity: "warning",
  per: "cluster",
  sources: ["hetzner.csi-driver", "digitalocean.csi-limit"],
  examine: (read, cluster, report) => {
    const there = read.optional(versions.cluster.workersThere, cluster);
    if (there === undefined || read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone") return;
    const { dedicated = 0 } = read.rule(clusterSizing, cluster);
    const counts = volumeCounts(read, cluster, dedicated > 0);
    if (!counts || counts.etcd === 0) return;
    const { perMachine, etcd, each, others } = counts;
    const spare = figureOf(read)(spareWorkers);
    const limit = Math.max(0, there - dedicated - spare) * perMachine;
    const used = etcd + others;
    if (used <= limit) return;
    const most = Math.max(0, Math.floor((limit - others) / each));
    report({
      title: `Workers of ${clusterName(read, cluster)} carry fewer volumes than its user clusters keep`,
      message: `Its storage driver lets ${formatCount(there, "worker")}${spare === 0 ? "" : `, ${spare === 1 ? "one" : spare} of them to spare`}, carry ${formatFigure(limit)} volumes, and ${formatFigure(used)} are planned: members of etcd beyond that wait for a machine for ever. ${formatCount(most, "user cluster")} ${most === 1 ? "is" : "are"} the most.`,
      remedy: `Let it grow to ${formatCount(Math.ceil(used / perMachine) + spare + dedicated, "worker")}, or plan fewer user clusters.`,
      answers: [read.path(versions.cluster.workersThere, cluster)],
    });
  },
});
