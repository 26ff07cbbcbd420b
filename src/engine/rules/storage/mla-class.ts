import { rule } from "../../kernel/rule.ts";
import type { StorageClassNeed } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { driverOf, totalOf } from "./classes.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "./mla-volumes.ts";

/** The class of the MLA stacks, where they stand apart from etcd. */
export const mlaStorageClass = rule<readonly StorageClassNeed[]>({
  id: "storage.mla-class",
  title: "Storage class of the MLA",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const volumes = [mlaVolumeNeeds, userClusterMlaVolumeNeeds].flatMap((needs) => read.optionalRule(needs, cluster) ?? []).filter(({ storageClass }) => storageClass === "kubermatic-mla");
    if (volumes.length === 0) return read.notApplicable("The MLA stacks keep nothing apart from kubermatic-fast.");
    return [
      {
        id: `class.kubermatic-mla[${cluster}]`,
        cluster,
        name: "kubermatic-mla",
        ...driverOf(read, cluster, "fast"),
        capacity: totalOf(volumes),
        media: "SSD",
        demands: ["Another backend than that of kubermatic-fast: the writes of metrics must not slow those of etcd"],
        from: read.cell,
        why: `The MLA charts of ${clusterName(read, cluster)} name it as their storageClass, ${formatCount(volumes.length, "entry", "entries")} of the volume table; KKP itself never asks for it.`,
      },
    ];
  },
});
