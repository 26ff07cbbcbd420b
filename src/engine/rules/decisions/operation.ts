import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { nodePortsPerCluster } from "../../facts/sizing/node-ports.ts";
import { mlaRequests, userClusterMlaRequests } from "../../facts/sizing/platform-requests.ts";
import type { Requests } from "../../facts/sizing/requests.ts";
import { mlaVolumes, userClusterMlaVolumes, type Volumes } from "../../facts/storage.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { spokenStrategies, strategiesInUse, strategiesOf } from "../basics/exposure.ts";
import { clusterName, exposeStrategy, seeds, userClustersOf } from "../basics/platform.ts";
import { monitoringLoad } from "../monitoring/expected-load.ts";
import { portsOfOne, PROXY_SHARE } from "../sizing/ports.ts";
import { backupNeed } from "../storage/backups.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { decisionOn } from "./decision.ts";

/** Where etcd backups go. */
export const backupDecision = rule<readonly Decision[]>({
  id: "decisions.backup",
  title: "Decision about backups",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const name = clusterName(read, cluster);
    const need = read.optionalRule(backupNeed, cluster);
    const reach = need && `${formatFigure(need.needed)} GiB hold the last ${formatFigure(need.coverage)} minutes of each user cluster`;
    const why = {
      minio: `${reach}; they are lost with ${name} unless MinIO is copied elsewhere.`,
      s3: `${reach}, and they outlive ${name}.`,
      none: `A lost etcd takes its user cluster with it: ${formatCount(read.rule(userClustersOf, cluster), "user cluster")} of ${name} cannot be restored.`,
    }[read.answer(storage.cluster.backupTarget, cluster)];
    return [decisionOn(read, storage.cluster.backupTarget, cluster, { id: "backup", title: `Backup target of ${name}`, why })];
  },
});

/** What a stack adds to a cluster or saves in it. */
interface Share {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

/** Requests inside a sentence. */
const loadOf = ({ cpu, memory }: Pick<Requests, "cpu" | "memory">): string => `${formatFigure(cpu)} mCPU, ${formatFigure(memory)} MiB of memory`;

const sizeOf = (volumes: readonly Pick<Volumes, "count" | "size">[]): number => volumes.reduce((sum, { count, size }) => sum + count * size, 0);

const wordsOf = (share: Share): string => `${loadOf(share)} and ${formatFigure(share.storage)} GiB of storage`;

/** What the user-cluster MLA of a Seed takes in this plan: the minimum, the stated load and the volumes of the storage chapter. */
function shareOf(read: Reader, seed: string): Share {
  const { cpu, memory } = read.fact(userClusterMlaRequests);
  const load = read.optionalRule(monitoringLoad, seed) ?? { cpu: 0, memory: 0 };
  return { cpu: cpu + load.cpu, memory: memory + load.memory, storage: sizeOf(read.rule(userClusterMlaVolumeNeeds, seed)) };
}

/** NodePorts that the user-cluster MLA adds to each user cluster by the strategies of all Seeds: the end of a sentence. */
function portsAdded(read: Reader): string {
  const all = read.rule(seeds);
  const platform = read.rule(exposeStrategy);
  const taken = all.length === 0 ? [{ strategy: platform, ...read.fact(nodePortsPerCluster)[platform] }] : all.flatMap((seed) => read.rule(strategiesOf, seed).map((strategy) => ({ strategy, ...portsOfOne(read, nodePortsPerCluster, seed, strategy, PROXY_SHARE) })));
  const added = taken.map(({ strategy, without, withMla }) => ({ strategy, count: withMla - without })).filter(({ count }) => count > 0);
  const most = Math.max(0, ...added.map(({ count }) => count));
  if (most === 0) return "";
  const dear = read.rule(strategiesInUse).filter((strategy) => added.some((other) => other.strategy === strategy));
  return `, and ${added.every(({ count }) => count === most) ? "" : "up to "}${formatCount(most, "NodePort")} for each user cluster${added.length < taken.length ? ` with ${spokenStrategies(dear)}` : ""}`;
}

/** Monitoring of the platform itself. */
export const mlaDecision = rule<readonly Decision[]>({
  id: "decisions.mla",
  title: "Decision about monitoring of master and Seeds",
  per: "plan",
  sources: ["kkp.mla-seed"],
  derive: (read) => {
    const load = read.fact(mlaRequests);
    const [first] = read.subjects("cluster");
    const clusters = read.subjects("cluster").length;
    const asCharted = { ...load, storage: sizeOf(read.fact(mlaVolumes)) };
    const each = clusters === 1 ? "the cluster" : `each of ${formatFigure(clusters)} clusters`;
    const why = read.answer(monitoring.plan.mla)
      ? `Adds ${wordsOf(first === undefined ? asCharted : { ...load, storage: sizeOf(read.rule(mlaVolumeNeeds, first)) })} to ${each}.`
      : `Saves ${wordsOf(asCharted)} in ${each}; nobody is told when the platform is in trouble.`;
    return [decisionOn(read, monitoring.plan.mla, PLAN, { id: "mla", title: "Master and Seed MLA", why })];
  },
});

/** Monitoring for the people who use user clusters. */
export const userClusterMlaDecision = rule<readonly Decision[]>({
  id: "decisions.user-cluster-mla",
  title: "Decision about monitoring of user clusters",
  per: "plan",
  sources: ["kkp.mla-user-cluster"],
  derive: (read) => {
    const chosen = read.answer(monitoring.plan.userClusterMla);
    const charted = { ...read.fact(userClusterMlaRequests), storage: sizeOf(read.fact(userClusterMlaVolumes)) };
    const shares = chosen ? read.rule(seeds).map((seed) => shareOf(read, seed)) : [];
    const most = (key: keyof Share) => Math.max(...shares.map((share) => share[key]));
    const largest = shares.length === 0 ? charted : { cpu: most("cpu"), memory: most("memory"), storage: most("storage") };
    const [smallest] = shares.toSorted((one, other) => one.memory + one.storage - other.memory - other.storage);
    const same = smallest === undefined || wordsOf(smallest) === wordsOf(largest);
    const why = chosen
      ? `Adds ${same ? "" : "up to "}${wordsOf(largest)} to ${same ? "each" : "a"} Seed${portsAdded(read)}.`
      : `Saves ${wordsOf(charted)} in each Seed; users bring monitoring of their own.`;
    return [decisionOn(read, monitoring.plan.userClusterMla, PLAN, { id: "user-cluster-mla", title: "User-cluster MLA", why })];
  },
});
