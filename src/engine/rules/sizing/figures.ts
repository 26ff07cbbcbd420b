import { planning } from "../../answers/chapters/planning.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Question } from "../../answers/question.ts";
import type { Fact } from "../../facts/fact.ts";
import { controlPlaneMachine, nodeReserve, podsPerNode, spareWorkers, usablePercent, workerDisk } from "../../facts/sizing/machines.ts";
import { clusterServicePods, masterRequests, mlaRequests, seedRequests } from "../../facts/sizing/platform-requests.ts";
import { largeProfile, mediumProfile } from "../../facts/sizing/user-cluster-requests.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Figure } from "./load-parts.ts";

const { plan } = sizing;
const { plan: more } = planning;

/** The question that replaces a planning figure as a whole. */
const WHOLE = new Map<Fact<unknown>, Question<number>>([
  [usablePercent, plan.usablePercent],
  [podsPerNode, plan.podsPerNode],
  [clusterServicePods, plan.servicePods],
  [spareWorkers, plan.spareWorkers],
  [workerDisk, plan.workerDisk],
]);

/** Questions that replace parts of a planning figure, by the part's key. */
const PARTS = new Map<Fact<unknown>, Readonly<Record<string, Question<number>>>>([
  [nodeReserve, { cpu: plan.nodeCpuReserve, memory: plan.nodeMemoryReserve }],
  [mediumProfile, { cpu: plan.mediumCpu, memory: plan.mediumMemory, etcdDisk: more.mediumEtcdDisk }],
  [largeProfile, { cpu: plan.largeCpu, memory: plan.largeMemory, etcdDisk: more.largeEtcdDisk }],
  [masterRequests, { pods: more.masterPods }],
  [seedRequests, { pods: more.seedPods }],
  [mlaRequests, { pods: more.mlaPods }],
  [controlPlaneMachine, { cpu: plan.controlPlaneCpu, memory: plan.controlPlaneMemory }],
]);

/** Looks figures up: facts, and for planning choices whatever the answers put in their place. */
export const figureOf =
  (read: Reader): Figure =>
  <T>(fact: Fact<T>): T => {
    const whole = WHOLE.get(fact);
    const parts = PARTS.get(fact);
    if ((!whole && !parts) || read.answer(plan.planningValues) === "groundplan") return read.fact(fact);
    // The question's bounds make its number a value of the fact's type.
    if (whole) return read.answer(whole) as T;
    const own = Object.fromEntries(Object.entries(parts ?? {}).map(([key, question]) => [key, read.answer(question)]));
    return { ...read.fact(fact), ...own };
  };

/** The same for the machines of a cluster: one that somebody else runs or has built says itself how many pods a node of it runs. */
export const figureIn = (read: Reader, cluster: string): Figure => {
  const figure = figureOf(read);
  // The question's bounds make its number a value of the fact's type.
  return <T>(fact: Fact<T>): T => ((fact as Fact<unknown>) === podsPerNode && read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" ? (read.answer(versions.cluster.nodePods, cluster) as T) : figure(fact));
};
