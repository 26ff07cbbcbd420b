import { authentication } from "../../answers/chapters/authentication.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { certificates } from "../../answers/chapters/certificates.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Requests } from "../../facts/sizing.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { proxyRuns, strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { allOf, clustersBySize, clustersIn, datacentersOf, entryIn, releaseIn, seeds } from "../basics/platform.ts";
import { ownEntry } from "../basics/seed-stack.ts";
import { replacesDex } from "../identity/token-issuer.ts";
import { cortexPods } from "../monitoring/cortex-pods.ts";
import { loadOfOne, monitoringLoad } from "../monitoring/expected-load.ts";
import { suppliedByHub } from "../workloads/supplier.ts";
import type { LoadInput } from "./load-parts.ts";

/** Parts that one answer brings or leaves out. */
type ChosenPart = "dex" | "certManager" | "nodeportProxy" | "minio" | "s3Exporter";

interface Choice {
  readonly part: ChosenPart;
  readonly question: Question<unknown>;
  readonly per: "plan" | "cluster";
  readonly runs: (read: Reader, cluster: string) => boolean;
}

const CHOICES: readonly Choice[] = [
  { part: "dex", question: authentication.plan.connector, per: "plan", runs: (read) => !replacesDex(read) },
  { part: "certManager", question: certificates.plan.issuance, per: "plan", runs: asksForCertificates },
  { part: "nodeportProxy", question: loadBalancer.cluster.kind, per: "cluster", runs: (read, cluster) => read.rule(proxyRuns, cluster) },
  { part: "minio", question: storage.cluster.backupTarget, per: "cluster", runs: (read, cluster) => read.answer(storage.cluster.backupTarget, cluster) === "minio" },
  { part: "s3Exporter", question: storage.cluster.backupTarget, per: "cluster", runs: (read, cluster) => read.answer(storage.cluster.backupTarget, cluster) !== "none" },
];

/** The installer leaves cert-manager out where no issuer is configured. */
function asksForCertificates(read: Reader): boolean {
  if (issuerOf(read.answer(certificates.plan.issuance)).by !== "hand") return true;
  read.cite("kkp.code.install-cert-manager");
  return false;
}

const subjectOf = ({ per }: Choice, cluster: string): string | undefined => (per === "plan" ? undefined : cluster);

/** What a platform cluster carries, as the formula wants it. */
export const clusterLoad = rule<LoadInput>({
  id: "sizing.load",
  title: "What the cluster carries",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const most = read.rule(loadAtMost, cluster);
    const choices = CHOICES.filter(({ part }) => most[part]);
    read.need(...choices.map((choice) => [choice.question, subjectOf(choice, cluster)] as const));
    return { ...most, ...Object.fromEntries(choices.map(({ part, runs }) => [part, runs(read, cluster)])) };
  },
});

/** Whether an answer is missing which brings a part or leaves it out; those about Seeds bring nothing to a master alone. */
export function partsInDoubt(read: Reader, cluster: string): boolean {
  const carriesSeed = read.optional(infrastructure.cluster.role, cluster) !== "master";
  return CHOICES.some((choice) => (carriesSeed || choice.per === "plan") && read.optional(choice.question, subjectOf(choice, cluster)) === undefined);
}

/** The least and the most that a cluster carries while such answers are missing. */
export function loadsInDoubt(read: Reader, cluster: string): readonly LoadInput[] {
  const most = read.rule(loadAtMost, cluster);
  const choices = CHOICES.filter(({ part }) => most[part]).map((choice) => ({ ...choice, given: read.optional(choice.question, subjectOf(choice, cluster)) !== undefined }));
  return [false, true].map((others) => ({ ...most, ...Object.fromEntries(choices.map(({ part, given, runs }) => [part, given ? runs(read, cluster) : others])) }));
}

/** The same if every part ran that one answer brings or leaves out: what is certain of it before these answers are given. */
export const loadAtMost = rule<LoadInput>({
  id: "sizing.load-at-most",
  title: "What the cluster carries at most",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    read.need(
      [infrastructure.cluster.role, cluster],
      [infrastructure.cluster.workerCpu, cluster],
      [infrastructure.cluster.workerMemory, cluster],
      [monitoring.plan.mla],
    );
    const role = read.answer(infrastructure.cluster.role, cluster);
    if (role !== "seed") read.need(...read.subjects("cluster").map((id) => [infrastructure.cluster.role, id] as const));
    const master = role === "seed" ? {} : { master: { entry: podsOf(releaseIn(read).entry), seeds: read.rule(seeds).length }, dex: true, certManager: true };
    const mla = read.answer(monitoring.plan.mla);
    const velero = read.answer(backup.plan.further).includes("velero");
    if (role === "master") return { ...master, mla, velero };
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    const load = read.optionalRule(monitoringLoad, cluster);
    const balanced = read.rule(datacentersOf, cluster).filter((id) => suppliedByHub(read, id));
    const strategies = read.rule(strategiesOf, cluster);
    return {
      ...master,
      ...(ownEntry(read, cluster) ? { ownEntry: podsOf(entryIn(read, cluster)), certManager: true } : {}),
      nodeportProxy: true,
      minio: true,
      s3Exporter: true,
      mla,
      ...(load ? { expectedLoad: { planned: { cpu: load.cpu, memory: load.memory, pods: morePods(read, cluster) }, clusters: allOf(read.rule(clustersBySize, cluster)), each: loadOfOne(read) } } : {}),
      velero,
      userClusterMla: read.answer(monitoring.plan.userClusterMla),
      userClusters: read.rule(clustersBySize, cluster),
      byProvider: extrasOf(read, cluster),
      loadBalancerStrategy: strategies.includes("LoadBalancer"),
      ...(strategies.length > 1 ? { fronts: userClustersWith(read, cluster, "LoadBalancer") } : {}),
      metering: extras.includes("metering"),
      vpa: extras.includes("vpa"),
      kyverno: extras.includes("kyverno"),
      audit: extras.includes("audit"),
      kubeLb: balanced.reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0),
    };
  },
});

/** What an entry runs. */
const podsOf = ({ title, requests }: PlatformEntry): NonNullable<LoadInput["ownEntry"]> => ({ title, requests });

/** Pods of Cortex beyond those that the charts run. */
const morePods = (read: Reader, cluster: string): number => read.rule(cortexPods, cluster).reduce((sum, { replicas, charted }) => sum + replicas - charted, 0);

/** User clusters of a Seed whose infrastructure leaves more on it than the profiles count, by that infrastructure. */
function extrasOf(read: Reader, cluster: string): NonNullable<LoadInput["byProvider"]> {
  const found = new Map<string, { title: string; each: Fact<Requests>; times: number }>();
  for (const id of read.rule(datacentersOf, cluster)) {
    const { seedExtra, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, id));
    if (!seedExtra) continue;
    const entry = found.get(title) ?? { title, each: seedExtra, times: 0 };
    entry.times += allOf(read.rule(clustersIn, id));
    found.set(title, entry);
  }
  return [...found.values()];
}
