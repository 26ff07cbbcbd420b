import type { LoadBalancerKind } from "./load-balancer.ts";

export const metallbBgp = {
  id: "metallb-bgp",
  title: "MetalLB with BGP",
  help: "Every node announces every address to your routers; traffic spreads over the nodes.",
  recommended: true,
  sources: ["metallb.bgp", "kkp.setup-checklist"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: true,
  flows: [
    {
      id: "bgp",
      between: "nodes-and-routers",
      protocol: "TCP",
      ports: "179",
      reason: "BGP sessions announce the virtual addresses",
      sources: ["metallb.bgp-config"],
    },
  ],
} as const satisfies LoadBalancerKind;
