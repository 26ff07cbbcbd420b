import type { LoadBalancerKind } from "./load-balancer.ts";

export const ciliumBgp = {
  id: "cilium-bgp",
  title: "Cilium with BGP",
  help: "Cilium announces every address to your routers from all nodes; nothing else is installed where Cilium runs already.",
  recommended: false,
  sources: ["cilium.bgp", "cilium.lb-ipam"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: true,
  cni: "cilium",
  localTraffic: true,
  prepare: [
    {
      id: "cilium-bgp",
      title: "Routers wait for BGP sessions that the nodes open",
      why: "Cilium dials out and listens on no port, so a router that dials as well finds nobody; eBGP over more than one hop needs a larger TTL on both sides.",
      verify: "The routers' configuration is passive for these neighbours and agrees on hold time 90 s, keepalive 30 s and, where used, the password",
      sources: ["cilium.bgp"],
    },
  ],
  install: {
    title: "Announce addresses by Cilium with BGP",
    commands: [
      "helm upgrade cilium cilium --repo https://helm.cilium.io --namespace kube-system --reuse-values --set bgpControlPlane.enabled=true --wait",
      "kubectl apply -f {folder}/cilium-bgp.yaml",
      "cilium bgp peers",
    ],
    check: "Every node shows an established session on each router.",
    sources: ["cilium.bgp"],
  },
  flows: [
    {
      id: "bgp",
      ref: "B1",
      between: "nodes-and-routers",
      protocol: "TCP",
      ports: "179",
      reason: "BGP sessions announce the virtual addresses",
      sources: ["cilium.bgp"],
    },
    {
      id: "cilium-health",
      between: "nodes",
      protocol: "TCP",
      ports: "4240",
      reason: "Cilium on each node asks the others whether they are well, by ICMP too",
      silence: "{name} works, but shows its nodes as unreachable",
      sources: ["cilium.requirements"],
    },
  ],
} as const satisfies LoadBalancerKind;
