import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, seeds } from "../../rules/basics/platform.ts";

/** A copy of a MinIO that the plan does not have. */
export const mirrorWithoutMinio = check({
  id: "storage.mirror-without-minio",
  title: "There is a MinIO to copy",
  severity: "advice",
  per: "plan",
  sources: ["kkp.backup"],
  examine: (read, _plan, report) => {
    if (!read.answer(backup.plan.further).includes("mirror")) return;
    const all = read.rule(seeds);
    const targets = all.map((seed) => read.answer(storage.cluster.backupTarget, seed));
    if (all.length === 0 || targets.includes("minio")) return;
    report({
      title: "The copy of MinIO has nothing to copy",
      message: `${all.map((seed) => clusterName(read, seed)).join(", ")} ${all.length === 1 ? "sends" : "send"} etcd backups outside already, so no MinIO stands in a cluster.`,
      remedy: "Leave the copy out, and let the storage team protect the bucket.",
      answers: [read.path(backup.plan.further), ...all.map((seed) => read.path(storage.cluster.backupTarget, seed))],
    });
  },
});
