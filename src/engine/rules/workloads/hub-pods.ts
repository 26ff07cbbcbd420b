import { podsPerNode, usablePercent } from "../../facts/sizing/machines.ts";
import { rule } from "../../kernel/rule.ts";
import { figureOf } from "../sizing/figures.ts";
import { hubNeed } from "./hub-need.ts";
import { hubProxy } from "./hub-version.ts";

/** What Envoy of all tenants takes from KubeLB's management cluster. */
export interface HubPods {
  readonly tenants: number;
  /** Pods for each tenant. */
  readonly each: number;
  readonly pods: number;
  /** Cores and GiB that the pods ask for. */
  readonly cpu: number;
  readonly memory: number;
  /** Pods that a worker takes, and the workers that take all of them. */
  readonly perWorker: number;
  readonly workers: number;
}

/** Envoy pods of KubeLB, and the workers that run them: never fewer than a tenant has pods. */
export const hubPods = rule<HubPods>({
  id: "workloads.kubelb-pods",
  title: "Envoy pods of KubeLB",
  per: "plan",
  sources: ["kubelb.architecture"],
  derive: (read) => {
    const { tenantCount: tenants } = read.rule(hubNeed);
    const { replicas: each, cpu, memory } = hubProxy(read);
    const figure = figureOf(read);
    const pods = tenants * each;
    const perWorker = Math.floor((figure(podsPerNode) * figure(usablePercent)) / 100);
    return { tenants, each, pods, cpu: Math.ceil((pods * cpu) / 1000), memory: Math.ceil((pods * memory) / 1024), perWorker, workers: Math.max(each, Math.ceil(pods / perWorker)) };
  },
});
