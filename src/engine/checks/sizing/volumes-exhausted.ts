import { check } from "../../kernel/check.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { spareWorkers } from "../../facts/sizing.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { figureOf } from "../../rules/sizing/figures.ts";
import { workerVolumeCeiling } from "../../rules/sizing/worker-volumes.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";
import { limitsOf } from "../../rules/storage/driver-limits.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";

/** More volumes than the storage driver lets the planned workers carry. */
export const volumesExhausted = check({
  id: "sizing.volumes-exhausted",
  title: "The planned workers carry the volumes of a Seed",
  severity: "warning",
  per: "cluster",
  sources: ["hetzner.csi-driver", "digitalocean.csi-limit"],
  examine: (read, cluster, report) => {
    const { used, limit, maxUserClusters } = read.rule(workerVolumeCeiling, cluster);
    const perMachine = limitsOf(read, cluster)?.perMachine;
    if (used <= limit || perMachine === undefined) return;
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    const enough = Math.ceil(used / perMachine) + figureOf(read)(spareWorkers) + dedicated;
    const most = maxUserClusters === "unlimited" ? "" : ` ${formatFigure(maxUserClusters)} user clusters are the most.`;
    report({
      title: `Workers of ${clusterName(read, cluster)} carry fewer volumes than its user clusters keep`,
      message: `Its storage driver lets the planned workers carry ${formatFigure(limit)} volumes, and ${formatFigure(used)} are planned: members of etcd beyond that wait for a machine for ever.${most}`,
      remedy: `Order ${formatCount(enough, "worker")} in place of ${workers}, one of them to spare, or take smaller ones, of which the plan counts more.`,
      answers: [read.path(infrastructure.cluster.workerCpu, cluster), read.path(infrastructure.cluster.workerMemory, cluster)],
    });
  },
});
