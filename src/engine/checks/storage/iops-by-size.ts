import { etcdSequential } from "../../facts/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { fastClass } from "../../rules/storage/classes.ts";
import { etcdVolumeNeeds } from "../../rules/storage/volumes.ts";
import { formatFigure } from "../../values/figures.ts";

/** A class whose disks are as quick as they are large, under the small volumes of etcd. */
export const iopsBySize = check({
  id: "storage.iops-by-size",
  title: "Small volumes of etcd are quick enough",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.code.storage-class", "etcd.hardware", "aws.volume-types"],
  examine: (read, cluster, report) => {
    const [fast] = read.rule(fastClass, cluster);
    const perGiB = Number(fast?.parameters["iopsPerGB"] ?? Number.NaN);
    const [smallest] = read.rule(etcdVolumeNeeds, cluster).filter(({ count }) => count > 0).toSorted((one, other) => one.size - other.size);
    const { recommended } = read.fact(etcdSequential);
    if (!smallest || Number.isNaN(perGiB) || perGiB * smallest.size >= recommended) return;
    report({
      title: `etcd volumes on ${clusterName(read, cluster)} get ${formatFigure(perGiB * smallest.size)} IOPS each`,
      message: `The class that the installer writes gives ${formatFigure(perGiB)} IOPS for each GiB, so a volume of ${formatFigure(smallest.size)} GiB has ${formatFigure(perGiB * smallest.size)}; etcd does well with ${formatFigure(recommended)} under load, and the plan demands far more.`,
      remedy: "Write the class kubermatic-fast by hand before the installer runs, with the disk type gp3, which has 3,000 IOPS at any size.",
    });
  },
});
