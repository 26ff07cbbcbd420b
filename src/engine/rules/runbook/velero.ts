import { backup } from "../../answers/chapters/backup.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { folderOf, atCluster, verb, type StepRule } from "./step.ts";

/** Velero on a platform cluster. */
export const velero: StepRule = rule({
  id: "runbook.velero",
  title: "Step: Velero",
  per: "cluster",
  sources: ["kkp.code.velero-values", "kkp.backup"],
  derive: (read, cluster) => {
    if (!read.answer(backup.plan.further).includes("velero")) return read.notApplicable("Velero is not planned.");
    const name = clusterName(read, cluster);
    const store = read.maybe(backup.plan.store);
    const where = store.kind === "known" ? store.value : "the S3 for further backups";
    return [
      {
        id: `step.velero[${cluster}]`,
        title: `${verb(read, "further-backups")} Velero on ${name}`,
        text: `${name}/values-velero.yaml names ${where} with bucket, folder and keys, and the plugin that speaks to it; the chart lies in the archive of the release and brings the schedule.`,
        commands: [
          atCluster(read, cluster),
          `helm upgrade --install --wait --create-namespace --namespace velero --values ${folderOf(read, cluster)}/values-velero.yaml velero "$KUBERMATIC_CHARTS_DIRECTORY"/backup/velero`,
          "kubectl -n velero get backupstoragelocations,schedules",
        ],
        from: read.cell,
        why: `Nothing of ${name} is saved before its backup location is Available.`,
      },
    ];
  },
});
