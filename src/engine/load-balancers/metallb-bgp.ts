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
  localTraffic: true,
  install: {
    title: "Install MetalLB",
    commands: [
      "helm upgrade --install metallb metallb --repo https://metallb.github.io/metallb --namespace metallb-system --create-namespace --wait",
      "kubectl apply -f {folder}/metallb.yaml",
      "kubectl -n metallb-system get ipaddresspools",
    ],
    check: "Every node shows an established session on each router.",
    sources: ["metallb.installation"],
  },
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
