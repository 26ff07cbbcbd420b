import type { LoadBalancerKind } from "./load-balancer.ts";

export const metallbL2 = {
  id: "metallb-l2",
  title: "MetalLB in layer 2",
  help: "One node answers for each address; no router change, but the block must lie in the node network.",
  recommended: false,
  sources: ["metallb.l2"],
  addressesFrom: "pool",
  poolScope: "node-network",
  peers: false,
  localTraffic: true,
  install: {
    title: "Install MetalLB",
    commands: [
      "helm upgrade --install metallb metallb --repo https://metallb.github.io/metallb --namespace metallb-system --create-namespace --wait",
      "kubectl apply -f {folder}/metallb.yaml",
      "kubectl -n metallb-system get ipaddresspools",
    ],
    check: "The pool and its L2Advertisement are listed.",
    sources: ["metallb.installation"],
  },
  flows: [
    {
      id: "memberlist",
      between: "nodes",
      protocol: "TCP and UDP",
      ports: "7946",
      reason: "MetalLB speakers agree which node answers for an address",
      sources: ["metallb.requirements"],
    },
  ],
} as const satisfies LoadBalancerKind;
