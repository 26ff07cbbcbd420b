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
import type { Requests } from "../../facts/sizing/requests.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { providerOf } from "../../providers/registry.ts";
import { proxyRuns, strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { allOf, clustersBySize, clustersIn, datacentersOf, entryIn, releaseIn, seeds } from "../basics/platform.ts";
import { ownEntry } from "../basics/seed-stack.ts";
import { replacesDex } from "../identity/token-issuer.ts";
import { cortexPods } from "../monitoring/cortex-pods.ts";
import { loadOfOne, monitoringLoad } from "../monitoring/expected-load.ts";
import { suppliedByHub } from "../workloads/supplier.ts";
import type { LoadInput } from "./load-parts.ts";

/** Parts that answers bring or leave out. */
type ChosenPart = "dex" | "certManager" | "nodeportProxy" | "minio" | "s3Exporter" | "ownEntry";

type Asked = readonly [question: Question<unknown>, subject?: string];

interface Choice {
  readonly part: ChosenPart;
  /** What tells whether it runs on a cluster. */
  readonly asks: (read: Reader, cluster: string) => readonly Asked[];
  readonly runs: (read: Reader, cluster: string) => boolean;
}

/** Whether a cluster carries user clusters, as far as it is known. */
const carriesSeed = (read: Reader, cluster: string): boolean => read.optional(infrastructure.cluster.role, cluster) !== "master";

/** A question about Seeds brings nothing to a master alone. */
const ofSeed = (question: Question<unknown>) => (read: Reader, cluster: string): readonly Asked[] => (carriesSeed(read, cluster) ? [[question, cluster]] : []);

const CHOICES: readonly Choice[] = [
  { part: "dex", asks: () => [[authentication.plan.connector]], runs: (read) => !replacesDex(read) },
  { part: "certManager", asks: () => [[certificates.plan.issuance]], runs: asksForCertificates },
  { part: "nodeportProxy", asks: ofSeed(loadBalancer.cluster.kind), runs: (read, cluster) => read.rule(proxyRuns, cluster) },
  { part: "minio", asks: ofSeed(storage.cluster.backupTarget), runs: (read, cluster) => read.answer(storage.cluster.backupTarget, cluster) === "minio" },
  { part: "s3Exporter", asks: ofSeed(storage.cluster.backupTarget), runs: (read, cluster) => read.answer(storage.cluster.backupTarget, cluster) !== "none" },
  { part: "ownEntry", asks: interfacesOf, runs: ownEntry },
];

/** The question after interfaces that Seeds serve, where a Seed apart has no entry already for those of its own monitoring. */
function interfacesOf(read: Reader, cluster: string): readonly Asked[] {
  if (read.optional(infrastructure.cluster.role, cluster) !== "seed" || read.optional(monitoring.plan.userClusterMla) !== true) return [];
  return read.optional(monitoring.plan.mla) === true && (read.optional(monitoring.cluster.ownUis, cluster) ?? []).length > 0 ? [] : [[monitoring.plan.seedUis]];
}

/** The installer leaves cert-manager out where no issuer is configured. */
function asksForCertificates(read: Reader): boolean {
  if (issuerOf(read.answer(certificates.plan.issuance)).by !== "hand") return true;
  read.cite("kkp.code.install-cert-manager");
  return false;
}

const isTold = (read: Reader, { asks }: Choice, cluster: string): boolean => asks(read, cluster).every(([question, subject]) => read.optional(question, subject) !== undefined);

/** A load with those of its parts that run; cert-manager stands beside an entry. */
function without(most: LoadInput, left: readonly ChosenPart[]): LoadInput {
  const entry = most.master !== undefined || (most.ownEntry !== undefined && !left.includes("ownEntry"));
  const all: readonly string[] = entry ? left : [...left, "certManager"];
  return Object.fromEntries(Object.entries(most).filter(([part]) => !all.includes(part)));
}

/** What a platform cluster carries, as the formula wants it. */
export const clusterLoad = rule<LoadInput>({
  id: "sizing.load",
  title: "What the cluster carries",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const most = read.rule(loadAtMost, cluster);
    const choices = CHOICES.filter(({ part }) => most[part]);
    read.need(...choices.flatMap(({ asks }) => asks(read, cluster)));
    return without(most, choices.filter(({ runs }) => !runs(read, cluster)).map(({ part }) => part));
  },
});

/** Whether an answer is missing which brings a part or leaves it out. */
export const partsInDoubt = (read: Reader, cluster: string): boolean => CHOICES.some((choice) => !isTold(read, choice, cluster));

/** The least and the most that a cluster carries while such answers are missing. */
export function loadsInDoubt(read: Reader, cluster: string): readonly LoadInput[] {
  const most = read.rule(loadAtMost, cluster);
  const choices = CHOICES.filter(({ part }) => most[part]).map((choice) => ({ ...choice, told: isTold(read, choice, cluster) }));
  return [false, true].map((others) => without(most, choices.filter(({ told, runs }) => !(told ? runs(read, cluster) : others)).map(({ part }) => part)));
}

/** The same if every part ran that answers bring or leave out: what is certain of it before these answers are given. */
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
      ...(mayServe(read, cluster) ? { ownEntry: podsOf(entryIn(read, cluster)), certManager: true } : {}),
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

/** Whether a Seed apart serves interfaces of its own, or may while nobody has named them. */
const mayServe = (read: Reader, cluster: string): boolean =>
  interfacesOf(read, cluster).some(([question, subject]) => read.optional(question, subject) === undefined) || ownEntry(read, cluster);

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
