import { backupSchedule } from "../../facts/backup.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { choice, choices, host, integer, text } from "../kinds.ts";
import { portOfStore } from "../port-of-server.ts";
import { chapter, type Look } from "../question.ts";
import { isSharedStore } from "../shared-store.ts";
import { infrastructure } from "./infrastructure.ts";
import { project, upgrades } from "./project.ts";
import { storage } from "./storage.ts";

const own = (look: Look): boolean => look(backup.plan.schedule) === "own";
/** Whether the storage team brings the driver: its choice, or a provider without one. */
const ownDriver = (look: Look, id: string): boolean =>
  look(storage.cluster.fastClass, id) === "other" || providers.some((provider) => provider.id === look(infrastructure.cluster.provider, id) && provider.csi === undefined);
/** Whether classes of the cluster name storage of its infrastructure that this site alone knows. */
const namesStorage = (look: Look, id: string): boolean =>
  providers.some((one: Provider & { readonly id: string }) => one.id === look(infrastructure.cluster.provider, id) && (one.csi?.askedParameters ?? []).length > 0);
const furtherOf = (look: Look): readonly unknown[] => look(backup.plan.further) ?? [];
/** Whether owners of projects back up user clusters: only the Enterprise Edition lets them; until somebody names the edition, their store is asked for. */
const ofUserClusters = (look: Look): boolean => furtherOf(look).includes("user-clusters") && look(project.plan.edition) !== "CE";
/** Whether anything is written to the store for further backups. */
const isWritten = (look: Look): boolean => ofUserClusters(look) || ["velero", "platform-etcd", "mirror"].some((part) => furtherOf(look).includes(part));

/** Questions of the storage chapter about schedules, further backups and what stands behind the classes. */
export const backup = chapter("storage", "Storage and backup", "", {
  plan: {
    schedule: choice(
      [
        { value: "product", label: "Every 20 minutes, 20 are kept", chip: "product-default" },
        { value: "own", label: "A schedule of our own" },
      ],
      {
        section: "Backup",
        label: "How often is the etcd of user clusters backed up?",
        short: "Schedule of etcd backups",
        help: "The interval is what a restored user cluster loses at most; interval times number is how far back you can go.",
        source: "kkp.etcd-backups",
        team: "platform",
        productDefault: { value: "product", sentence: backupSchedule.statement, source: "kkp.code.seed-defaults" },
      },
    ),
    interval: integer({ min: 5, max: 1440, unit: "minutes" }, {
      section: "Backup",
      label: "How many minutes lie between two backups of one etcd?",
      short: "Interval of etcd backups",
      help: "Set as backupInterval of the Seed.",
      source: "kkp.etcd-backups",
      team: "platform",
      productDefault: { value: backupSchedule.value.interval, sentence: backupSchedule.statement, source: "kkp.code.seed-defaults" },
      asked: own,
    }),
    kept: integer({ min: 1, max: 50, unit: "snapshots" }, {
      section: "Backup",
      label: "How many snapshots of one etcd are kept?",
      short: "Snapshots kept",
      help: "Set as backupCount of the Seed; KKP keeps at most 50.",
      source: "kkp.etcd-backups",
      team: "platform",
      productDefault: { value: backupSchedule.value.kept, sentence: backupSchedule.statement, source: "kkp.code.seed-defaults" },
      asked: own,
    }),
    further: choices(
      [
        { value: "velero", label: "Resources of master and Seeds, by Velero", help: "Objects of each platform cluster, every hour." },
        { value: "user-clusters", label: "User clusters with their volumes", help: "Enterprise Edition: owners of projects back up their clusters to S3 themselves, by Velero." },
        { value: "platform-etcd", label: "etcd and PKI of master and Seeds", help: "Every 30 minutes, so that a platform cluster can be rebuilt." },
        { value: "machines", label: "Control-plane machines", help: "A snapshot of each virtual machine every day." },
        { value: "mla", label: "Metrics and logs", help: "Volumes of the MLA stack, every six hours." },
        { value: "mirror", label: "A copy of the backup MinIO elsewhere", help: "Mirrored every 30 minutes, so that backups outlive the cluster." },
      ],
      {
        section: "Backup",
        label: "What else is backed up?",
        short: "Further backups",
        help: "KKP itself backs up the etcd of user clusters and nothing else, not even the platform's own.",
        source: "kkp.backup",
        team: "platform",
        productDefault: { value: [], sentence: "KKP backs up the etcd of user clusters and nothing else.", source: "kkp.etcd-backups" },
      },
    ),
    store: host({
      section: "Backup",
      label: "Under which name or address is the S3 for further backups reached?",
      short: "S3 for further backups",
      help: "Velero, the copies of etcd and PKI and that of MinIO are written there; for user clusters the master, their nodes and the users' browsers reach it too.",
      example: "s3.example.com",
      source: "kkp.backup",
      team: "storage",
      server: { title: "S3 for further backups", dialledBy: (look) => (ofUserClusters(look) ? ["platform", "user-clusters"] : ["platform"]) },
      asked: isWritten,
    }),
    storePort: portOfStore({
      section: "Backup",
      title: "the S3 for further backups",
      source: "kkp.backup",
      asked: (look): boolean => isWritten(look) && !isSharedStore(look(backup.plan.store)),
    }),
    storeRegion: text({
      section: "Backup",
      label: "Which region does the S3 for further backups sign for?",
      short: "Region of the S3 for further backups",
      help: "AWS refuses requests for another one. A store without regions takes any name, such as us-east-1.",
      example: "eu-central-1",
      source: "rclone.code.s3",
      team: "storage",
      asked: isWritten,
    }),
    furtherBucket: text({
      section: "Backup",
      label: "What is the bucket for further backups called?",
      short: "Bucket for further backups",
      help: "One bucket serves Velero and the copies of MinIO, with a folder for each platform cluster and kind. Copies of etcd and projects have buckets of their own.",
      example: "kkp-further-backups",
      source: "kkp.backup",
      team: "storage",
      asked: (look): boolean => ["velero", "mirror"].some((part) => furtherOf(look).includes(part)),
    }),
  },
  cluster: {
    bucket: text({
      section: "Backup",
      label: "What is the bucket for etcd backups called?",
      short: "Backup bucket",
      help: "KKP never creates it. The same name stands in the Seed and in the values of the S3 exporter. On AWS and stores like it nobody else in the world may have it.",
      example: "kkpbackup",
      source: "kkp.etcd-backups",
      team: "storage",
      productDefault: {
        value: "kkpbackup",
        sentence: "The documentation calls the bucket kkpbackup; the S3 exporter would look into kubermatic-etcd-backups unless told otherwise.",
        source: "kkp.add-seed",
        // A store that everybody uses has given so common a name away long ago.
        where: (read, id) => !isSharedStore(read.optional(storage.cluster.s3Endpoint, id)),
      },
      asked: (look, id): boolean => look(infrastructure.cluster.role, id) !== "master" && look(storage.cluster.backupTarget, id) === "s3",
    }),
    driver: text({
      section: "Classes",
      label: "Which CSI driver serves the class kubermatic-fast?",
      short: "Name of the CSI driver",
      help: "The provisioner as kubectl get csidrivers prints it.",
      example: "rook-ceph.rbd.csi.ceph.com",
      source: "kkp.storage-requirements",
      team: "storage",
      asked: ownDriver,
    }),
    backupStorage: text({
      section: "Classes",
      label: "Which storage class or container of the infrastructure keeps backups?",
      short: "Storage of backups",
      help: "kubermatic-backup leads to it: a class of the KubeVirt cluster, or a storage container of Nutanix. At another location than that of etcd; slower disks are enough.",
      example: "ceph-hdd",
      source: "kkp.add-seed",
      team: "storage",
      asked: (look, id): boolean =>
        look(infrastructure.cluster.role, id) !== "master" && look(storage.cluster.backupTarget, id) === "minio" && !upgrades(look) && !ownDriver(look, id) && namesStorage(look, id),
    }),
    storageNetwork: choice(
      [
        { value: "local", label: "Disks in the machines or their hosts" },
        { value: "dedicated", label: "Storage behind a network of its own", chip: "recommended" },
        { value: "shared", label: "Storage behind the network that everything uses" },
      ],
      {
        section: "Classes",
        label: "Over which network do volumes of etcd reach their disks?",
        short: "Network of the storage",
        help: "etcd waits for every write; other traffic on the same network makes it lose its leader.",
        source: "kkp.storage-requirements",
        team: "storage",
        asked: ownDriver,
      },
    ),
  },
});
