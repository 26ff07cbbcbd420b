import type { TeamId } from "../../answers/question.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

export interface StoragePlan {
  readonly classes: readonly StorageClassNeed[];
  readonly volumes: readonly VolumeNeed[];
  readonly backups: readonly BackupNeed[];
  /** What is backed up beside the etcd of user clusters. */
  readonly routines: readonly BackupRoutine[];
}

/** Something that is saved regularly beside the etcd of user clusters. */
export interface BackupRoutine extends Derived {
  readonly title: string;
  /** "30 minutes", "day". */
  readonly every: string;
  readonly keeps: string;
  readonly where: Value<string>;
  readonly team: TeamId;
}

export interface StorageClassNeed extends Derived {
  readonly cluster: string;
  readonly name: "kubermatic-fast" | "kubermatic-backup" | "kubermatic-mla";
  readonly provisioner: Value<string>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Those whose value the site alone knows; absent where there are none. */
  readonly named?: Readonly<Record<string, Value<string>>>;
  /** GiB, one decimal. */
  readonly capacity: number;
  readonly media: string;
  /** What to demand of the storage team: IOPS, bandwidth, latency. */
  readonly demands: readonly string[];
}

export interface VolumeNeed extends Derived {
  readonly cluster: string;
  readonly storageClass: string;
  readonly title: string;
  readonly count: number;
  /** GiB each. */
  readonly size: number;
  /** GiB in all. */
  readonly total: number;
}

export interface BackupNeed extends Derived {
  readonly cluster: string;
  readonly target: string;
  /** GiB needed in the bucket, one decimal. */
  readonly needed: number;
  /** GiB that the default volume of a new MinIO offers; absent outside the cluster, and where a MinIO runs. */
  readonly offered?: number;
  /** Minutes. */
  readonly interval: number;
  readonly kept: number;
  /** Minutes that the kept snapshots reach back. */
  readonly coverage: number;
  readonly arithmetic: string;
}
