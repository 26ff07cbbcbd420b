import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { balancerSoFar } from "./balancer.ts";
import { departs, strategyOfDatacenter, type Strategy } from "./exposure.ts";
import { datacenterName } from "./platform.ts";

/** More answers than these are no fix any more but a plan of their own. */
const MOST = 2;

/** The answers that give the user clusters of these datacenters their expose strategy, at the narrowest level that names one. */
export function strategyPaths(read: Reader, datacenters: readonly string[]): readonly AnswerPath[] {
  if (departs(read, "datacenters") && datacenters.length > 0) return datacenters.map((id) => read.path(exposure.datacenter.exposeStrategy, id));
  if (departs(read, "seeds") && datacenters.length > 0) {
    const seeds = new Set(datacenters.map((id) => read.answer(infrastructure.datacenter.seed, id)));
    return [...seeds].map((seed) => read.path(exposure.cluster.exposeStrategy, seed));
  }
  return [read.path(loadBalancer.plan.exposeStrategy)];
}

/** A fix that lets the user clusters of these datacenters be reached in another way, where one or two answers do it. */
export function strategyFix(read: Reader, datacenters: readonly string[], title: string, strategy: Strategy): readonly Fix[] {
  // Where Seeds or datacenters name their own, the platform's strategy changes nothing.
  if (datacenters.length === 0 && (departs(read, "datacenters") || departs(read, "seeds"))) return [];
  // Without load balancers nothing but ports of the nodes is dialled.
  if (strategy !== "NodePort" && seedsOf(read, followers(read, datacenters)).some((seed) => balancerSoFar(read, seed)?.addressesFrom === "nodes")) return [];
  const set = strategyPaths(read, datacenters).map((path) => ({ path, value: strategy }));
  if (set.length > MOST) return [];
  const refused = strategy === "LoadBalancer" ? [] : followers(read, datacenters).filter((id) => departs(read, "sources") && read.optional(exposure.datacenter.sourceRanges, id) !== undefined);
  if (refused.length === 0) return [{ title, set }];
  // Where user clusters share an address, KKP refuses one that names source ranges.
  const away = refused.map((id) => `${(read.optional(exposure.datacenter.sourceRanges, id) ?? []).join(", ")} of ${datacenterName(read, id)}`);
  return [{ title: `${title}, and take away the source ranges ${listed(away)}`, set, takeAway: refused.map((id) => read.path(exposure.datacenter.sourceRanges, id)) }];
}

/** Seeds of datacenters, each once, as far as they are known. */
const seedsOf = (read: Reader, datacenters: readonly string[]): readonly string[] => [...new Set(datacenters.flatMap((id) => read.optional(infrastructure.datacenter.seed, id) ?? []))];

/** Datacenters whose user clusters follow when these do: all that the answers behind the strategy stand for. */
function followers(read: Reader, datacenters: readonly string[]): readonly string[] {
  if (departs(read, "datacenters")) return datacenters;
  if (!departs(read, "seeds")) return read.subjects("datacenter");
  const seeds = new Set(datacenters.map((id) => read.answer(infrastructure.datacenter.seed, id)));
  return read.subjects("datacenter").filter((id) => seeds.has(read.optional(infrastructure.datacenter.seed, id) ?? ""));
}

/** Those of the datacenters whose user clusters are reached in one of these ways, as far as it is known. */
export function reachedBy(read: Reader, datacenters: readonly string[], strategies: readonly Strategy[]): readonly string[] {
  return datacenters.filter((id) => {
    const outcome = read.outcome(strategyOfDatacenter, id);
    return outcome.kind === "known" && strategies.includes(outcome.value);
  });
}
