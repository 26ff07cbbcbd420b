import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import { nodePortRange, nodePortsPerCluster } from "../../facts/sizing.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { strategiesInUse, userClustersWith, type Strategy } from "../basics/exposure.ts";
import { clusterName, exposeStrategy, seeds, userClustersOf } from "../basics/platform.ts";
import { nodePortCeiling } from "../sizing/node-ports.ts";
import { decisionOn } from "./decision.ts";

/** How user clusters are reached. */
export const exposeDecision = rule<readonly Decision[]>({
  id: "decisions.expose-strategy",
  title: "Decision about the expose strategy",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  derive: (read) => {
    const all = read.rule(seeds);
    const count = all.reduce((sum, seed) => sum + read.rule(userClustersOf, seed), 0);
    const who = count > 0 ? formatCount(count, "user cluster") : all.length === 0 ? "User clusters" : "No user cluster is planned yet; those to come";
    const verb = (one: string, many: string) => (count === 1 ? one : many);
    const [only] = all.length === 1 ? all : [];
    const seed = only === undefined ? "their Seed" : clusterName(read, only);
    const wildcard = `A wildcard record for ${only === undefined ? "each Seed" : seed} is needed`;
    const range = read.fact(nodePortRange);
    const taken = read.fact(nodePortsPerCluster);
    const numbers = `${range.first}–${range.last}`;
    const why = {
      NodePort: () => `${who} ${verb("uses", "share")} one address of ${seed} and ${verb("has", "have")} ports of ${verb("its", "their")} own among ${numbers}${ceilingsOf(read, all)}. ${wildcard}.`,
      LoadBalancer: () => `${who} ${verb("takes an address", "take an address each")}, on top of the shared ones, and ${verb("answers", "answer")} on ports ${numbers} there${ceilingsOf(read, all)}. No wildcard record is needed. The documentation promises more user clusters for a Seed this way, but each takes ${taken.LoadBalancer.without} NodePorts instead of ${taken.NodePort.without}.`,
      Tunneling: () => `${who} ${verb("uses", "share")} two ports of ${seed}, ${read.fact(ports.tunnelForWorkers).replace(", ", " and ")}, instead of ${formatFigure(range.count)}. ${wildcard}, and no HTTPS proxy may stand between workers and Seed.`,
    }[read.rule(exposeStrategy)]();
    const used = read.rule(strategiesInUse);
    if (used.length > 1) {
      const withStrategy = (strategy: Strategy) => all.reduce((sum, seed) => sum + userClustersWith(read, seed, strategy), 0);
      const parts = used.map((strategy) => (count === 0 ? `by ${strategy}` : `${formatFigure(withStrategy(strategy))} by ${strategy}`));
      const mixed = `${who} are reached in different ways: ${parts.join(", ")}${ceilingsOf(read, all)}. What a user cluster has when it is created stays with it.`;
      return [decisionOn(read, loadBalancer.plan.exposeStrategy, PLAN, { id: "expose-strategy", title: "Expose strategy", why: mixed })];
    }
    return [decisionOn(read, loadBalancer.plan.exposeStrategy, PLAN, { id: "expose-strategy", title: "Expose strategy", why })];
  },
});

/** NodePorts in use and the number of user clusters at which the tightest Seed ends. */
function ceilingsOf(read: Reader, all: readonly string[]): string {
  const ceilings = all.flatMap((seed) => {
    const outcome = read.outcome(nodePortCeiling, seed);
    return outcome.kind === "known" && outcome.value.maxUserClusters !== "unlimited" ? [{ used: outcome.value.used, limit: outcome.value.limit, most: outcome.value.maxUserClusters }] : [];
  });
  const tightest = ceilings.toSorted((a, b) => a.most - b.most)[0];
  if (!tightest) return "";
  const most = `${formatFigure(tightest.most)} user clusters are the most`;
  return all.length === 1 ? `; ${formatFigure(tightest.used)} of ${formatFigure(tightest.limit)} ports are used, and ${most}` : `; ${most} for a Seed`;
}
