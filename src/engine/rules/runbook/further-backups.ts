import { backup } from "../../answers/chapters/backup.ts";
import { minioBucket, minioBucketJob, resticAddon, routineSchedules } from "../../facts/backup.ts";
import { rule } from "../../kernel/rule.ts";
import { secretNames } from "../access/secret-names.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { clusterName } from "../basics/platform.ts";
import { copiesMinio, savesMachines, savesMlaVolumes, savesPlatformEtcd } from "../storage/further.ts";
import { kubeoneBundle } from "./kubeone-bundle.ts";
import { applied, atCluster, folderOf, onlyInstalling, type StepRule } from "./step.ts";

/** The first copy of a platform cluster's etcd and PKI. */
export const platformEtcd: StepRule = rule({
  id: "runbook.platform-etcd",
  title: "Step: etcd and PKI",
  per: "cluster",
  sources: ["kkp.backup"],
  derive: (read, cluster) => {
    onlyInstalling(read, "further-backups");
    if (!savesPlatformEtcd(read, cluster)) return read.notApplicable("KubeOne saves no etcd here.");
    const { name: addon, namespace, job } = read.fact(resticAddon);
    const { every } = read.fact(routineSchedules)["platform-etcd"] ?? { every: "" };
    const name = clusterName(read, cluster);
    const comes = comesNew(read, "further-backups");
    const bundle = kubeoneBundle(read, cluster);
    return [
      {
        id: `step.platform-etcd[${cluster}]`,
        title: `Save etcd and PKI of ${name} for the first time`,
        text: `${comes ? `\`kubeone apply\` brings it first, as at the installation of ${name}: kubeone.yaml names ${addon} as the table of settings has it, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY hold ${secretNames.backupStore}, and the agent of SSH_AUTH_SOCK holds the SSH key of its machines.${bundle.words} ` : ""}The addon ${addon} of KubeOne runs every ${every}; the Job does at once what it does then, and its log ends with a snapshot.`,
        commands: [
          ...(comes ? bundle.commands : []),
          atCluster(read, cluster),
          applied(`kubectl -n ${namespace} create job first-backup --from=cronjob/${job}`),
          `kubectl -n ${namespace} wait job/first-backup --for=condition=complete --timeout=10m`,
          `kubectl -n ${namespace} logs job/first-backup`,
        ],
        from: read.cell,
        why: `Keys or a store that are wrong show now, and not on the day on which ${name} has to be rebuilt.`,
      },
    ];
  },
});

/** The copy of a Seed's MinIO outside the cluster. */
export const minioMirror: StepRule = rule({
  id: "runbook.minio-mirror",
  title: "Step: copy of MinIO",
  per: "cluster",
  sources: ["kkp.backup"],
  derive: (read, cluster) => {
    onlyInstalling(read, "further-backups");
    if (!copiesMinio(read, cluster)) return read.notApplicable("No MinIO that is copied stands here.");
    const { endpoint, bucket } = read.fact(minioBucket);
    const { namespace, credentials } = read.fact(minioBucketJob);
    const { every } = read.fact(routineSchedules)["mirror"] ?? { every: "" };
    const name = clusterName(read, cluster);
    const store = read.maybe(backup.plan.store);
    return [
      {
        id: `step.minio-mirror[${cluster}]`,
        title: `Copy the backups of ${name} elsewhere`,
        text: `No chart of KKP does it: minio-mirror.yaml is a CronJob of yours, called minio-mirror, that runs rclone every ${every} and brings the bucket ${bucket} of ${endpoint} to a folder of its own in ${store.kind === "known" ? store.value : "the S3 for further backups"}. It reads with the keys of the Secret ${credentials} and writes with those of the store.`,
        commands: [
          atCluster(read, cluster),
          `kubectl -n ${namespace} apply -f ${folderOf(read, cluster)}/minio-mirror.yaml`,
          applied(`kubectl -n ${namespace} create job first-copy --from=cronjob/minio-mirror`),
          `kubectl -n ${namespace} wait job/first-copy --for=condition=complete --timeout=10m`,
        ],
        from: read.cell,
        why: `MinIO stands in ${name} itself: without the copy its snapshots go with the cluster.`,
      },
    ];
  },
});

/** Machines and volumes of a cluster, for those who save them from outside. */
export const savedFromOutside: StepRule = rule({
  id: "runbook.saved-from-outside",
  title: "Step: machines and volumes that others save",
  per: "cluster",
  sources: ["kkp.backup"],
  derive: (read, cluster) => {
    onlyInstalling(read, "further-backups");
    const [machines, volumes] = [savesMachines(read, cluster), savesMlaVolumes(read)];
    if (!machines && !volumes) return read.notApplicable("Nobody saves machines or volumes from outside.");
    const schedules = read.fact(routineSchedules);
    const asked = (id: string) => `every ${schedules[id]?.every ?? ""} and kept ${schedules[id]?.keeps ?? ""}`;
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.saved-from-outside[${cluster}]`,
        title: `Hand over what is saved from outside ${name}`,
        text: [
          ...(machines ? [`The infrastructure team takes the control-plane machines into its job: ${asked("machines")}, in another datastore.`] : []),
          ...(volumes ? [`The storage team takes the volumes of the MLA into its job: ${asked("mla")}.`] : []),
          "Go on when each job shows a first copy.",
        ].join(" "),
        commands: [
          atCluster(read, cluster),
          ...(machines ? ["kubectl get nodes --selector node-role.kubernetes.io/control-plane -o wide"] : []),
          ...(volumes ? ["kubectl get persistentvolumeclaims --all-namespaces"] : []),
        ],
        from: read.cell,
        why: `Nothing inside ${name} makes these copies, and nobody misses them before they are needed.`,
      },
    ];
  },
});
