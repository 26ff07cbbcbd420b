import { isAskedThrough } from "../../../answers/answers.ts";
import { fronts } from "../../../answers/chapters/fronts.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../../answers/chapters/monitoring.ts";
import { insidePorts, ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { ciliumHealth } from "../../../load-balancers/cilium.ts";
import type { LoadBalancerKind } from "../../../load-balancers/load-balancer.ts";
import type { InsideFlow } from "../../../plan/plan.ts";
import { frontOf } from "../../basics/api-front.ts";
import { clusterName } from "../../basics/platform.ts";
import { inside } from "./row.ts";
import { balancerOf } from "../../basics/balancer.ts";

/** What the machines of a KubeOne cluster say to each other. */
export const kubernetesInside = rule<readonly InsideFlow[]>({
  id: "firewall.kubernetes-inside",
  title: "Kubernetes inside the cluster",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kubernetes.ports"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("Whoever runs the cluster opens what Kubernetes needs inside it.");
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const name = clusterName(read, cluster);
    const rows = [
      inside(read, cluster, "api-server", { source: "All nodes", destination: frontOf(read, cluster) ? "Control planes and the address in front of them" : "Control planes", protocol: "TCP", ports: ports.kubernetesApi, component: "API server", why: `Every kubelet and controller of ${name} works through its API server.` }),
      inside(read, cluster, "kubelet", { source: "Control planes", destination: "All nodes", protocol: "TCP", ports: insidePorts.kubelet, component: "kubelet", why: "Logs, exec and metrics are fetched from the kubelet of each node." }),
      inside(read, cluster, "vxlan", { source: "All nodes", destination: "All nodes", protocol: "UDP", ports: insidePorts.vxlan, component: "VXLAN of the pod network", why: `Pods of ${name} on different nodes reach each other only through it.` }),
      inside(read, cluster, "node-local-dns", { source: "Pods", destination: "Their own node", protocol: "TCP and UDP", ports: insidePorts.nodeLocalDns, component: "NodeLocal DNS", why: "Each node answers its own pods and asks the DNS servers of the place on a miss." }),
    ];
    if (machines < 2) return rows;
    return [...rows, inside(read, cluster, "etcd", { source: "Control planes", destination: "Control planes", protocol: "TCP", ports: insidePorts.etcd, component: "etcd", why: `The ${machines} members agree on every write; a slow or filtered way stops the whole of ${name}.` })];
  },
});

/** How load balancers hand traffic to nodes, and what they say to each other. */
export const loadBalancerInside = rule<readonly InsideFlow[]>({
  id: "firewall.load-balancer-inside",
  title: "Load balancer inside the cluster",
  per: "cluster",
  sources: ["kubeone.defaults", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    const name = clusterName(read, cluster);
    // Without a load balancer, whoever dials a node port is a row between networks.
    const handed = kind.addressesFrom === "nodes" || kind.addressesFrom === "nobody" ? [] : [inside(read, cluster, "node-ports", { source: kind.title, destination: "All nodes", protocol: "TCP", ports: ports.nodePorts, component: "NodePorts of Services", why: `Services of type LoadBalancer in ${name} hold a port on every node, where traffic is handed over.` })];
    const among = kind.flows
      .filter(({ between, from }) => between === "nodes" && (from === undefined || read.answer(monitoring.plan.mla)))
      .map(({ id, protocol, ports, reason, silence, from = "All nodes", sources }) => {
        read.cite(...sources);
        const otherwise = silence === undefined ? "" : `; where it is filtered, ${silence.replace("{name}", name)}`;
        return inside(read, cluster, id, { source: from, destination: "All nodes", protocol, ports, component: kind.title, why: `${reason}${otherwise}.` });
      });
    return [...handed, ...among, ...pluginRows(read, cluster, kind)];
  },
});

/** How nodes on Cilium watch each other where something else announces the addresses. */
function pluginRows(read: Reader, cluster: string, { flows }: LoadBalancerKind): readonly InsideFlow[] {
  if (flows.some((flow) => ciliumHealth.some(({ id }) => id === flow.id)) || !isAskedThrough(read, fronts.cluster.cni, cluster) || read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return [];
  const plugin = read.maybe(fronts.cluster.cni, cluster);
  if (plugin.kind !== "known" || plugin.value !== "cilium") return [];
  return ciliumHealth.map(({ id, protocol, ports, reason, silence, sources }) => {
    read.cite(...sources);
    return inside(read, cluster, id, { source: "All nodes", destination: "All nodes", protocol, ports, component: "Cilium", why: `${reason}; where it is filtered, ${silence.replace("{name}", clusterName(read, cluster))}.` });
  });
}
