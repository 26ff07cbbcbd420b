import type { LoadBalancerKind } from "./load-balancer.ts";

export const none = {
  id: "none",
  title: "None: ports of the nodes",
  help: "Nothing gives Services addresses; people dial nodes on high ports, every URL carries one, and names lead to nodes.",
  recommended: false,
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  addressesFrom: "nodes",
  poolScope: "none",
  peers: false,
  localTraffic: false,
  prepare: [
    {
      id: "node-front",
      team: "network",
      title: "Nodes that people dial keep their addresses",
      why: "Records lead to them, and a replaced node with another address needs a change in DNS the same day.",
      verify: "The address register shows the nodes as fixed; whoever replaces a node knows which records to change",
      nodesDialled: true,
      sources: ["kkp.expose-strategies"],
    },
  ],
  install: {
    title: "Set the platform entry to node ports",
    commands: ["kubectl get nodes -o wide"],
    check: "The values set the Service type of the entry to NodePort and its external traffic policy to Cluster, so that every node answers.",
    sources: ["kkp.install-ce"],
  },
  flows: [],
} as const satisfies LoadBalancerKind;
