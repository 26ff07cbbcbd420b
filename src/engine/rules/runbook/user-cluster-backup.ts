import { backup } from "../../answers/chapters/backup.ts";
import { userClusterBackup } from "../../facts/backup.ts";
import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { datacenterName, masterCluster } from "../basics/platform.ts";
import { savesUserClusters } from "../storage/further.ts";
import { applied, atCluster, onlyInstalling, type StepRule } from "./step.ts";

/** Namespace and object of the trial, which nobody needs afterwards. */
const TRIAL = "backup-trial";

/** A user cluster that is backed up and restored, from the way that owners of projects go. */
export const userClusterBackupStep: StepRule = rule({
  id: "runbook.user-cluster-backup",
  title: "Step: first backup of a user cluster",
  per: "plan",
  sources: ["kkp.cluster-backup"],
  derive: (read) => {
    onlyInstalling(read, "further-backups");
    if (!savesUserClusters(read)) return read.notApplicable("Nobody backs up user clusters.");
    const { kind, resource, namespace, inCluster } = read.fact(userClusterBackup);
    const store = read.maybe(backup.plan.store);
    const datacenters = read.subjects("datacenter");
    const where = datacenters.length > 10 ? `each of ${datacenters.length} datacenters` : datacenters.length > 1 ? `each of ${listed(datacenters.map((id) => datacenterName(read, id)))}` : datacenters.map((id) => datacenterName(read, id)).join("") || "the first datacenter";
    return [
      {
        id: "step.user-cluster-backup",
        title: "Back up a user cluster and restore it",
        text: `As owner of a project, enter ${store.kind === "known" ? store.value : "the store"} in the dashboard as backup storage location: the fields of ${kind} in the table of settings, with bucket and keys of the project from the secret store. A store whose certificate ends at a private root wants that root as well, in Base64 as one line: neither Velero nor KKP's check takes it from the platform's bundle, and with it the check dials the store past every proxy. The first command lists the location as Available. Choose it as cluster backup of a user cluster in ${where}, and run the others for each: USER_CLUSTER is the path of its kubeconfig. The object is there again at the end. Then back up and restore a namespace with a volume the same way, from the dashboard.`,
        commands: [
          atCluster(read, read.rule(masterCluster)),
          `kubectl -n ${namespace} get ${resource} -o custom-columns=NAME:.metadata.name,PHASE:.status.phase,MESSAGE:.status.message`,
          ': "${USER_CLUSTER:?path of the kubeconfig of the user cluster}"',
          'export KUBECONFIG="$USER_CLUSTER"',
          `kubectl -n ${inCluster} rollout status deployment/velero --timeout=10m`,
          `kubectl -n ${inCluster} rollout status daemonset/node-agent --timeout=10m`,
          applied(`kubectl create namespace ${TRIAL}`),
          applied(`kubectl -n ${TRIAL} create configmap ${TRIAL} --from-literal=kept=yes`),
          `export BACKUP="${TRIAL}-$(date +%s)"`,
          `velero backup create "$BACKUP" --include-namespaces ${TRIAL} --wait`,
          `kubectl delete namespace ${TRIAL}`,
          'velero restore create "$BACKUP" --from-backup "$BACKUP" --wait',
          `kubectl -n ${TRIAL} get configmap ${TRIAL}`,
        ],
        from: read.cell,
        why: "Workers write the backup themselves, past KKP: a way to the store that is closed to them shows only here.",
      },
    ];
  },
});
