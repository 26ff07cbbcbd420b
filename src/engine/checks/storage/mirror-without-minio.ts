import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, seeds } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

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
    const namesOf = (target: "s3" | "none") => all.filter((_seed, at) => targets[at] === target).map((seed) => clusterName(read, seed));
    const [outside, nowhere] = [namesOf("s3"), namesOf("none")];
    const parts = [
      ...(outside.length === 0 ? [] : [`${listed(outside)} ${outside.length === 1 ? "sends" : "send"} etcd backups outside already`]),
      ...(nowhere.length === 0 ? [] : [`${listed(nowhere)} ${nowhere.length === 1 ? "has" : "have"} etcd backups switched off`]),
    ];
    const further = read.answer(backup.plan.further).filter((part) => part !== "mirror");
    report({
      title: "The copy of MinIO has nothing to copy",
      message: `${parts.join(", and ")}, so no MinIO stands in a cluster.`,
      remedy: `Leave the copy out${outside.length === 0 ? "" : ", and let the storage team protect the bucket"}${nowhere.length === 0 ? "" : `, or keep the backups of ${listed(nowhere)} in MinIO`}.`,
      fixes: [{ title: "Leave the copy of MinIO out", set: [{ path: read.path(backup.plan.further), value: further }] }],
      answers: [read.path(backup.plan.further), ...all.map((seed) => read.path(storage.cluster.backupTarget, seed))],
    });
  },
});
