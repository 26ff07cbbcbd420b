import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { etcdLarge, etcdLatency, etcdSequential, fioRecipe } from "../../facts/storage.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { clusterAnswer, placeAnswer } from "../basics/infrastructure.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName } from "../basics/platform.ts";
import { diskSpeed } from "./disk-speed.ts";
import { meteringVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "./mla-volumes.ts";
import { ownDriverOf } from "./own-driver.ts";
import { backupVolumeNeeds, etcdVolumeNeeds } from "./volumes.ts";

/** GiB of some volumes. */
export const totalOf = (volumes: readonly VolumeNeed[]): number => Math.round(volumes.reduce((sum, { total }) => sum + total, 0) * 10) / 10;

/** Driver and parameters of a cluster's classes: of the provider's record, or named by the storage team. */
export function driverOf(read: Reader, cluster: string, use: "fast" | "backup"): Pick<StorageClassNeed, "provisioner" | "parameters" | "named"> {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return { provisioner: read.maybe(backup.cluster.driver, cluster), parameters: {} };
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!csi) return { provisioner: read.maybe(backup.cluster.driver, cluster), parameters: {} };
  read.cite(...csi.sources);
  const named = (csi.askedParameters ?? []).flatMap(({ parameter, of, question }) => {
    // Each kind of storage is one of the infrastructure's own, so the same name would put backups beside what they save.
    if (use === "backup") return [[parameter, read.maybe(backup.cluster.backupStorage, cluster)] as const];
    const value = of === "cluster" ? clusterAnswer(read, question, cluster) : answerOfPlace(read, question, cluster);
    return value ? [[parameter, value] as const] : [];
  });
  return {
    provisioner: known(csi.provisioner),
    parameters: use === "backup" ? (csi.backupParameters ?? csi.parameters) : csi.parameters,
    ...(named.length > 0 ? { named: Object.fromEntries(named) } : {}),
  };
}

/** What is answered about the place of a cluster; open as long as nobody knows the place. */
function answerOfPlace(read: Reader, question: string, cluster: string): Value<string> | undefined {
  const place = read.maybe(infrastructure.cluster.place, cluster);
  return place.kind === "known" ? placeAnswer(read, question, place.value) : place;
}

/** A demand for the parameter by which the storage team names the kind of disk; none where the record names it. */
function diskNamed(read: Reader, cluster: string): readonly string[] {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return [];
  const { csi, title }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return csi?.diskParameter === undefined ? [] : [`The parameter ${csi.diskParameter} names what serves it on ${title}; left out, the default of ${title} decides`];
}

/** That the class is written by hand, and why, where the one of the installer would not be fit for etcd. */
function writtenByHand(read: Reader, cluster: string): readonly string[] {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return [];
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return csi?.byHand === undefined ? [] : [`Written by hand before the installer runs, since an existing class stays. ${csi.byHand}`];
}

/** That volumes can grow, of a driver that the storage team chooses; records of the others say it. */
function grows(read: Reader, cluster: string): readonly string[] {
  return ownDriverOf(read, cluster) === undefined ? [] : ["Volumes that can be given more room: the driver must be able to, and the class has allowVolumeExpansion: true"];
}

/** What a cluster keeps on the class, in words. */
function keptBy(name: string, withEtcd: boolean, parts: readonly (readonly [volumes: readonly VolumeNeed[], what: string])[]): string {
  const kept = parts.filter(([volumes]) => totalOf(volumes) > 0);
  const alone = kept.length === 1;
  const spoken = kept.map(([volumes, what]) => {
    const counted = `${formatCount(volumes.reduce((sum, { count }) => sum + count, 0), "volume")} of ${what}`;
    // The sum of one part alone is the capacity itself.
    return alone ? counted : `${counted} with ${formatFigure(totalOf(volumes))} GiB`;
  });
  if (spoken.length === 0) return `The installer asks for it on ${name}, though nothing is kept there yet.`;
  return `${name} puts ${listed(spoken)} on it; ${withEtcd ? "etcd answers only as fast as its disk" : "charts name the class, and a claim waits for ever where nobody made it"}.`;
}

/** Whether etcd of user clusters stands on a cluster's disks, so that they must answer as fast as etcd wants. */
export const carriesEtcd = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) !== "master";

/** What etcd wants of its disk, and how it is measured. */
function demandsOfEtcd(read: Reader, cluster: string, volumes: readonly VolumeNeed[]): readonly string[] {
  if (!carriesEtcd(read, cluster)) return [];
  const large = read.fact(etcdLarge);
  const sequential = read.fact(etcdSequential);
  const { fsync, commit } = read.fact(etcdLatency);
  return [
    `${formatFigure(large.iops)} concurrent IOPS and ${large.bandwidth} MB/s, the ${large.title} class of etcd`,
    ...diskSpeed(read, cluster, volumes),
    `${sequential.recommended} sequential IOPS, never fewer than ${sequential.least}`,
    `99 % of WAL syncs below ${fsync} ms and of commits below ${commit} ms`,
    `Proof: \`${read.fact(fioRecipe)}\` shows a 99th percentile of fdatasync below ${fsync} ms`,
  ];
}

/** The class every platform cluster needs. */
export const fastClass = rule<readonly StorageClassNeed[]>({
  id: "storage.fast-class",
  title: "Storage class kubermatic-fast",
  per: "cluster",
  sources: ["kkp.storage-requirements", "kkp.install-ce"],
  derive: (read, cluster) => {
    const rules: readonly Rule<readonly VolumeNeed[]>[] = [etcdVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds, meteringVolumeNeeds];
    const parts = rules.map((needs) => (read.optionalRule(needs, cluster) ?? []).filter(({ storageClass }) => storageClass === "kubermatic-fast"));
    const [etcd = [], mla = [], userClusterMla = [], metering = []] = parts;
    const capacity = totalOf(parts.flat());
    return [
      {
        id: `class.kubermatic-fast[${cluster}]`,
        cluster,
        name: "kubermatic-fast",
        ...driverOf(read, cluster, "fast"),
        capacity,
        media: "SSD",
        demands: [
          ...demandsOfEtcd(read, cluster, etcd),
          ...writtenByHand(read, cluster),
          ...diskNamed(read, cluster),
          ...grows(read, cluster),
        ],
        from: read.cell,
        why: keptBy(clusterName(read, cluster), totalOf(etcd) > 0, [[etcd, "user-cluster etcd"], [mla, "its own MLA"], [userClusterMla, "user-cluster MLA"], [metering, "metering"]]),
      },
    ];
  },
});

/** The class for backups that stay in the cluster. */
export const backupClass = rule<readonly StorageClassNeed[]>({
  id: "storage.backup-class",
  title: "Storage class kubermatic-backup",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.minio-values"],
  derive: (read, cluster) => {
    if (isRunning(read, "backups")) return read.notApplicable("A MinIO that runs keeps the class of its claim, which is there.");
    const volumes = read.rule(backupVolumeNeeds, cluster);
    return [
      {
        id: `class.kubermatic-backup[${cluster}]`,
        cluster,
        name: "kubermatic-backup",
        ...driverOf(read, cluster, "backup"),
        capacity: totalOf(volumes),
        media: "HDD is enough",
        demands: ["Another location than that of kubermatic-fast, so that one fault does not take etcd and its backups", ...diskNamed(read, cluster)],
        from: read.cell,
        why: `MinIO of ${clusterName(read, cluster)} writes etcd snapshots to it. The values of MinIO name the class, and a volume waits for ever for one that nobody made.`,
      },
    ];
  },
});
