import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { mlaRequests, nodePortsPerCluster, userClusterMlaRequests, type Requests } from "../../facts/sizing.ts";
import { mlaVolumes, userClusterMlaVolumes, type Volumes } from "../../facts/storage.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { spokenStrategies, strategiesInUse, type Strategy } from "../basics/exposure.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";
import { backupNeed } from "../storage/backups.ts";
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

/** Requests inside a sentence. */
const loadOf = ({ cpu, memory }: Requests): string => `${formatFigure(cpu)} mCPU, ${formatFigure(memory)} MiB of memory`;

const gib = (volumes: readonly Volumes[]): string => `${formatFigure(volumes.reduce((sum, { count, size }) => sum + count * size, 0))} GiB of storage`;

/** Monitoring of the platform itself. */
export const mlaDecision = rule<readonly Decision[]>({
  id: "decisions.mla",
  title: "Decision about monitoring of master and Seeds",
  per: "plan",
  sources: ["kkp.mla-seed"],
  derive: (read) => {
    const load = loadOf(read.fact(mlaRequests));
    const clusters = read.subjects("cluster").length;
    const each = clusters === 1 ? "the cluster" : `each of ${formatFigure(clusters)} clusters`;
    const why = read.answer(monitoring.plan.mla)
      ? `Adds ${load} and ${gib(read.fact(mlaVolumes))} to ${each}.`
      : `Saves ${load} and ${gib(read.fact(mlaVolumes))} in ${each}; nobody is told when the platform is in trouble.`;
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
    const load = loadOf(read.fact(userClusterMlaRequests));
    const byStrategy = read.fact(nodePortsPerCluster);
    const more = (strategy: Strategy) => byStrategy[strategy].withMla - byStrategy[strategy].without;
    const strategies = read.rule(strategiesInUse);
    const dear = strategies.filter((strategy) => more(strategy) > 0);
    const ports = dear.length > 0 ? `, and ${Math.max(...dear.map(more))} NodePorts for each user cluster${dear.length < strategies.length ? ` with ${spokenStrategies(dear)}` : ""}` : "";
    const why = read.answer(monitoring.plan.userClusterMla)
      ? `Adds ${load} and ${gib(read.fact(userClusterMlaVolumes))} to each Seed${ports}.`
      : `Saves ${load} and ${gib(read.fact(userClusterMlaVolumes))} in each Seed; users bring monitoring of their own.`;
    return [decisionOn(read, monitoring.plan.userClusterMla, PLAN, { id: "user-cluster-mla", title: "User-cluster MLA", why })];
  },
});
