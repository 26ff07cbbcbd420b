import { choice, host } from "../kinds.ts";
import { portOfStore } from "../port-of-server.ts";
import { chapter } from "../question.ts";
import { isSharedStore } from "../shared-store.ts";
import { infrastructure } from "./infrastructure.ts";

const isSeed = (role: unknown): boolean => role !== "master";

export const storage = chapter("storage", "Storage and backup", "Which classes hold etcd and monitoring, and where backups go.", {
  cluster: {
    fastClass: choice(
      [
        { value: "provider", label: "The provider's own CSI driver", help: "KubeOne installs it; in a cluster that others run or have built, somebody there sees to it." },
        { value: "other", label: "Another CSI driver", help: "Rook, a vendor's driver, or one that is there already." },
      ],
      {
        section: "Classes",
        label: "What serves the class kubermatic-fast?",
        short: "Driver of kubermatic-fast",
        help: "etcd of every user cluster lives on it: SSD, with low and steady write latency.",
        source: "kkp.storage-requirements",
        team: "storage",
      },
    ),
    backupTarget: choice(
      [
        { value: "minio", label: "MinIO in the cluster", help: "On a class kubermatic-backup; copy it elsewhere if the cluster must survive." },
        { value: "s3", label: "S3 outside", help: "Backups outlive the cluster." },
        { value: "none", label: "No backup", help: "A lost etcd is lost." },
      ],
      {
        section: "Backup",
        label: "Where do etcd backups go?",
        short: "Backup target",
        help: "Every 20 minutes a snapshot of each user cluster's etcd, 20 are kept.",
        source: "kkp.etcd-backups",
        team: "storage",
        asked: (look, id): boolean => isSeed(look(infrastructure.cluster.role, id)),
      },
    ),
    s3Endpoint: host({
      section: "Backup",
      label: "Under which name or address is S3 reached?",
      short: "Address of S3",
      help: "The Seed writes snapshots there over HTTPS.",
      example: "s3.example.com",
      source: "kkp.etcd-backups",
      team: "storage",
      server: { title: "S3", dialledBy: ["platform"] },
      asked: (look, id): boolean => look(storage.cluster.backupTarget, id) === "s3",
    }),
    s3Port: portOfStore({
      section: "Backup",
      title: "S3",
      source: "kkp.etcd-backups",
      asked: (look, id): boolean => look(storage.cluster.backupTarget, id) === "s3" && !isSharedStore(look(storage.cluster.s3Endpoint, id)),
    }),
  },
});
