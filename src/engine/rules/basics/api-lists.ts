import { exposure } from "../../answers/chapters/exposure.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { departs, proxyRuns, strategyOfDatacenter } from "./exposure.ts";
import { datacentersOf } from "./platform.ts";

/** Lists of allowed networks for user clusters of a Seed whose API servers have a load balancer each as well, which takes none of them: that of the nodeport-proxy, and those of datacenters. */
export function listsBesideBalancers(read: Reader, seed: string): readonly AnswerPath[] {
  if (!departs(read, "api")) return [];
  const balanced = read.rule(datacentersOf, seed).filter((id) => read.answer(exposure.datacenter.apiLoadBalancer, id));
  if (balanced.length === 0) return [];
  return listsOf(read, seed, balanced);
}

/** All lists of allowed networks that load balancers of a Seed take. */
export const listsOfSeed = (read: Reader, seed: string): readonly AnswerPath[] => listsOf(read, seed, read.rule(datacentersOf, seed));

function listsOf(read: Reader, seed: string, datacenters: readonly string[]): readonly AnswerPath[] {
  return [
    ...(departs(read, "proxy-sources") && read.rule(proxyRuns, seed) ? [read.path(exposure.cluster.proxySources, seed)] : []),
    ...(departs(read, "sources") ? datacenters.filter((id) => read.rule(strategyOfDatacenter, id) === "LoadBalancer").map((id) => read.path(exposure.datacenter.sourceRanges, id)) : []),
  ];
}
