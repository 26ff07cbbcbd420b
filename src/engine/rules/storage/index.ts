import type { Rule } from "../../kernel/rule.ts";
import type { BackupNeed, StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";

export const classRules: readonly Rule<readonly StorageClassNeed[]>[] = [];
export const volumeRules: readonly Rule<readonly VolumeNeed[]>[] = [];
export const backupRules: readonly Rule<readonly BackupNeed[]>[] = [];
