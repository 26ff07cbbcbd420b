import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import { nodePortRange, nodePortsPerCluster } from "../../facts/sizing/node-ports.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { departs, lacksProxy, strategyOfSeed, type Strategy } from "../basics/exposure.ts";
import { allOf, clusterName, clustersIn, datacenterName, exposeStrategy, seeds, userClustersOf } from "../basics/platform.ts";
import { seedOf } from "../firewall/subjects.ts";
import { nodePortCeiling } from "../sizing/node-ports.ts";
import { decisionOn } from "./decision.ts";

/** How user clusters are reached. */
export const exposeDecision = rule<readonly Decision[]>({
  id: "decisions.expose-strategy",
  title: "Decision about the expose strategy",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  derive: (read) => {
    if (departs(read, "datacenters")) return read.notApplicable("Datacenters have strategies of their own.");
    if (departs(read, "seeds")) return read.notApplicable("Seeds have strategies of their own.");
    const all = read.rule(seeds);
    const count = all.reduce((sum, seed) => sum + read.rule(userClustersOf, seed), 0);
    return [decisionOn(read, loadBalancer.plan.exposeStrategy, PLAN, { id: "expose-strategy", title: "Expose strategy", why: consequenceOf(read, read.rule(exposeStrategy), all, count) })];
  },
});

/** How user clusters of a Seed are reached, where Seeds differ. */
export const seedStrategyDecision = rule<readonly Decision[]>({
  id: "decisions.seed-strategy",
  title: "Decision about the expose strategy of the Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (departs(read, "datacenters") || !departs(read, "seeds")) return read.notApplicable("Seeds have no strategies of their own.");
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const why = consequenceOf(read, read.answer(exposure.cluster.exposeStrategy, cluster), [cluster], read.rule(userClustersOf, cluster));
    return [decisionOn(read, exposure.cluster.exposeStrategy, cluster, { id: "seed-strategy", title: `Expose strategy of ${clusterName(read, cluster)}`, why: `${why} ${KEPT}` })];
  },
});

/** How user clusters of a datacenter are reached, where datacenters differ. */
export const datacenterStrategyDecision = rule<readonly Decision[]>({
  id: "decisions.datacenter-strategy",
  title: "Decision about the expose strategy of the datacenter",
  per: "datacenter",
  sources: ["kkp.expose-strategies"],
  derive: (read, datacenter) => {
    if (!departs(read, "datacenters")) return read.notApplicable("Datacenters have no strategies of their own.");
    const seed = seedOf(read, datacenter);
    const strategy = read.answer(exposure.datacenter.exposeStrategy, datacenter);
    const why = consequenceOf(read, strategy, [seed], allOf(read.rule(clustersIn, datacenter)));
    const usual = read.rule(strategyOfSeed, seed);
    const name = clusterName(read, seed);
    const how = strategy === usual ? `User clusters of ${name} get it by default.` : `User clusters of ${name} get ${usual} by default, so each of them has to name it when it is created.`;
    return [decisionOn(read, exposure.datacenter.exposeStrategy, datacenter, { id: "datacenter-strategy", title: `Expose strategy of ${datacenterName(read, datacenter)}`, why: `${why} ${how} ${KEPT}` })];
  },
});

const KEPT = "What a user cluster has when it is created stays with it.";

/** What a strategy brings for so many user clusters of these Seeds. */
function consequenceOf(read: Reader, strategy: Strategy, all: readonly string[], count: number): string {
  const who = count > 0 ? formatCount(count, "user cluster") : all.length === 0 ? "User clusters" : "No user cluster is planned yet; those to come";
  const verb = (one: string, many: string) => (count === 1 ? one : many);
  const [only] = all.length === 1 ? all : [];
  const seed = only === undefined ? "their Seed" : clusterName(read, only);
  const wildcard = `A wildcard record for ${only === undefined ? "each Seed" : seed} is needed`;
  const range = read.fact(nodePortRange);
  const taken = read.fact(nodePortsPerCluster);
  const numbers = `${range.first}–${range.last}`;
  return {
    NodePort: () => `${who} ${nodePortsAt(read, all, seed, verb)} ports of ${verb("its", "their")} own among ${numbers}${ceilingsOf(read, all)}. ${wildcard}.`,
    LoadBalancer: () => `${who} ${verb("takes an address", "take an address each")}, on top of those of the platform, and ${verb("answers", "answer")} on ports ${numbers} there${ceilingsOf(read, all)}. No wildcard record is needed. The documentation promises more user clusters for a Seed this way, but each takes ${formatCount(taken.LoadBalancer.without - taken.NodePort.without, "NodePort")} more than with NodePort.`,
    Tunneling: () => `${who} ${verb("uses", "share")} two ports of ${seed}, ${read.fact(ports.tunnelForWorkers).replace(", ", " and ")}, instead of ${formatFigure(range.count)}. ${wildcard}, and no HTTPS proxy may stand between workers and Seed.`,
  }[strategy]();
}

/** Where ports of user clusters are reached with NodePort, up to the ports themselves: an address of the Seed, or its nodes where no nodeport-proxy stands before them. */
function nodePortsAt(read: Reader, all: readonly string[], seed: string, verb: (one: string, many: string) => string): string {
  const bare = all.filter((id) => lacksProxy(read, id));
  if (bare.length > 0 && bare.length === all.length) return `${verb("answers", "answer")} at the addresses of the nodes of ${seed}, where no nodeport-proxy stands before them, on`;
  const except = bare.length === 0 ? "" : `, or the addresses of its nodes at ${listed(bare.map((id) => clusterName(read, id)))}, where no nodeport-proxy runs,`;
  return `${verb("uses", "share")} one address of ${seed}${except} and ${verb("has", "have")}`;
}

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
