import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../../rules/storage/mla-volumes.ts";
import { backupVolumeNeeds } from "../../rules/storage/volumes.ts";
import { formatFigure } from "../../values/figures.ts";

/** A volume of the plan that is larger than any disk of its infrastructure. */
export const volumeLargerThanDisk = check({
  id: "storage.volume-larger-than-disk",
  title: "Every volume is a disk that the infrastructure makes",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    if (read.answer(storage.cluster.fastClass, cluster) === "other") return;
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!provider.csi?.largest) return;
    const largest = read.fact(provider.csi.largest);
    const [store, target] = [observability.plan.objectStore, storage.cluster.backupTarget];
    const kinds = [
      { needs: userClusterMlaVolumeNeeds, limit: largest.fast, path: read.path(store), outside: read.optional(store) === "minio" ? [{ title: "Keep metrics and logs in S3 outside", set: [{ path: read.path(store), value: "s3" }] }] : [] },
      { needs: mlaVolumeNeeds, limit: largest.fast, path: read.path(observability.plan.retention), outside: [] },
      { needs: backupVolumeNeeds, limit: largest.backup, path: read.path(target, cluster), outside: [{ title: "Back up to S3 outside", set: [{ path: read.path(target, cluster), value: "s3" }] }] },
    ];
    for (const { needs, limit, path, outside } of kinds) {
      const outcome = read.outcome(needs, cluster);
      for (const { id, title, size } of outcome.kind === "known" ? outcome.value : []) {
        if (size <= limit) continue;
        report({
          key: id,
          title: `${title} of ${clusterName(read, cluster)} is larger than any disk of ${provider.title}`,
          message: `The volume needs ${formatFigure(size)} GiB, and ${provider.title} makes disks of up to ${formatFigure(limit)} GiB: its claim never gets one, and the step that installs the chart waits until it fails.`,
          remedy: outside.length > 0 ? "Use S3 outside the cluster, or keep less." : "Keep metrics and logs for fewer days, or name another driver.",
          fixes: outside,
          answers: [path, read.path(infrastructure.cluster.provider, cluster)],
        });
      }
    }
  },
});
