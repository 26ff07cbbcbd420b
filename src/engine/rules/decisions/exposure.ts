import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import { nodePortRange } from "../../facts/sizing.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import type { Decision } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { poolOf } from "../addresses/assignments.ts";
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
    const count = formatCount(all.reduce((sum, seed) => sum + read.rule(userClustersOf, seed), 0), "user cluster");
    const range = read.fact(nodePortRange);
    const numbers = `${range.first}–${range.last}`;
    const why = {
      NodePort: () => `${count} share one address of each Seed and have ports of their own among ${numbers}${ceilingsOf(read, all)}. A wildcard record for each Seed is needed.`,
      LoadBalancer: () => `${count} take an address each, on top of the shared ones, and answer on ports ${numbers} there${ceilingsOf(read, all)}. No wildcard record is needed.`,
      Tunneling: () => `${count} share two ports of each Seed, ${read.fact(ports.tunnelForWorkers).replace(", ", " and ")}, instead of ${formatFigure(range.count)}. A wildcard record is needed, and no HTTPS proxy may stand between workers and Seed.`,
    }[read.rule(exposeStrategy)]();
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

/** What announces a cluster's virtual addresses. */
export const loadBalancerDecision = rule<readonly Decision[]>({
  id: "decisions.load-balancer",
  title: "Decision about the load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
    read.cite(...kind.sources);
    const name = clusterName(read, cluster);
    const title = `Load balancer of ${name}`;
    if (kind.addressesFrom === "provider") {
      const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster)).title;
      const why = `${provider} hands out the addresses of ${name} when its Services are created, so DNS records follow during the installation.`;
      return [decisionOn(read, loadBalancer.cluster.kind, cluster, { id: "load-balancer", title, why })];
    }
    const { needed, usable, block } = read.rule(poolOf, cluster);
    const use = `${needed} of ${formatCount(usable, "address", "addresses")} of ${block} are used`;
    const how = kind.peers
      ? `; ${formatCount(read.answer(loadBalancer.cluster.peers, cluster).length, "router")} take the routes and spread traffic over the nodes`
      : "; one node at a time answers for each";
    return [decisionOn(read, loadBalancer.cluster.kind, cluster, { id: "load-balancer", title, why: `${use}${how}.` })];
  },
});

/** What stands in front of a cluster's own Kubernetes API. */
export const apiEndpointDecision = rule<readonly Decision[]>({
  id: "decisions.api-endpoint",
  title: "Decision about the Kubernetes API endpoint",
  per: "cluster",
  sources: ["kubeone.ha"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    if (machines === 1) return read.notApplicable("One control-plane machine needs nothing in front of it.");
    const way = read.answer(loadBalancer.cluster.apiEndpoint, cluster);
    const name = clusterName(read, cluster);
    const address = way === "provider" ? "" : read.answer(loadBalancer.cluster.apiAddress, cluster);
    const port = read.fact(ports.kubernetesApi);
    const why = {
      keepalived: `${address} moves among ${machines} control-plane machines of ${name} by VRRP; it serves the API only and is no part of the block of virtual addresses.`,
      external: `Your load balancer answers at ${address} and must watch ${machines} control-plane machines of ${name} on TCP ${port}.`,
      provider: `The infrastructure spreads TCP ${port} over ${machines} control-plane machines of ${name} and names the address.`,
    }[way];
    return [decisionOn(read, loadBalancer.cluster.apiEndpoint, cluster, { id: "api-endpoint", title: `Kubernetes API of ${name}`, why })];
  },
});
