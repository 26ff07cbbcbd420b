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
  fields: [
    { object: "IPAddressPool platform", field: "spec.addresses", value: "{pool}", why: "The block of this plan without addresses that somebody has; MetalLB takes any text here and checks nothing." },
    { object: "L2Advertisement platform", field: "spec.ipAddressPools", value: "{pools}", why: "A pool that nothing advertises hands out addresses that nobody can reach." },
  ],
  pin: "metallb.io/loadBalancerIPs",
  pinPool: [
    { object: "IPAddressPool nodeport-proxy", field: "spec.addresses", value: "{address}/32" },
    { object: "IPAddressPool nodeport-proxy", field: "spec.serviceAllocation.namespaces", value: "kubermatic" },
  ],
  prepare: [
    {
      id: "strict-arp",
      title: "kube-proxy leaves addresses of others alone",
      why: "In IPVS mode without strictARP every node answers for every virtual address, and long connections break.",
      verify: "kubectl -n kube-system get configmap kube-proxy -o yaml shows strictARP: true, or a mode other than ipvs",
      sources: ["metallb.installation"],
    },
  ],
  install: {
    title: "Install MetalLB",
    commands: [
      "helm upgrade --install metallb metallb --repo https://metallb.github.io/metallb --namespace metallb-system --create-namespace --wait",
      "kubectl apply -f {folder}/metallb.yaml",
      "kubectl -n metallb-system get ipaddresspools",
    ],
    chartHosts: ["metallb.github.io"],
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
      silence: "a node of {name} that hears nothing claims every address",
      sources: ["metallb.requirements"],
    },
    {
      id: "metallb-metrics",
      between: "nodes",
      from: "Prometheus",
      protocol: "TCP",
      ports: "9120, 9121",
      reason: "Metrics of MetalLB 0.16; up to 0.15 and in the addon of user clusters they stand on 7472",
      silence: "sessions and addresses of {name} are watched by nobody",
      sources: ["metallb.release-notes"],
    },
  ],
} as const satisfies LoadBalancerKind;
