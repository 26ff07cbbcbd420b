import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { allOf, clustersIn, datacentersOf, exposeStrategy, seeds, userClustersOf } from "./platform.ts";
import { balancerOf } from "./balancer.ts";

/** How the API server of a user cluster is reached. */
export type Strategy = "NodePort" | "LoadBalancer" | "Tunneling";

const ORDER: readonly Strategy[] = ["NodePort", "LoadBalancer", "Tunneling"];

type Departure = "seeds" | "datacenters" | "api" | "sources" | "proxy-sources" | "no-proxy" | "kept";

/** Whether the plan leaves the usual exposure in this point. */
export const departs = (read: Reader, what: Departure): boolean => (read.answer(exposure.plan.departures) as readonly string[]).includes(what);

/**
 * Expose strategy that a Seed names for its user clusters, or the platform's. Where datacenters differ, it is the one that
 * most of its user clusters have: KKP knows no strategy of a datacenter, so those of the others name theirs. Where several
 * have as many, it is the platform's, and otherwise the first in a fixed order.
 */
export const strategyOfSeed: Rule<Strategy> = rule({
  id: "load-balancer.strategy-of-seed",
  title: "Expose strategy of the Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (departs(read, "datacenters")) {
      const used = read.rule(strategiesOf, cluster);
      const [only] = used;
      if (only !== undefined && used.length === 1) return only;
      const platform = read.rule(exposeStrategy);
      const counts = used.map((strategy) => userClustersWith(read, cluster, strategy));
      const most = used.filter((_strategy, index) => counts[index] === Math.max(...counts));
      return most.includes(platform) ? platform : (most[0] ?? platform);
    }
    if (!departs(read, "seeds")) return read.rule(exposeStrategy);
    // The question is asked for Seeds; a datacenter may still point at the master.
    return read.answer(infrastructure.cluster.role, cluster) === "master" ? read.rule(exposeStrategy) : read.answer(exposure.cluster.exposeStrategy, cluster);
  },
});

/** Expose strategy of the user clusters of a datacenter: the narrowest setting that is there. */
export const strategyOfDatacenter = rule<Strategy>({
  id: "load-balancer.strategy-of-datacenter",
  title: "Expose strategy of the datacenter",
  per: "datacenter",
  sources: ["kkp.expose-strategies"],
  derive: (read, datacenter) => {
    if (departs(read, "datacenters")) return read.answer(exposure.datacenter.exposeStrategy, datacenter);
    // Without departures the Seed need not be known.
    return departs(read, "seeds") ? read.rule(strategyOfSeed, read.answer(infrastructure.datacenter.seed, datacenter)) : read.rule(exposeStrategy);
  },
});

/** All strategies that user clusters of a Seed have, in a fixed order. */
export const strategiesOf: Rule<readonly Strategy[]> = rule({
  id: "load-balancer.strategies-of-seed",
  title: "Expose strategies of the Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (!departs(read, "datacenters")) return [read.rule(strategyOfSeed, cluster)];
    const used = new Set(read.rule(datacentersOf, cluster).map((id) => read.rule(strategyOfDatacenter, id)));
    return used.size === 0 ? [read.rule(exposeStrategy)] : ORDER.filter((strategy) => used.has(strategy));
  },
});

/** Datacenters of a Seed whose user clusters have to name a strategy of their own. */
export const strayDatacenters = rule<readonly { readonly datacenter: string; readonly strategy: Strategy }[]>({
  id: "load-balancer.stray-datacenters",
  title: "Datacenters apart from the strategy of their Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (!departs(read, "datacenters")) return [];
    const usual = read.rule(strategyOfSeed, cluster);
    return read.rule(datacentersOf, cluster).map((datacenter) => ({ datacenter, strategy: read.rule(strategyOfDatacenter, datacenter) })).filter(({ strategy }) => strategy !== usual);
  },
});

/** All strategies of the plan, in a fixed order. */
export const strategiesInUse = rule<readonly Strategy[]>({
  id: "load-balancer.strategies",
  title: "Expose strategies of the plan",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  derive: (read) => {
    if (!departs(read, "datacenters") && !departs(read, "seeds")) return [read.rule(exposeStrategy)];
    const used = new Set(read.rule(seeds).flatMap((seed) => read.rule(strategiesOf, seed)));
    return ORDER.filter((strategy) => used.has(strategy));
  },
});

/** Number of user clusters of a Seed that are exposed by a strategy. */
export function userClustersWith(read: Reader, seed: string, strategy: Strategy): number {
  if (!departs(read, "datacenters")) return read.rule(strategyOfSeed, seed) === strategy ? read.rule(userClustersOf, seed) : 0;
  return read
    .rule(datacentersOf, seed)
    .filter((id) => read.rule(strategyOfDatacenter, id) === strategy)
    .reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0);
}

/** Whether a nodeport-proxy runs on a Seed. Where nothing gives Services addresses, it would wait for one for ever. */
export const proxyRuns = rule<boolean>({
  id: "load-balancer.nodeport-proxy-runs",
  title: "Whether the nodeport-proxy runs",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (departs(read, "no-proxy") && read.answer(exposure.cluster.nodeportProxy, cluster) === "disabled") return false;
    return balancerOf(read, cluster).addressesFrom !== "nodes";
  },
});

/** Whether it is known that a nodeport-proxy runs; commands look for none until then. */
export function hasProxy(read: Reader, cluster: string): boolean {
  const outcome = read.outcome(proxyRuns, cluster);
  return outcome.kind === "known" && outcome.value;
}

/** Whether it is known that no nodeport-proxy runs; sentences speak of one until then. */
export function lacksProxy(read: Reader, cluster: string): boolean {
  const outcome = read.outcome(proxyRuns, cluster);
  return outcome.kind === "known" && !outcome.value;
}

/** "NodePort", "NodePort and Tunneling": strategies in a sentence. */
export const spokenStrategies = (strategies: readonly Strategy[]): string => listed(strategies);
