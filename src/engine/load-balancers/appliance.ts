import type { LoadBalancerKind } from "./load-balancer.ts";

export const appliance = {
  id: "appliance",
  title: "F5 BIG-IP or another appliance",
  help: "A controller in the cluster writes each Service to your appliance, which holds the addresses.",
  recommended: false,
  sources: ["f5.cis", "f5.ipam", "kkp.setup-checklist"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: false,
  localTraffic: true,
  appliance: { holds: "the appliance holds them and spreads traffic over the nodes" },
  pin: "cis.f5.com/ip",
  label: { annotation: "cis.f5.com/ipamLabel", value: "kkp", controller: "the controller of F5 BIG-IP", sources: ["f5.service"] },
  fields: [
    { object: "Helm values of f5-cis", field: "args.custom-resource-mode and args.ipam", value: "true", why: "Without the first the controller leaves Services of type LoadBalancer alone, and without the second it asks nobody for their addresses." },
    { object: "Helm values of f5-ipam", field: "args.ip_range", value: '{"kkp":"{ranges}"}', why: "Services whose annotation says kkp get one of these; addresses that other Services ask for by themselves are left out, and so are the first and the last of the block while others are left: the controller hands out the lowest first. It takes nothing but ranges with both ends, also for a single address." },
  ],
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
    check: "A Service gets an address only by an annotation: cis.f5.com/ip names it, cis.f5.com/ipamLabel asks for one of the range. A test Service with cis.f5.com/ipamLabel: kkp gets one, and the appliance shows its virtual server as available. For another maker, its own controller takes the place of these charts and annotations.",
    sources: ["f5.cis", "f5.service", "f5.ipam"],
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
