import type { Rule } from "../../kernel/rule.ts";
import type { BackupNeed, BackupRoutine, StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { backupNeed } from "./backups.ts";
import { backupClass, fastClass } from "./classes.ts";
import { mlaStorageClass } from "./mla-class.ts";
import { backupRoutines } from "./routines.ts";
import { meteringVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "./mla-volumes.ts";
import { backupVolumeNeeds, etcdVolumeNeeds } from "./volumes.ts";

export const classRules: readonly Rule<readonly StorageClassNeed[]>[] = [fastClass, mlaStorageClass, backupClass];
export const volumeRules: readonly Rule<readonly VolumeNeed[]>[] = [etcdVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds, meteringVolumeNeeds, backupVolumeNeeds];
export const backupRules: readonly Rule<readonly BackupNeed[]>[] = [listOf(backupNeed)];
export const routineRules: readonly Rule<readonly BackupRoutine[]>[] = [backupRoutines];
