import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { takeHighest, type Range } from "../../values/range.ts";
import { strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { apiServersBalanced } from "./api-servers.ts";
import { pinsOf, RUNS, type Run } from "./pins.ts";

/** How many addresses a run of a cluster has. */
export function lengthOf(read: Reader, cluster: string, run: Run): number {
  if (read.answer(infrastructure.cluster.role, cluster) === "master") return 0;
  if (run === "api-servers") return read.rule(apiServersBalanced, cluster);
  return read.rule(strategiesOf, cluster).includes("LoadBalancer") ? userClustersWith(read, cluster, "LoadBalancer") : 0;
}

/** The part of what is kept for a run that its length fills: the highest addresses. */
export function keptFor(read: Reader, cluster: string, run: Run): readonly Range[] {
  const kept = read.rule(pinsOf, cluster).runs[run];
  return kept.length === 0 ? [] : takeHighest(kept, BigInt(lengthOf(read, cluster, run)));
}

/** Kept addresses that runs hold, so that nothing else takes them. */
export const heldByRuns = rule<readonly Range[]>({
  id: "addresses.held-by-runs",
  title: "Kept addresses of user clusters",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => RUNS.flatMap((run) => keptFor(read, cluster, run)),
});
