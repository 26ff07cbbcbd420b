import { fact, type Fact } from "./fact.ts";

/** Volumes of one kind: how many, and GiB of each. */
export interface Volumes {
  readonly title: string;
  readonly count: number;
  readonly size: number;
}

export const etcdVolumes = fact<Volumes>({
  id: "storage.etcd-volumes",
  statement: "etcd of each small user cluster keeps 3 volumes of 5 GiB.",
  value: { title: "etcd of user clusters", count: 3, size: 5 },
  certainty: "sourced",
  sources: ["kkp.code.etcd"],
});

export const mlaVolumes = fact<readonly [prometheus: Volumes, alertmanager: Volumes, loki: Volumes]>({
  id: "storage.mla-volumes",
  statement: "The MLA stack of master or Seed keeps 215.3 GiB: Prometheus 2 × 100 GiB, Alertmanager 3 × 100 MiB, Loki 15 GiB. Grafana keeps nothing.",
  value: [
    { title: "Prometheus", count: 2, size: 100 },
    { title: "Alertmanager", count: 3, size: 0.1 },
    { title: "Loki", count: 1, size: 15 },
  ],
  certainty: "sourced",
  sources: ["kkp.code.monitoring-values"],
});

/** Volumes with what lies on them: whose it is stands between the two parts of the sentence. */
export interface KeptVolumes extends Volumes {
  readonly keeps: readonly [what: string, how: string];
}

export const userClusterMlaVolumes = fact<readonly KeptVolumes[]>({
  id: "storage.user-cluster-mla-volumes",
  statement: "The user-cluster MLA stack keeps 168 GiB: 138 GiB by the documentation and 3 × 10 GiB of Consul that it leaves out.",
  value: [
    { title: "MinIO of the user-cluster MLA", count: 1, size: 50, keeps: ["Blocks of metrics and logs", "lie there until they expire"] },
    { title: "Grafana of the user-cluster MLA", count: 1, size: 10, keeps: ["Dashboards that people make", "are kept there"] },
    { title: "Cortex ingesters", count: 3, size: 10, keeps: ["The newest metrics", "lie there until they become blocks in the object store"] },
    { title: "Cortex alertmanagers", count: 2, size: 2, keeps: ["Silences and sent alerts", "are kept there"] },
    { title: "Cortex compactor and store-gateway", count: 2, size: 2, keeps: ["Blocks of metrics", "are joined there, and their indexes are kept at hand for queries"] },
    { title: "Loki ingesters", count: 3, size: 10, keeps: ["The newest logs", "lie there until they reach the object store"] },
    { title: "Loki querier", count: 1, size: 10, keeps: ["Indexes of the logs", "are kept at hand there for queries"] },
    { title: "Consul", count: 3, size: 10, keeps: ["The choice among several senders of metrics", "is kept there, so that all distributors of Cortex listen to the same one"] },
  ],
  certainty: "derived",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
});

export const userClusterMlaStore = fact({
  id: "storage.user-cluster-mla-store",
  statement: "The MinIO of the user-cluster MLA holds the blocks of Cortex and Loki; the installer skips it with --mla-skip-minio, and its expiry rules with --mla-skip-minio-lifecycle-mgr.",
  value: { title: "MinIO of the user-cluster MLA", flags: ["--mla-skip-minio", "--mla-skip-minio-lifecycle-mgr"], buckets: ["alertmanager", "cortex", "cortex-ruler", "loki", "loki-ruler"] },
  certainty: "sourced",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
});

/** A part of the values that leads Cortex or Loki to a bucket. */
export interface StoreSection {
  readonly id: string;
  readonly field: string;
  readonly bucket: string;
  /** Key that names the bucket. */
  readonly named: "bucket_name" | "bucketnames";
  /** Whether what lies there goes after the retention. */
  readonly expires: boolean;
}

export const userClusterMlaS3 = fact({
  id: "storage.user-cluster-mla-s3",
  statement:
    "Five parts of the values lead Cortex and Loki to minio:9000 without TLS unless they are changed. Their pods read the keys from the Secret minio in the namespace mla, rootUser and rootPassword, which a chart makes with keys of its own unless mlaSecrets.minio.enabled is false; only the compactor of Cortex brings no keys, as the buckets of that MinIO are public. The documentation writes loki-distributed.loki.config, and the charts of these releases read loki-distributed.loki.structuredConfig and storageConfig.",
  value: {
    namespace: "mla",
    secret: "minio",
    user: "rootUser",
    password: "rootPassword",
    enabled: "mlaSecrets.minio.enabled",
    sections: [
      { id: "blocks", field: "cortex.config.blocks_storage.s3", bucket: "cortex", named: "bucket_name", expires: true },
      { id: "ruler", field: "cortex.config.ruler_storage.s3", bucket: "cortex-ruler", named: "bucket_name", expires: false },
      { id: "alertmanager", field: "cortex.config.alertmanager_storage.s3", bucket: "alertmanager", named: "bucket_name", expires: false },
      { id: "loki", field: "loki-distributed.loki.storageConfig.aws", bucket: "loki", named: "bucketnames", expires: true },
      { id: "loki-ruler", field: "loki-distributed.loki.structuredConfig.ruler.storage.s3", bucket: "loki-ruler", named: "bucketnames", expires: false },
    ] satisfies readonly StoreSection[],
    compactor: [
      { id: "args", field: "cortex.compactor.extraArgs", value: "blocks-storage.s3.access-key-id: $(ACCESS_KEY), blocks-storage.s3.secret-access-key: $(SECRET_KEY)" },
      { id: "env", field: "cortex.compactor.env", value: "ACCESS_KEY from rootUser and SECRET_KEY from rootPassword of the Secret minio, as cortex.ingester.env has them" },
    ],
  },
  certainty: "derived",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
});

export const objectStoreRegion = fact({
  id: "storage.object-store-region",
  statement:
    "Loki signs its requests to S3 for a region called dummy unless one is named; Cortex without one asks the store for it by GetBucketLocation, a right of its own. AWS refuses requests that are signed for another region.",
  value: { field: "region" },
  certainty: "sourced",
  sources: ["loki.code.s3", "cortex.s3", "aws.s3-signing"],
});

export const userClusterMlaClassFields = fact({
  id: "storage.user-cluster-mla-class-fields",
  statement: "Each chart of the user-cluster MLA names kubermatic-fast by itself: MinIO, four parts of Cortex, two of Loki, Grafana and Consul.",
  value: {
    store: "minio.persistence.storageClass",
    others: [
      "cortex.alertmanager.persistentVolume.storageClass",
      "cortex.compactor.persistentVolume.storageClass",
      "cortex.ingester.persistentVolume.storageClass",
      "cortex.store_gateway.persistentVolume.storageClass",
      "loki-distributed.ingester.persistence.claims[].storageClass",
      "loki-distributed.querier.persistence.storageClass",
      "grafana.persistence.storageClassName",
      "consul.server.storageClass",
    ],
  },
  certainty: "sourced",
  sources: ["kkp.code.mla-values"],
});

export const meteringVolume = fact<Volumes>({
  id: "storage.metering-volume",
  statement: "Metering keeps 90 days on one volume of 100 GiB on each Seed.",
  value: { title: "Prometheus of metering", count: 1, size: 100 },
  certainty: "sourced",
  sources: ["kkp.code.seed-defaults"],
});

export const minioVolume = fact<Volumes>({
  id: "storage.minio-volume",
  statement: "The chart of the backup MinIO asks for one volume of 100 GiB unless told otherwise.",
  value: { title: "MinIO for backups", count: 1, size: 100 },
  certainty: "sourced",
  sources: ["kkp.code.minio-values"],
});

export const minioClaim = fact({
  id: "storage.minio-claim",
  statement: "The backup MinIO keeps its data behind the claim minio-data in the namespace minio; the chart writes minio.storeSize and minio.storageClass into it. Kubernetes refuses another class for a claim and a smaller size; a larger one makes the volume grow where its class allows expansion.",
  value: { namespace: "minio", name: "minio-data" },
  certainty: "sourced",
  sources: ["kkp.code.minio-claim", "kubernetes.code.claims", "kubernetes.claims"],
});

/** Disk figures that etcd wants of a class of clusters. */
export interface EtcdClass {
  readonly title: string;
  readonly iops: number;
  readonly bandwidth: number;
}

export const etcdLarge = fact<EtcdClass>({
  id: "storage.etcd-large",
  statement: "The class kubermatic-fast is planned as the large class of etcd: 8,000 concurrent IOPS and 125 MB/s.",
  value: { title: "large", iops: 8000, bandwidth: 125 },
  certainty: "sourced",
  sources: ["kkp.setup-checklist", "etcd.hardware"],
});

export const etcdSequential = fact({
  id: "storage.etcd-sequential",
  statement: "etcd needs 50 sequential IOPS and does well with 500 under load; providers publish concurrent figures, up to ten times as high.",
  value: { least: 50, recommended: 500 },
  certainty: "sourced",
  sources: ["etcd.hardware", "kkp.storage-requirements"],
});

export const etcdLatency = fact({
  id: "storage.etcd-latency",
  statement: "99 % of etcd's WAL syncs stay below 10 ms and 99 % of its commits below 25 ms.",
  value: { fsync: 10, commit: 25 },
  certainty: "sourced",
  sources: ["etcd.faq"],
});

export const fioRecipe = fact({
  id: "storage.fio-recipe",
  statement: "fio writes as etcd does: sequential, 2,300 bytes, fdatasync after each write, 22 MiB in all.",
  value: "fio --rw=write --ioengine=sync --fdatasync=1 --size=22m --bs=2300 --name=etcd --directory=/mnt/test",
  certainty: "sourced",
  sources: ["ibm.fio-etcd"],
});

export const toolingImage = fact({
  id: "storage.tooling-image",
  statement: "The image quay.io/kubermatic-labs/kubeone-tooling:1.12.3 brings fio.",
  value: "quay.io/kubermatic-labs/kubeone-tooling:1.12.3",
  certainty: "sourced",
  sources: ["kubermatic.tooling"],
});

export const unfitDrivers = fact({
  id: "storage.unfit-drivers",
  statement: "Drivers whose names begin with kubernetes.io/ are gone from supported Kubernetes versions; Longhorn and local-path are not named by Kubermatic, so their support is unconfirmed.",
  value: { inTree: "kubernetes.io/", unconfirmed: ["longhorn", "local-path"] },
  certainty: "unconfirmed",
  sources: ["kkp.code.storage-class", "kkp.setup-checklist"],
});

export const driverParameters = fact<Readonly<Record<string, string>>>({
  id: "storage.driver-parameters",
  statement: "A class of Rook names clusterID, pool, and the secrets of provisioner, expansion and nodes with their namespaces; the operator of Rook makes the secrets in the namespace of the store.",
  value: { ".rbd.csi.ceph.com": "clusterID, pool, and under csi.storage.k8s.io/ the names and namespaces of provisioner-secret, controller-expand-secret and node-stage-secret" },
  certainty: "sourced",
  sources: ["rook.block-storage"],
});

export const ownStore = fact({
  id: "storage.own-store",
  statement: "A storage driver that the storage team brings is planned as one that takes nothing of the workers: CPU and memory of its pods, and disks for the copies that it keeps, are not counted.",
  value: "CPU and memory of its pods, and disks for the copies that it keeps, come on top: this plan counts neither.",
  certainty: "planning",
  sources: ["kkp.storage-requirements"],
});

export const smallVolumeLimit = fact<{ readonly least: Readonly<Record<string, number>> }>({
  id: "storage.small-volume-limit",
  statement: "A disk of type sc1, which the documentation names for backups on AWS, has 125 GiB at least. One of type io1, which the installer writes for AWS, has 4 GiB at least, and the MLA charts ask for smaller volumes.",
  value: { least: { io1: 4, sc1: 125 } },
  certainty: "derived",
  sources: ["kkp.code.storage-class", "kkp.code.monitoring-values", "kkp.add-seed", "aws.volume-types"],
});

/** What a storage driver gives: the smallest volume in GiB, and how many of them one machine carries. */
export interface DriverLimits {
  readonly least: number;
  readonly perMachine: number;
}

export const driverLimits = fact<Readonly<Record<string, DriverLimits>>>({
  id: "storage.driver-limits",
  statement:
    "The storage driver of Hetzner makes no volume below 10 GiB and reports room for 16 volumes on each server. That of DigitalOcean makes none below 1 GiB and reports room for 7 on each Droplet, unless its flag volume-limit says otherwise.",
  value: { "csi.hetzner.cloud": { least: 10, perMachine: 16 }, "dobs.csi.digitalocean.com": { least: 1, perMachine: 7 } },
  certainty: "sourced",
  sources: ["hetzner.csi-driver", "digitalocean.csi-driver", "digitalocean.csi-limit"],
});

/** IOPS of a cloud's disk by its size, unless more are ordered. */
export interface DiskSpeed {
  readonly disk: string;
  /** From the smallest on: up to that many GiB, that many IOPS. */
  readonly steps: readonly (readonly [upTo: number, iops: number])[];
  /** IOPS of small disks for a while, where they have more than they serve for long. */
  readonly burst?: number;
  /** Parameter of the class that orders more, and how many the cloud takes for each GiB. */
  readonly order?: { readonly parameter: string; readonly perGib: number };
  /** Disk of the same cloud whose IOPS are ordered, where this one takes no order, and where it is to be had. */
  readonly instead?: { readonly disk: string; readonly included: number; readonly order: NonNullable<DiskSpeed["order"]>; readonly limits: string };
}

const gp3Speed = fact<DiskSpeed>({
  id: "storage.disk-speed-gp3",
  statement: "A gp3 disk serves 3,000 IOPS at any size; more are ordered, 500 at most for each GiB.",
  value: { disk: "gp3", steps: [[65536, 3000]], order: { parameter: "iops", perGib: 500 } },
  certainty: "sourced",
  sources: ["aws.volume-types", "aws.ebs-parameters"],
});

const premiumSpeed = fact<DiskSpeed>({
  id: "storage.disk-speed-premium",
  statement:
    "A Premium_LRS disk serves for long, apart from bursts of 3,500 up to 512 GiB, 120 IOPS up to 32 GiB, 240 up to 64, 500 up to 128, 1,100 up to 256, 2,300 up to 512, 5,000 up to 1,024, 7,500 up to 4,096, 16,000 up to 8,192, 18,000 up to 16,384 and 20,000 at most. A PremiumV2_LRS disk serves 3,000 IOPS at any size; more are ordered, 500 at most for each GiB from 6 GiB on, and in most regions with zones it is attached to machines in zones alone. For disks of other clouds no figure was confirmed.",
  value: {
    disk: "Premium_LRS",
    steps: [[32, 120], [64, 240], [128, 500], [256, 1100], [512, 2300], [1024, 5000], [4096, 7500], [8192, 16000], [16384, 18000], [32767, 20000]],
    burst: 3500,
    instead: {
      disk: "PremiumV2_LRS",
      included: 3000,
      order: { parameter: "DiskIOPSReadWrite", perGib: 500 },
      limits: "in most regions with zones it is attached to machines in zones alone",
    },
  },
  certainty: "sourced",
  sources: ["azure.disk-sizes", "azure.disk-parameters", "azure.disk-types", "azure.premium-v2"],
});

/** How fast disks of drivers are whose speed follows from their type and size, by provisioner. */
export const diskSpeeds: Readonly<Record<string, Fact<DiskSpeed>>> = { "ebs.csi.aws.com": gp3Speed, "disk.csi.azure.com": premiumSpeed };

export const storageFacts: readonly Fact<unknown>[] = [
  ...Object.values(diskSpeeds),
  unfitDrivers,
  driverParameters,
  ownStore,
  smallVolumeLimit,
  driverLimits,
  etcdVolumes,
  mlaVolumes,
  userClusterMlaVolumes,
  userClusterMlaStore,
  userClusterMlaS3,
  objectStoreRegion,
  userClusterMlaClassFields,
  meteringVolume,
  minioVolume,
  minioClaim,
  etcdLarge,
  etcdSequential,
  etcdLatency,
  fioRecipe,
  toolingImage,
];
