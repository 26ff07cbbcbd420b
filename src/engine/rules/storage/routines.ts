import { backup } from "../../answers/chapters/backup.ts";
import { routineSchedules, userClusterBackup, veleroChart, type RoutineSchedule } from "../../facts/backup.ts";
import type { TeamId } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { BackupRoutine } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { copiesMinio, hasSavedEtcd, savesMachines, savesMlaVolumes, savesUserClusters } from "./further.ts";

interface Words {
  readonly title: string;
  readonly team: TeamId;
  readonly where: BackupRoutine["where"];
  readonly why: string;
}

/** Routines whose schedule the documentation recommends, in the order they are offered. */
function wordsOf(read: Reader, id: string, names: string): Words | undefined {
  const store = () => read.maybe(backup.plan.store);
  const here = (place: string) => ({ kind: "known", value: place }) as const;
  switch (id) {
    case "velero":
      return { title: `Objects of ${names}, by Velero ${read.fact(veleroChart).version[releaseIn(read).id]}`, team: "platform", where: store(), why: `A deleted Seed object or Secret of ${names} comes back without a restored etcd; volumes are not in it.` };
    case "user-clusters":
      return { title: "User clusters with their volumes", team: "platform", where: store(), why: `Users choose what they save; ${read.fact(userClusterBackup).reach} must reach the store.` };
    case "platform-etcd":
      return { title: `etcd and PKI of ${names}`, team: "platform", where: store(), why: `Encrypted, because keys of every certificate are in it; without both nobody can rebuild ${names}, nor any control plane of a user cluster that ran there.` };
    case "machines":
      return { title: `Control-plane machines of ${names}`, team: "infrastructure", where: here("Another datastore than that of the machines"), why: `It is the quickest way back after a failed change of a machine of ${names}; it replaces no etcd backup.` };
    case "mla":
      return { title: `Volumes of the MLA stack of ${names}`, team: "storage", where: here("Wherever the storage team keeps snapshots of volumes"), why: `Metrics and logs of ${names} are lost with their volumes otherwise; no other copy exists.` };
    case "mirror":
      return { title: `Copy of the backup MinIO of ${names}`, team: "storage", where: store(), why: `MinIO stands in ${names} itself, and its snapshots would be lost with it.` };
    default:
      return undefined;
  }
}

/** Platform clusters that have what a routine saves, in words; undefined where none has it. */
function namesOf(read: Reader, id: string): string | undefined {
  const saved = read.subjects("cluster").filter((cluster) => HAS[id]?.(read, cluster) ?? true);
  if (saved.length === 0) return undefined;
  return saved.length > 3 ? `${saved.length} platform clusters` : listed(saved.map((cluster) => clusterName(read, cluster)));
}

/** Whether a cluster has what a routine saves; every cluster has the others. */
const HAS: Readonly<Record<string, (read: Reader, cluster: string) => boolean>> = { "user-clusters": savesUserClusters, "platform-etcd": hasSavedEtcd, machines: savesMachines, mla: savesMlaVolumes, mirror: copiesMinio };

/** Everything that is backed up beside the etcd of user clusters. */
export const backupRoutines = rule<readonly BackupRoutine[]>({
  id: "storage.routines",
  title: "Further backups",
  per: "plan",
  sources: ["kkp.backup"],
  derive: (read) => {
    const chosen = read.answer(backup.plan.further);
    if (chosen.length === 0) return read.notApplicable("Nothing but the etcd of user clusters is backed up.");
    const schedules: Readonly<Record<string, RoutineSchedule>> = read.fact(routineSchedules);
    return chosen.flatMap((id) => {
      const schedule = schedules[id];
      const names = namesOf(read, id);
      const row = `routine.${id}`;
      const words = names === undefined ? undefined : read.forRow(row, () => wordsOf(read, id, names));
      return schedule && words ? [{ id: row, ...words, ...schedule, from: read.cell }] : [];
    });
  },
});
