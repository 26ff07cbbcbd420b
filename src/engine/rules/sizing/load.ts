import type { Fact } from "../../facts/fact.ts";
import {
  auditRequests,
  clusterServicePods,
  frontLoadBalancerRequests,
  kubeLbRequests,
  kyvernoRequests,
  largeProfile,
  masterPods,
  mediumProfile,
  meteringRequests,
  mlaRequests,
  seedRequests,
  smallProfile,
  userClusterMlaRequests,
  vpaRequests,
  type Requests,
} from "../../facts/sizing.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";

/** Looks a fact up; inside a rule it is the reader, so that only the facts in use are recorded. */
export type Figure = <T>(fact: Fact<T>) => T;

/** What a platform cluster carries. */
export interface LoadInput {
  /** Requests of the master's components, where the cluster is the master. */
  readonly master?: { readonly cpu: number; readonly memory: number };
  /** User clusters by size, where the cluster is a Seed. */
  readonly userClusters?: { readonly small: number; readonly medium?: number; readonly large?: number };
  readonly mla?: boolean;
  readonly userClusterMla?: boolean;
  readonly metering?: boolean;
  readonly vpa?: boolean;
  /** Parts that every user cluster adds. */
  readonly loadBalancerStrategy?: boolean;
  readonly kyverno?: boolean;
  readonly kubeLb?: boolean;
  readonly audit?: boolean;
}

/** One part of the load with its formula. */
export type LoadLine = ClusterSizing["lines"][number];

/** The load of a platform cluster, part by part: milli-CPU, MiB and pods. */
export function loadOf(input: LoadInput, figure: Figure): readonly LoadLine[] {
  const lines: LoadLine[] = [];
  const add = (title: string, { cpu, memory, pods }: Requests, times?: number) => {
    if (times === 0) return;
    const parts = [`${formatFigure(cpu)} m`, `${formatFigure(memory)} MiB`, `${formatFigure(pods)} pods`];
    const formula = times === undefined ? parts.join(", ") : parts.map((part) => `${formatFigure(times)} × ${part}`).join(", ");
    lines.push({ title, formula, cpu: cpu * (times ?? 1), memory: memory * (times ?? 1), pods: pods * (times ?? 1) });
  };
  if (input.master) add("Components of the master", { ...input.master, pods: figure(masterPods) });
  if (input.userClusters) add("Components of the Seed", figure(seedRequests));
  if (input.mla) add("Master and Seed MLA", figure(mlaRequests));
  add("Services of the cluster itself", { cpu: 0, memory: 0, pods: figure(clusterServicePods) });
  if (!input.userClusters) return lines;

  if (input.userClusterMla) add("User-cluster MLA", figure(userClusterMlaRequests));
  if (input.metering) add("Metering", figure(meteringRequests));
  if (input.vpa) add("Vertical pod autoscaler", figure(vpaRequests));
  const { small, medium = 0, large = 0 } = input.userClusters;
  add("Control planes of small user clusters", figure(smallProfile), small);
  if (medium > 0) add("Control planes of medium user clusters", figure(mediumProfile), medium);
  if (large > 0) add("Control planes of large user clusters", figure(largeProfile), large);
  const all = small + medium + large;
  if (input.loadBalancerStrategy) add("Fronts of user clusters", figure(frontLoadBalancerRequests), all);
  if (input.kyverno) add("Kyverno", figure(kyvernoRequests), all);
  if (input.kubeLb) add("KubeLB", figure(kubeLbRequests), all);
  if (input.audit) add("Audit logging", figure(auditRequests), all);
  return lines;
}

/** Sums of all lines. */
export function totalOf(lines: readonly LoadLine[]): Requests {
  const sum = (key: keyof Requests) => lines.reduce((total, line) => total + line[key], 0);
  return { cpu: sum("cpu"), memory: sum("memory"), pods: sum("pods") };
}

/** What one small user cluster more adds to this load. */
export function perUserCluster(input: LoadInput, figure: Figure): Requests {
  const [one, none] = [1, 0].map((small) => totalOf(loadOf({ ...input, userClusters: { small } }, figure))) as [Requests, Requests];
  return { cpu: one.cpu - none.cpu, memory: one.memory - none.memory, pods: one.pods - none.pods };
}

/** The load without any user cluster. */
export const baseOf = (input: LoadInput, figure: Figure): Requests => totalOf(loadOf({ ...input, userClusters: { small: 0 } }, figure));
