import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { etcdVolumes, minioVolume } from "../../facts/storage.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { VolumeNeed } from "../../plan/plan.ts";
import { limitsOf } from "../storage/driver-limits.ts";
import { meteringVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { etcdVolumeNeeds } from "../storage/volumes.ts";
import type { VolumeRoom } from "./machines.ts";

/** Volumes of a platform cluster against those that its storage driver lets one machine carry. */
export interface VolumeCounts {
  readonly perMachine: number;
  /** Those of user-cluster etcd, and that one user cluster keeps. */
  readonly etcd: number;
  readonly each: number;
  /** All others that stand on the workers which carry everything, and those of the MLA stacks where these have workers of their own. */
  readonly others: number;
  readonly apart: number;
}

/** Volumes of the backup MinIO, whatever their size and class: on an upgrade both are read from the claim, and no worker more or less follows from them. */
const backupVolumes = (read: Reader, cluster: string): number =>
  read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "minio" ? read.fact(minioVolume).count : 0;

/** Undefined where no limit of the driver is known. `dedicated` says whether the MLA stacks have workers of their own. */
export function volumeCounts(read: Reader, cluster: string, dedicated: boolean): VolumeCounts | undefined {
  const limits = limitsOf(read, cluster);
  if (!limits) return undefined;
  const count = (...rules: readonly Rule<readonly VolumeNeed[]>[]): number =>
    rules.flatMap((needs) => read.optionalRule(needs, cluster) ?? []).reduce((sum, volumes) => sum + volumes.count, 0);
  const mla = count(mlaVolumeNeeds, userClusterMlaVolumeNeeds);
  return {
    perMachine: limits.perMachine,
    etcd: count(etcdVolumeNeeds),
    each: read.fact(etcdVolumes).count,
    others: count(meteringVolumeNeeds) + backupVolumes(read, cluster) + (dedicated ? 0 : mla),
    apart: dedicated ? mla : 0,
  };
}

/** Room for volumes of small user clusters beside so many larger ones. */
export const roomFor = (counts: VolumeCounts | undefined, larger: number): VolumeRoom | undefined =>
  counts && { perMachine: counts.perMachine, base: counts.others + counts.each * larger, each: counts.each };
