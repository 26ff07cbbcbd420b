import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { managementProxy } from "../../../answers/chapters/management-proxy.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { strategiesOf, type Strategy } from "../../basics/exposure.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { apiPortOf } from "../../basics/provisioning.ts";
import { managementProxyOf } from "../../internet/management-proxy.ts";
import { ends } from "../ends.ts";
import { isSeparateSeed } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

const READS = "The dashboard's API reads user clusters";

/** From the master to a Seed apart from it: its Kubernetes API, and the API servers of its user clusters. */
export const masterToSeeds = rule<readonly FlowDraft[]>({
  id: "firewall.master-to-seeds",
  title: "Master to the Seed",
  per: "cluster",
  sources: ["kkp.ports", "kkp.add-seed"],
  derive: (read, cluster) => {
    if (!isSeparateSeed(read, cluster)) return read.notApplicable("The Seed is the master's own cluster, or there is none here.");
    const source = ends.nodes(read.rule(masterCluster));
    const seed = clusterName(read, cluster);
    const strategies = read.rule(strategiesOf, cluster);
    const proxy = read.optionalRule(managementProxyOf, cluster);
    const row = { of: cluster, source, lifetime: "installation and operation" } as const;
    const toUserClusters = {
      ...row,
      reason: READS,
      lifetime: "operation",
      why: `What the dashboard shows of a user cluster of ${seed} is asked at that cluster's own API server.`,
    } as const;
    return [
      flow(read, { ...row, refs: ["P2"], destination: ends.api(cluster), ports: () => apiPortOf(read, cluster), reason: "Operator and dashboard's API drive the Seed", why: `The operator installs ${seed} from the master and keeps it as configured.` }),
      ...(proxy ? [flow(read, { ...toUserClusters, refs: ["P4"], word: "management-proxy", destination: ends.managementProxy(cluster), ports: String(read.answer(managementProxy.cluster.managementProxyPort, cluster)), why: `The master does not dial user clusters of ${seed} itself; this proxy does.` })] : []),
      ...strategies.map((strategy) => (proxy ? onward(read, cluster, strategy, strategies) : toApiServers(read, toUserClusters, strategy, strategies))),
    ];
  },
});

/** From a master that is its own Seed to the API servers of its user clusters: the dashboard's API knows them by their outer names alone. */
export const masterToOwnUserClusters = rule<readonly FlowDraft[]>({
  id: "firewall.master-to-own-user-clusters",
  title: "Master to its own user clusters",
  per: "cluster",
  sources: ["kkp.ports", "kkp.code.dashboard-clusters"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) !== "master-and-seed") return read.notApplicable("The master runs no user clusters, or this is another cluster.");
    const strategies = read.rule(strategiesOf, cluster);
    const row: UserClusterRow = {
      of: cluster,
      source: ends.nodes(cluster),
      reason: READS,
      lifetime: "operation",
      why: `The dashboard's API asks user clusters of ${clusterName(read, cluster)} by their outer names as well, so its pods come back in at their own front; a firewall between the nodes and that address sees whatever the nodes do not carry themselves.`,
    };
    return strategies.map((strategy) => toApiServers(read, row, strategy, strategies));
  },
});

type UserClusterRow = Pick<Parameters<typeof flow>[1], "of" | "source" | "reason" | "lifetime" | "why">;

/** The row of one strategy; two of one Seed may share a row of the reference, and the second is told apart by its word. */
function toApiServers(read: Reader, row: UserClusterRow, strategy: Strategy, strategies: readonly Strategy[]): FlowDraft {
  const { of: cluster } = row;
  if (strategy === "Tunneling") return flow(read, { ...row, refs: ["P3"], destination: ends.nodeportProxy(cluster), ports: ports.tunnelForUsers });
  if (strategy === "NodePort") return flow(read, { ...row, refs: ["P4"], destination: ends.nodeportProxy(cluster), ports: ports.nodePorts });
  return flow(read, { ...row, refs: ["P4"], word: strategies.includes("NodePort") ? "P4-own" : "P4", destination: ends.userClusterFront(cluster), ports: ports.nodePorts });
}

/** From the proxy that stands between the master and user clusters, on to them. */
function onward(read: Reader, cluster: string, strategy: Strategy, strategies: readonly Strategy[]): FlowDraft {
  const row = {
    of: cluster,
    source: ends.managementProxy(cluster),
    reason: READS,
    lifetime: "operation",
    why: `It passes on what the dashboard's API asks of user clusters of ${clusterName(read, cluster)}.`,
  } as const;
  if (strategy === "Tunneling") return flow(read, { ...row, refs: ["P3"], word: "P3-behind", destination: ends.nodeportProxy(cluster), ports: ports.tunnelForUsers });
  if (strategy === "NodePort") return flow(read, { ...row, refs: ["P4"], word: "P4-behind", destination: ends.nodeportProxy(cluster), ports: ports.nodePorts });
  return flow(read, { ...row, refs: ["P4"], word: strategies.includes("NodePort") ? "P4-own-behind" : "P4-behind", destination: ends.userClusterFront(cluster), ports: ports.nodePorts });
}
