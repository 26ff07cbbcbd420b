import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { listed } from "../../../values/sentence.ts";
import { apiServerAddresses } from "../../addresses/assignments.ts";
import { strategiesOf, type Strategy } from "../../basics/exposure.ts";
import { comesNew } from "../../basics/new-with-upgrade.ts";
import { clusterName, datacenterName, datacentersOf, runsAlready } from "../../basics/platform.ts";
import { savesUserClusters } from "../../storage/further.ts";
import { workloadsInSegment } from "../../workloads/in-segment.ts";
import { workloadRoutes } from "../../workloads/routes.ts";
import { ends } from "../ends.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { workplace } from "./trials.ts";

/** Where API servers of user clusters answer by the way that they are exposed. */
const ANSWERS = {
  Tunneling: (cluster: string) => ({ destination: ends.nodeportProxy(cluster), ports: ports.tunnelForUsers }),
  NodePort: (cluster: string) => ({ destination: ends.nodeportProxy(cluster), ports: ports.nodePorts }),
  LoadBalancer: (cluster: string) => ({ destination: ends.userClusterFront(cluster), ports: ports.nodePorts }),
  balanced: (cluster: string) => ({ destination: ends.apiServers(cluster), ports: ports.apiServerBalanced }),
} as const satisfies Record<Strategy | "balanced", unknown>;

/** What steps of the runbook do inside user clusters of a Seed, as clauses. */
function doneInside(read: Reader, cluster: string): readonly string[] {
  const entered = runsAlready(read) ? [] : read.rule(datacentersOf, cluster).filter((id) => read.optionalRule(workloadsInSegment, id) ?? read.optionalRule(workloadRoutes, id));
  const saved = savesUserClusters(read) && (!runsAlready(read) || comesNew(read, "further-backups"));
  return [
    ...(entered.length === 0 ? [] : [`enter objects of MetalLB in user clusters of ${listed(entered.map((id) => datacenterName(read, id)))}`]),
    ...(saved ? [`back up and restore a user cluster of ${clusterName(read, cluster)}`] : []),
  ];
}

/** From the machine that installs to the API servers of user clusters in which steps of the runbook do something. */
export const installerToUserClusters = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-user-clusters",
  title: "Steps in user clusters",
  per: "cluster",
  sources: ["kkp.ports", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const done = doneInside(read, cluster);
    if (done.length === 0) return read.notApplicable("No step does anything in its user clusters.");
    const ways = [...read.rule(strategiesOf, cluster), ...(read.outcome(apiServerAddresses, cluster).kind === "known" ? (["balanced"] as const) : [])];
    return ways.map((by) =>
      flow(read, {
        ...ANSWERS[by](cluster),
        refs: ["I5"],
        word: `installer-user-clusters-${by.toLowerCase()}`,
        of: cluster,
        source: workplace(read),
        reason: "Steps of the runbook call the APIs of user clusters",
        lifetime: "installation and operation",
        why: `From there, commands of the runbook ${listed(done)}, by kubeconfigs that lead there; where tenants run them, rows for users do.`,
      }),
    );
  },
});
