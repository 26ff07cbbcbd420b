import { integer, label } from "../kinds.ts";
import { chapter, type Kept, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { comesWithUpgrade } from "./new-secrets.ts";
import { upgrades } from "./project.ts";
import { storage } from "./storage.ts";

const CLAIM_KEPT: Kept = { says: "The claim of MinIO keeps its class, and never becomes smaller.", source: "kubernetes.code.claims" };

const runsMinio = (look: Look, id: string): boolean => upgrades(look) && look(infrastructure.cluster.role, id) !== "master" && look(storage.cluster.backupTarget, id) === "minio" && !comesWithUpgrade(look, "backups");

/** Questions about volumes that an upgrade finds, and that take no other size or class. */
export const runningVolumes = chapter("storage", "Storage and backup", "", {
  cluster: {
    minioSize: integer({ min: 1, max: 65536, unit: "GiB" }, {
      section: "Backup",
      label: "How many GiB has the claim of the backup MinIO?",
      short: "Size of the MinIO that runs",
      help: "As kubectl -n minio get persistentvolumeclaims prints it. A larger number makes it grow where its class allows that.",
      source: "kkp.code.minio-claim",
      team: "platform",
      kept: CLAIM_KEPT,
      asked: runsMinio,
    }),
    minioClass: label({
      section: "Backup",
      label: "On which storage class does the claim of the backup MinIO lie?",
      short: "Class of the MinIO that runs",
      help: "As kubectl -n minio get persistentvolumeclaims prints it. No claim moves to another class.",
      example: "kubermatic-backup",
      source: "kkp.code.minio-claim",
      team: "platform",
      kept: CLAIM_KEPT,
      asked: runsMinio,
    }),
  },
});
