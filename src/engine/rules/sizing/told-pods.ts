import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { kubeletPods, podsPerNode } from "../../facts/sizing/machines.ts";
import type { Reader } from "../../kernel/rule.ts";

/** What must be told to the kubelets of a cluster that KubeOne builds. */
export interface ToldPods {
  readonly pods: number;
  /** What a kubelet runs unasked. */
  readonly unasked: number;
  readonly annotation: string;
  /** Field of a host that is listed. */
  readonly field: string;
  /** The command that shows what nodes run. */
  readonly command: string;
}

/** How many pods workers are told to run, where the plan counts on another number than kubelets run unasked. */
export function toldPods(read: Reader, cluster: string): ToldPods | undefined {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" || read.answer(sizing.plan.planningValues) !== "own") return undefined;
  const pods = read.answer(sizing.plan.podsPerNode);
  const unasked = read.fact(podsPerNode);
  return pods === unasked ? undefined : { pods, unasked, ...read.fact(kubeletPods), command: "kubectl get nodes -o custom-columns=NAME:.metadata.name,PODS:.status.allocatable.pods" };
}
