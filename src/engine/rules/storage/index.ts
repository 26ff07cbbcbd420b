import type { Rule } from "../../kernel/rule.ts";
import type { BackupNeed, StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { backupNeed } from "./backups.ts";
import { backupClass, fastClass } from "./classes.ts";
import { backupVolumeNeeds, etcdVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "./volumes.ts";

export const classRules: readonly Rule<readonly StorageClassNeed[]>[] = [fastClass, backupClass];
export const volumeRules: readonly Rule<readonly VolumeNeed[]>[] = [etcdVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds, backupVolumeNeeds];
export const backupRules: readonly Rule<readonly BackupNeed[]>[] = [listOf(backupNeed)];
