import type { LoadBalancerKind } from "./load-balancer.ts";

export const appliance = {
  id: "appliance",
  title: "F5 BIG-IP or another appliance",
  help: "A controller in the cluster writes each Service to your appliance, which holds the addresses.",
  recommended: false,
  sources: ["f5.cis", "kkp.setup-checklist"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: false,
  localTraffic: true,
  balancer: "appliance",
  prepare: [
    {
      id: "appliance-partition",
      team: "network",
      title: "Partition and administrative user on the appliance, and a range for virtual servers",
      why: "The controller writes virtual servers to a partition of its own and takes their addresses from the range; on BIG-IP it needs AS3 3.18 or newer.",
      verify: "The user signs in and sees the partition; /mgmt/shared/appsvcs/info shows the AS3 version",
      sources: ["f5.cis"],
    },
  ],
  install: {
    title: "Install the controller of the appliance",
    commands: [
      "helm upgrade --install f5-cis f5-bigip-ctlr --repo https://f5networks.github.io/charts/stable --namespace kube-system --values {folder}/appliance.yaml --wait",
      "helm upgrade --install f5-ipam f5-ipam-controller --repo https://f5networks.github.io/f5-ipam-controller/helm-charts/stable --namespace kube-system --values {folder}/appliance-ipam.yaml --wait",
    ],
    chartHosts: ["f5networks.github.io"],
    check: "A test Service gets an address of the range, and the appliance shows its virtual server as available. For another maker, its own controller takes the place of these charts.",
    sources: ["f5.cis"],
  },
  flows: [
    {
      id: "appliance-api",
      ref: "F1",
      between: "nodes-to-balancer",
      protocol: "TCP",
      ports: "443",
      reason: "The controller writes virtual servers to the appliance",
      sources: ["f5.cis"],
    },
    {
      id: "appliance-traffic",
      ref: "F2",
      between: "balancer-to-nodes",
      protocol: "TCP",
      ports: "30000-32767",
      reason: "The appliance hands traffic over to the node ports, and probes them",
      sources: ["f5.cis", "kubernetes.service"],
    },
  ],
} as const satisfies LoadBalancerKind;
