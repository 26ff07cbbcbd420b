import { observability } from "../../answers/chapters/observability.ts";
import { smallVolumeLimit } from "../../facts/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { fastClass } from "../../rules/storage/classes.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../../rules/storage/mla-volumes.ts";
import { formatFigure } from "../../values/figures.ts";

/** Volumes smaller than the disk type of the class can be. */
export const smallVolumes = check({
  id: "storage.small-volumes",
  title: "Volumes are as large as their disk type must be",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.storage-class", "kkp.code.monitoring-values"],
  examine: (read, cluster, report) => {
    const [fast] = read.rule(fastClass, cluster);
    const limits = read.fact(smallVolumeLimit).least;
    const type = fast?.parameters["type"] ?? "";
    const least = limits[type];
    if (least === undefined) return;
    const volumes = [mlaVolumeNeeds, userClusterMlaVolumeNeeds].flatMap((needs) => read.optionalRule(needs, cluster) ?? []);
    const small = volumes.filter(({ storageClass, size }) => storageClass === "kubermatic-fast" && size < least);
    if (small.length === 0) return;
    const path = read.path(observability.plan.storage);
    report({
      title: `Volumes of the MLA on ${clusterName(read, cluster)} are too small for ${type}`,
      message: `Claimed are ${small.map(({ title, size }) => `${formatFigure(size)} GiB for ${title}`).join(", ")}; a disk of type ${type} has ${least} GiB at least, so these volumes are never made.`,
      remedy: "Keep the volumes of the MLA on a class of their own with another disk type, or make each of them large enough in the values.",
      fixes: [{ title: "Keep the MLA on a class of its own", set: [{ path, value: "own" }] }],
      answers: [path],
    });
  },
});
