import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { listenersOfApiServer, listenersPerCluster } from "../../facts/sizing/node-ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import type { ListenerQuota } from "../../providers/contract/balancer-limits.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { apiServersBalanced, apiServersBalancedWith } from "../addresses/api-servers.ts";
import { spokenStrategies, strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";
import { clusterPorts, fixedPorts, mostClusters, portsOfMla, portsOfOne, proxyPorts, type ClusterPorts } from "./ports.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Listeners that each user cluster with NodePort adds to the load balancer of the nodeport-proxy. */
export const listenersOfOne = (read: Reader): number => portsOfMla(read, read.fact(listenersPerCluster).NodePort);

/** Listeners of the load balancer that the nodeport-proxy of a Seed shares among its user clusters. */
export const sharedListeners = (read: Reader, seed: string): number => proxyPorts(read, seed) + sharedPorts(read, seed).used;

/** Listeners of user clusters among them; none where no user cluster has NodePort. */
function sharedPorts(read: Reader, seed: string): ClusterPorts {
  if (!read.rule(strategiesOf, seed).includes("NodePort")) return { perCluster: 0, used: 0, sum: "" };
  const [each, count] = [listenersOfOne(read), userClustersWith(read, seed, "NodePort")];
  return { perCluster: each, used: count * each, sum: `${count} × ${each}` };
}

/** Listeners of all load balancers of user clusters in a Seed, those before their API servers among them. */
function portsOfNodes(read: Reader, seed: string, balanced: number): ClusterPorts {
  const ports = clusterPorts(read, listenersPerCluster, seed, 0);
  if (balanced === 0) return ports;
  const each = read.fact(listenersOfApiServer);
  const most = read.rule(strategiesOf, seed).map((strategy) => portsOfMla(read, portsOfOne(read, listenersPerCluster, seed, strategy, 0)) + (apiServersBalancedWith(read, seed, strategy) > 0 ? each : 0));
  return { perCluster: Math.max(...most), used: ports.used + balanced * each, sum: `${ports.sum} + ${balanced} × ${each}` };
}

/** Listener quota that binds a Seed; not applicable where the infrastructure's load balancer has none or is not used. */
export const listenerQuota = rule<{ readonly provider: string; readonly quota: ListenerQuota }>({
  id: "sizing.listener-quota",
  title: "Listener quota of the load balancer",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom !== "provider") return read.notApplicable(`${kind.title} has no quota of listeners.`);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!provider.listenerQuota) return read.notApplicable(`No quota of listeners is known for ${provider.title}.`);
    read.cite(...provider.listenerQuota.sources);
    // Recorded, so that the reader sees how far it is confirmed.
    if (provider.balancerTypes) read.fact(provider.balancerTypes.types);
    return { provider: provider.title, quota: provider.listenerQuota };
  },
});

/** Listeners of a Seed's cloud load balancers, and the number of user clusters at which the quota ends. */
export const listenerCeiling = rule<Ceiling>({
  id: "sizing.listeners",
  title: "Listeners of the Seed's load balancers",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    const { provider, quota } = read.rule(listenerQuota, cluster);
    const strategies = read.rule(strategiesOf, cluster);
    const strategy = spokenStrategies(strategies);
    const userClusters = read.rule(userClustersOf, cluster);
    // A quota per load balancer counts the shared nodeport-proxy only, which user clusters with a load balancer of their own leave alone; one per node counts every Service.
    const ofNodes = quota.scope === "nodes";
    const balanced = ofNodes ? read.rule(apiServersBalanced, cluster) : 0;
    const ports = ofNodes ? portsOfNodes(read, cluster, balanced) : sharedPorts(read, cluster);
    const { perCluster } = ports;
    const fixed = ofNodes ? fixedPorts(read, cluster) : proxyPorts(read, cluster);
    const counted = ofNodes ? { userClusters, strategy } : { userClusters: userClustersWith(read, cluster, "NodePort"), strategy: "NodePort" };
    const beside = balanced === 0 ? "" : balanced === userClusters ? ", that of the load balancer before its API server among them" : ", that of a load balancer before its API server among them where it has one";
    const name = clusterName(read, cluster);
    return {
      id: `ceiling.listeners[${cluster}]`,
      cluster,
      title: ofNodes ? `Load-balancer rules for each node, ${provider}` : `Listeners of one load balancer, ${provider}`,
      used: fixed + ports.used,
      limit: quota.limit,
      unit: "listeners",
      maxUserClusters: mostClusters(quota.limit, fixed, ports, userClusters),
      from: read.cell,
      why:
        perCluster === 0
          ? `With ${strategy} the number of user clusters does not change the ${fixed} listeners of ${name}.`
          : `${fixed} listeners for ${name} itself and ${beside !== "" && balanced !== userClusters ? "up to " : ""}${perCluster} for each of ${formatCount(counted.userClusters, "user cluster")} with ${counted.strategy}${beside}.`,
    };
  },
});
