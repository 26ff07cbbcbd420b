import { fact } from "../fact.ts";

export const nodePortRange = fact({
  id: "sizing.node-port-range",
  statement: "Kubernetes hands out the NodePorts 30000–32767, that is 2,768.",
  value: { first: 30000, last: 32767, count: 2768 },
  certainty: "sourced",
  sources: ["kkp.ports", "kubernetes.service"],
});

export const nodePortsOfProxy = fact({
  id: "sizing.node-ports-of-proxy",
  statement: "The Service of the nodeport-proxy holds 3 NodePorts at all times: for its ports 8002 (health check), 6443 (TLS by name) and 8088 (tunnel). A sample output in the installation guide shows 80 and 443 in their place; the code has the last word.",
  value: 3,
  certainty: "derived",
  sources: ["kkp.code.lb-updater", "kkp.code.nodeport-proxy", "kubernetes.service"],
});

export const nodePortsOfEntry = fact({
  id: "sizing.node-ports-of-entry",
  statement: "The Service of the platform entry holds 2 NodePorts, one for TCP 80 and one for TCP 443.",
  value: 2,
  certainty: "derived",
  sources: ["kubernetes.service"],
});

export const nodePortsPerCluster = fact({
  id: "sizing.node-ports-per-cluster",
  statement:
    "A user cluster takes 4 NodePorts with NodePort (2 of its own, 2 of the nodeport-proxy in front), 5 with LoadBalancer and none with Tunneling; user-cluster MLA adds 2 to the first two. The documentation says that LoadBalancer serves more user clusters than NodePort; by the code it relieves listeners and takes more NodePorts.",
  value: {
    NodePort: { without: 4, withMla: 6 },
    LoadBalancer: { without: 5, withMla: 7 },
    Tunneling: { without: 0, withMla: 0 },
  },
  certainty: "derived",
  sources: ["kkp.expose-strategies", "kkp.code.lb-updater", "kkp.code.front-loadbalancer", "kkp.code.user-cluster-mla"],
});

export const listenersPerCluster = fact({
  id: "sizing.listeners-per-cluster",
  statement:
    "A user cluster takes 2 listeners of the nodeport-proxy's load balancer with NodePort, 3 with user-cluster MLA; with LoadBalancer it takes one more on a load balancer of its own.",
  value: { NodePort: { without: 2, withMla: 3 }, LoadBalancer: { without: 3, withMla: 4 } },
  certainty: "derived",
  sources: ["kkp.expose-strategies", "kkp.code.lb-updater", "kkp.code.front-loadbalancer"],
});

export const listenersOfApiServer = fact({
  id: "sizing.listeners-of-api-server",
  statement: "A load balancer in front of the API server of one user cluster takes one listener: the Service has one port.",
  value: 1,
  certainty: "sourced",
  sources: ["kkp.code.apiserver-service"],
});
