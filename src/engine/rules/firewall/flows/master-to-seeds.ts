import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName, exposeStrategy, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { isSeparateSeed } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From the master to a Seed of its own: its Kubernetes API, and the API servers of its user clusters. */
export const masterToSeeds = rule<readonly FlowDraft[]>({
  id: "firewall.master-to-seeds",
  title: "Master to the Seed",
  per: "cluster",
  sources: ["kkp.ports", "kkp.add-seed"],
  derive: (read, cluster) => {
    if (!isSeparateSeed(read, cluster)) return read.notApplicable("The Seed is the master's own cluster, or there is none here.");
    const source = ends.nodes(read.rule(masterCluster));
    const [seed, strategy] = [clusterName(read, cluster), read.rule(exposeStrategy)];
    const row = { of: cluster, source, lifetime: "installation and operation" } as const;
    const toUserClusters = {
      ...row,
      destination: strategy === "LoadBalancer" ? ends.userClusterFront(cluster) : ends.nodeportProxy(cluster),
      reason: "The dashboard's API reads user clusters",
      lifetime: "operation",
      why: `What the dashboard shows of a user cluster of ${seed} is asked at that cluster's own API server.`,
    } as const;
    return [
      flow(read, { ...row, refs: ["P2"], destination: ends.api(cluster), ports: ports.kubernetesApi, reason: "Operator and dashboard's API drive the Seed", why: `The operator installs ${seed} from the master and keeps it as configured.` }),
      strategy === "Tunneling"
        ? flow(read, { ...toUserClusters, refs: ["P3"], ports: ports.tunnelForUsers })
        : flow(read, { ...toUserClusters, refs: ["P4"], ports: ports.nodePorts }),
    ];
  },
});
