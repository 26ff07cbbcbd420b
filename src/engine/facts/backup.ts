import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const backupSchedule = fact({
  id: "backup.schedule",
  statement: "KKP takes a snapshot of each user cluster's etcd every 20 minutes and keeps 20.",
  value: { interval: 20, kept: 20 },
  certainty: "sourced",
  sources: ["kkp.etcd-backups", "kkp.code.seed-defaults"],
});

export const backupWorstCase = fact({
  id: "backup.worst-case",
  statement: "Up to 41 snapshots of a user cluster may exist at once: the schedule pauses only when more than twice the kept number are there.",
  value: { times: 2, more: 1 },
  certainty: "derived",
  sources: ["kkp.code.etcd-backup"],
});

export const snapshotRatio = fact({
  id: "backup.snapshot-ratio",
  statement: "A packed snapshot of etcd is taken as half the size of its database; the true ratio depends on the data.",
  value: 0.5,
  certainty: "unconfirmed",
  sources: ["kkp.etcd-backups"],
});

export const backupReserve = fact({
  id: "backup.reserve",
  statement: "20 % of room is kept in the bucket of the etcd backups.",
  value: 1.2,
  certainty: "planning",
  sources: ["kkp.etcd-backups"],
});

export const minioBucketJob = fact({
  id: "backup.minio-job",
  statement: "Nobody makes the bucket in MinIO but a Job of one's own: mc in the image quay.io/kubermatic/util:2.4.0, with accessKey and secretKey of the Secret minio in the namespace minio.",
  value: { namespace: "minio", name: "create-minio-backup-bucket", image: "quay.io/kubermatic/util:2.4.0", credentials: "minio", accessKey: "accessKey", secretKey: "secretKey" },
  certainty: "sourced",
  sources: ["kkp.add-seed", "kkp.code.minio-values"],
});

export const minioBucket = fact({
  id: "backup.minio",
  statement: "MinIO in the cluster answers at http://minio.minio.svc.cluster.local:9000; its credentials lie in the Secret kubermatic-s3-credentials in kube-system.",
  value: { endpoint: "http://minio.minio.svc.cluster.local:9000", secret: "kubermatic-s3-credentials", namespace: "kube-system", bucket: "kkpbackup" },
  certainty: "sourced",
  sources: ["kkp.add-seed", "kkp.code.minio-values"],
});

/** How often something is saved, and how long it is kept. */
export interface RoutineSchedule {
  readonly every: string;
  readonly keeps: string;
}

export const routineSchedules = fact<Readonly<Record<string, RoutineSchedule>>>({
  id: "backup.routines",
  statement:
    "Recommended beside the etcd of user clusters: control-plane machines every day for 3 days, volumes of the MLA every 6 hours for 168 hours, etcd and PKI of master and Seeds every 30 minutes for 24 hours, a mirror of MinIO every 30 minutes. Velero's sample saves every hour for 168 hours; user clusters keep 30 days unless told otherwise.",
  value: {
    velero: { every: "hour", keeps: "168 hours" },
    "user-clusters": { every: "schedule of the users", keeps: "30 days unless told otherwise" },
    "platform-etcd": { every: "30 minutes", keeps: "24 hours" },
    machines: { every: "day", keeps: "3 days" },
    mla: { every: "6 hours", keeps: "168 hours" },
    mirror: { every: "30 minutes", keeps: "what MinIO holds" },
  },
  certainty: "sourced",
  sources: ["kkp.backup", "kkp.code.velero-values", "kkp.cluster-backup"],
});

export const resticAddon = fact({
  id: "backup.restic-addon",
  statement: "KubeOne's addon backups-restic saves a snapshot of etcd and the PKI of the control plane to S3 every 30 minutes by the CronJob etcd-s3-backup in kube-system, encrypted by a password, and keeps the last 48; it wants s3Bucket, resticPassword and awsDefaultRegion.",
  value: { name: "backups-restic", params: "s3Bucket, resticPassword and awsDefaultRegion", namespace: "kube-system", job: "etcd-s3-backup" },
  certainty: "sourced",
  sources: ["kubeone.backups-restic"],
});

export const kubeoneCredentials = fact({
  id: "backup.kubeone-credentials",
  statement:
    "KubeOne gives machine-controller, operating-system-manager and the cloud controller the variables whose names begin with MC_, OSM_ and CCM_ where those are set, and the bare ones otherwise; the addon backups-restic reads the bare AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY alone.",
  value: ["MC_", "OSM_", "CCM_"],
  certainty: "sourced",
  sources: ["kubeone.credentials", "kubeone.backups-restic"],
});

export const veleroChart = fact({
  id: "backup.velero-chart",
  statement:
    "The Velero chart of KKP comes with backups, snapshots and node agents switched off; Velero is 1.14.0 in KKP 2.28 and 2.29 and 1.17.1 since 2.30. Its server requests 500 milli-CPU and 128 MiB; a node agent would request 500 milli-CPU and 512 MiB on every node.",
  value: {
    version: { "2.28": "1.14.0", "2.29": "1.14.0", "2.30": "1.17.1", "2.31": "1.17.1" },
    server: { cpu: 500, memory: 128, pods: 1 },
  },
  certainty: "sourced",
  sources: ["kkp.code.velero-values"],
});

export const veleroStore = fact({
  id: "backup.velero-store",
  statement:
    "Velero writes no backup location unless velero.backupsEnabled is true, and speaks S3 through the plugin velero-plugin-for-aws alone, whose init container the chart names in a comment. KKP itself pairs plugin 1.10.0 with Velero 1.14.0 and 1.13.2 with 1.17.1. The Enterprise Edition names the plugin for user clusters, so that mirror-images copies it: from docker.io in 2.28 and 2.29, and from quay.io/kubermatic-mirror since 2.30. The chart's own schedule saves all objects every hour.",
  value: {
    image: "docker.io/velero/velero-plugin-for-aws",
    plugin: { "2.28": "v1.10.0", "2.29": "v1.10.0", "2.30": "v1.13.2", "2.31": "v1.13.2" },
    listed: { "2.28": true, "2.29": true, "2.30": false, "2.31": false },
    folder: "velero",
  },
  certainty: "derived",
  sources: ["kkp.code.velero-values", "kkp.code.cluster-backup-pods", "kkp.code.cluster-backup", "kkp.code.copied-images-ee", "kkp.upgrade-2.26"],
});

export const veleroChecksum = fact({
  id: "backup.velero-checksum",
  statement:
    "Velero's plugin for AWS adds a checksum in CRC32 to each upload unless checksumAlgorithm is empty. MinIO, StorageGRID, IBM's store and others have refused such uploads as XAmzContentSHA256Mismatch. KKP takes the field for user clusters as well.",
  value: { field: "checksumAlgorithm", none: '""', understoodBelow: ["amazonaws.com", "amazonaws.com.cn"] },
  certainty: "derived",
  sources: ["velero.location", "velero.checksum", "kkp.code.cluster-backup-store"],
});

export const veleroRefused = fact({
  id: "backup.velero-refused",
  statement:
    "The SDK of AWS for Go in version 2, with which Velero's plugin uploads, signs the header Accept-Encoding. Google Cloud Storage changes that header before it checks the signature, and refuses with SignatureDoesNotMatch; neither the plugin nor KKP has a setting against it.",
  value: { below: ["storage.googleapis.com"], error: "SignatureDoesNotMatch" },
  certainty: "derived",
  sources: ["aws.sdk-google", "velero.code.object-store"],
});

export const mirrorJob = fact({
  id: "backup.mirror-job",
  statement: "Kubermatic's example for the copy of MinIO is a CronJob every 30 minutes that runs rclone sync from source to target, both described by environment variables. The image is that of rclone's developers on Docker Hub with the release as tag: the example names 1.57.0 of 2021, and 1.75.0 is of July 2026.",
  value: { schedule: "*/30 * * * *", folder: "minio", from: "RCLONE_CONFIG_SOURCE", to: "RCLONE_CONFIG_TARGET", image: "docker.io/rclone/rclone:1.75.0" },
  certainty: "sourced",
  sources: ["kkp.backup", "kubermatic.rclone-syncer", "rclone.image", "rclone.release"],
});

export const storeRegion = fact({
  id: "backup.store-region",
  statement:
    "rclone signs requests to S3 for us-east-1 unless it is told a region, and cannot change to the bucket's own where an endpoint is named; Velero and restic are told one as well. AWS refuses requests that are signed for another region.",
  value: { unasked: "us-east-1" },
  certainty: "sourced",
  sources: ["rclone.code.s3", "aws.s3-signing", "kubeone.backups-restic"],
});

export const userClusterBackup = fact({
  id: "backup.user-clusters",
  statement:
    "Backup of user clusters is a feature of the Enterprise Edition since 2.25. The owner of a project enters a backup storage location: KKP's controller on the master looks for its bucket every 30 minutes, and Velero runs in each user cluster that is given the location. So master and workers must reach the S3 store and, for downloads and uploads, the users' browsers. The dialog has fields for bucket, keys, region, endpoint and the CA certificate, and takes other fields as custom config.",
  value: { reach: "the master, the workers and the users' browsers", kind: "ClusterBackupStorageLocation", resource: "clusterbackupstoragelocations", namespace: "kubermatic", inCluster: "velero", pathStyle: "s3ForcePathStyle", rootField: "spec.objectStorage.caCert" },
  certainty: "sourced",
  sources: ["kkp.cluster-backup", "kkp.code.cluster-backup-location", "kkp.code.cluster-backup-store", "kkp.code.dashboard-storage-location"],
});

export const userClusterKeys = fact({
  id: "backup.user-cluster-keys",
  statement:
    "Velero needs keys that list the bucket, read, write and delete its objects, and abort uploads in parts and list their parts; KKP has each object tagged with project and user cluster. The keys lie in the user cluster, where its administrators can read them, so that the documentation asks for keys or buckets apart. Browsers that upload backups send them to the store themselves, from the dashboard's page.",
  value: { permissions: ["List the bucket of the project", "Read, write, tag and delete objects in it", "Abort uploads in parts, and list their parts"], fields: ["access key ID", "secret access key"] },
  certainty: "derived",
  sources: ["velero.aws-plugin", "kkp.code.cluster-backup", "kkp.cluster-backup", "kkp.code.dashboard-upload"],
});

export const restoreHelper = fact<Readonly<Partial<Record<ReleaseId, string>>>>({
  id: "backup.restore-helper",
  statement:
    "Velero of user clusters in KKP 2.28 and 2.29 restores volumes with the image docker.io/velero/velero-restore-helper in its own version, which a ConfigMap names: mirror-images looks at Deployments and DaemonSets and does not find it. Since 2.30 it is the image of Velero itself.",
  value: { "2.28": "docker.io/velero/velero-restore-helper:v1.14.0", "2.29": "docker.io/velero/velero-restore-helper:v1.14.0" },
  certainty: "sourced",
  sources: ["kkp.code.cluster-backup", "kkp.code.copied-images-ee"],
});

export const etcdRestore = fact({
  id: "backup.etcd-restore",
  statement: "A restore brings back the etcd of a user cluster alone and no data of applications, and it waits unless that user cluster runs the etcd-launcher.",
  value: { needs: "etcd-launcher", without: "volumes" },
  certainty: "sourced",
  sources: ["kkp.etcd-backups"],
});

export const exporterBucket = fact({
  id: "backup.exporter-bucket",
  statement: "The S3 exporter looks into the bucket kubermatic-etcd-backups unless told otherwise, while the documentation calls the bucket kkpbackup: one name must be set for both.",
  value: "kubermatic-etcd-backups",
  certainty: "sourced",
  sources: ["kkp.code.s3-exporter-values", "kkp.add-seed"],
});

export const exporterChart = fact({
  id: "backup.exporter-chart",
  statement: "The S3 exporter is a chart of its own, s3-exporter in kube-system: it asks the MinIO of the cluster unless an endpoint is set, and starts only where the Secret kubermatic-s3-credentials lies beside it.",
  value: { chart: "s3-exporter", namespace: "kube-system" },
  certainty: "sourced",
  sources: ["kkp.code.s3-exporter-values", "kkp.code.seed-stack", "kkp.add-seed"],
});

export const backupReach = fact({
  id: "backup.reach",
  statement: "Unasked, snapshots reach back 400 minutes: 20 of them, every 20 minutes. The documentation rounds it to about 6.5 hours.",
  value: 400,
  certainty: "derived",
  sources: ["kkp.code.seed-defaults", "kkp.backup"],
});

export const bucketNames = fact({
  id: "backup.bucket-names",
  statement: "The name of an S3 bucket has 3 to 63 characters: lower-case letters, digits, dots and hyphens, with a letter or digit at both ends and no two dots in a row; it has not the form of an IP address.",
  value: { shape: "^(?!\\d+(?:\\.\\d+){3}$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]*[a-z0-9]$", shortest: 3, longest: 63 },
  certainty: "sourced",
  sources: ["aws.bucket-names"],
});

/** Stores whose makers say that a bucket name exists once for all their customers, by the domain of their endpoints. */
export const sharedBucketNames = fact<readonly string[]>({
  id: "backup.shared-bucket-names",
  statement: "A bucket name exists once for all accounts and regions of an AWS partition, and once for all customers of Scaleway, Wasabi, Alibaba Cloud OSS and Huawei Cloud OBS.",
  value: ["amazonaws.com", "amazonaws.com.cn", "scw.cloud", "wasabisys.com", "aliyuncs.com", "myhuaweicloud.com"],
  certainty: "sourced",
  sources: ["aws.bucket-namespaces", "scaleway.bucket-names", "wasabi.bucket-names", "alibaba.bucket-names", "huawei.bucket-names"],
});

/** Stores with one endpoint for all customers, whose pages about names of buckets nobody has read for this fact. */
export const commonEndpoints = fact<readonly string[]>({
  id: "backup.common-endpoints",
  statement: "All customers of Google Cloud Storage, and of a region of DigitalOcean Spaces, Hetzner Object Storage and Backblaze B2, ask the same host for their buckets, so a bucket name stands for one of them. An endpoint of Cloudflare R2 has the account in its name, which leaves every account all names.",
  value: ["storage.googleapis.com", "digitaloceanspaces.com", "your-objectstorage.com", "backblazeb2.com"],
  certainty: "derived",
  sources: ["gcp.storage-hosts", "digitalocean.spaces", "hetzner.object-storage", "backblaze.s3", "cloudflare.r2"],
});

export const backupFacts: readonly Fact<unknown>[] = [
  etcdRestore,
  bucketNames,
  sharedBucketNames,
  commonEndpoints,
  backupReach,
  backupSchedule,
  backupWorstCase,
  snapshotRatio,
  backupReserve,
  minioBucket,
  minioBucketJob,
  routineSchedules,
  resticAddon,
  kubeoneCredentials,
  veleroChart,
  veleroStore,
  veleroChecksum,
  veleroRefused,
  mirrorJob,
  storeRegion,
  userClusterBackup,
  userClusterKeys,
  restoreHelper,
  exporterBucket,
  exporterChart,
];
