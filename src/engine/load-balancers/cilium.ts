import type { LoadBalancerKind } from "./load-balancer.ts";

/** Field of the pool that both ways of announcing take addresses from. */
export const ciliumPool = { object: "CiliumLoadBalancerIPPool platform", field: "spec.blocks", value: "{pool}", why: "The block of this plan without addresses that somebody has, as cidr, or as start and stop." } as const;

/** Value of the chart without which Cilium knows no IPv6 at all. */
export const ciliumFamilies = { object: "Values of the chart cilium", field: "ipv6.enabled", value: "true", why: "The chart leaves IPv6 off: no pod and no Service would have an IPv6 address, whatever the pool holds. Masquerading is on for both families.", when: "dual" } as const;

/** Values of the chart where KubeOne brings it, however it announces. */
export const ciliumValues = { pluginValues: ["ipam.mode: kubernetes"], bothFamilies: ["ipv6.enabled: true"] } as const;

/** What Cilium is and is given, however it announces. */
export const cilium = {
  cni: "cilium",
  pin: "lbipam.cilium.io/ips",
  pinPool: [
    { object: "CiliumLoadBalancerIPPool nodeport-proxy", field: "spec.blocks[].cidr", value: "{addresses}" },
    { object: "CiliumLoadBalancerIPPool nodeport-proxy", field: "spec.serviceSelector.matchLabels", value: "io.kubernetes.service.namespace: kubermatic" },
  ],
} as const satisfies Partial<LoadBalancerKind>;

/** Where the chart of Cilium comes from. */
export const ciliumChartHosts = ["helm.cilium.io"] as const;

/** How the nodes of Cilium watch each other. */
export const ciliumHealth = {
  id: "cilium-health",
  between: "nodes",
  protocol: "TCP",
  ports: "4240",
  reason: "Cilium on each node asks the others whether they are well, by ICMP too",
  silence: "{name} works, but shows its nodes as unreachable",
  sources: ["cilium.requirements"],
} as const satisfies LoadBalancerKind["flows"][number];
