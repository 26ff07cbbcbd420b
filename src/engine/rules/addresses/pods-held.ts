import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { heldPods } from "../../facts/pod-addresses.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterSizing, workerGroups } from "../sizing/workers.ts";
import { standIns } from "./network-use.ts";
import { countsOnNodeAddresses } from "./pods-of-nodes.ts";

/** What workers of a cluster and pods on them take of the network in which the workers stand. */
export interface HeldByPods {
  readonly workers: number;
  /** Workers that replace others for a while. */
  readonly standIns: number;
  /** Addresses of one worker with all pods that it may run. */
  readonly each: number;
  readonly pods: number;
  /** Pods that take an address for certain: those that run, or all that workers may run where the service takes one for each of these. */
  readonly certain: number;
  /** All addresses that are planned with, for workers and pods. */
  readonly planned: number;
}

/** Where pods take addresses of the network of their nodes. */
export const podsHeld = rule<HeldByPods>({
  id: "addresses.pods-held",
  title: "Addresses of workers and their pods",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    if (!countsOnNodeAddresses(read, cluster)) return read.notApplicable("Its pods take no addresses of the node network.");
    const { workers, pods } = read.rule(clusterSizing, cluster);
    const most = read.answer(versions.cluster.nodePods, cluster);
    const more = standIns(read, read.rule(workerGroups, cluster));
    const managed = read.answer(infrastructure.cluster.provisioning, cluster) === "managed";
    const { managedKubernetes }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const reserves = managed ? managedKubernetes?.podAddresses?.reserves : undefined;
    const each = read.fact(reserves ?? heldPods) + most;
    return { workers, standIns: more, each, pods, certain: reserves ? workers * most : pods, planned: (workers + more) * each };
  },
});
