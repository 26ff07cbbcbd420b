import type { LoadBalancerKind } from "./load-balancer.ts";

/** Field of the pool that both ways of announcing take addresses from. */
export const ciliumPool = { object: "CiliumLoadBalancerIPPool platform", field: "spec.blocks", value: "{pool}", why: "Services take their addresses from here, so those that somebody has are left out of the block; each part stands as cidr, or as start and stop." } as const;

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
  runPools: {
    byService: true,
    rest: { object: "CiliumLoadBalancerIPPool platform", field: "spec.serviceSelector.matchExpressions", value: "key io.kubernetes.service.name, operator NotIn, values {services}" },
    own: [
      { object: "CiliumLoadBalancerIPPool {pool}", field: "spec.blocks", value: "{addresses}" },
      { object: "CiliumLoadBalancerIPPool {pool}", field: "spec.serviceSelector.matchLabels", value: "io.kubernetes.service.name: {services}" },
    ],
  },
} as const satisfies Partial<LoadBalancerKind>;

/** Where the chart of Cilium comes from. */
export const ciliumChartHosts = ["helm.cilium.io"] as const;

/**
 * Switches a value of the Cilium that somebody else has installed on: helm takes the newest chart where no version is named,
 * and a network plugin must not move beside. Agents read their ConfigMap when they start and at no other time, so it restarts them.
 */
export const ciliumThere = (value: string, { settings, words }: { readonly settings: string; readonly words: string } = { settings: "", words: "" }) => ({
  pluginSeen: `\`helm list\` shows release, namespace and version of Cilium, and none of the three moves here; where it shows no Cilium, whoever built the cluster sets ${value} in the way it was installed, and restarts the agents. An agent takes it over only when it starts, so helm restarts them a few nodes at a time; \`rollout status\` ends when all run with it.${words === "" ? "" : ` ${words}`}`,
  pluginCommands: [
    "helm list --all-namespaces | grep cilium-",
    ': "${CILIUM_RELEASE:?NAME in that list}" "${CILIUM_NAMESPACE:?NAMESPACE in that list}" "${CILIUM_VERSION:?what follows cilium- under CHART in that list}"',
    `helm upgrade "$CILIUM_RELEASE" cilium --repo https://helm.cilium.io --version "$CILIUM_VERSION" --namespace "$CILIUM_NAMESPACE" --reuse-values --set ${value}=true${settings},rollOutCiliumPods=true,operator.rollOutPods=true --wait --timeout 15m`,
    'kubectl -n "$CILIUM_NAMESPACE" rollout status daemonset/cilium --timeout=15m',
  ],
});

/** How its objects are held against those that run, before an upgrade brings them in. */
export const ciliumCompare = (file: string) => ({
  commands: [
    "kubectl get ciliumloadbalancerippools",
    `kubectl diff -f {folder}/${file} || echo 'the next command brings these differences in'`,
    `kubectl apply -f {folder}/${file}`,
    "kubectl get ciliumloadbalancerippools",
  ],
  told: "Pools that run keep their names in the file: Cilium gives nothing out of the later one of two pools with the same addresses.",
});

const UNREACHABLE = { between: "nodes", silence: "{name} works, but shows its nodes as unreachable", sources: ["cilium.requirements"] } as const;

/** How the nodes of Cilium watch each other. */
export const ciliumHealth = [
  { ...UNREACHABLE, id: "cilium-health", protocol: "TCP", ports: "4240", reason: "Cilium on each node asks the others whether they are well" },
  { ...UNREACHABLE, id: "cilium-ping", protocol: "ICMP", ports: "type 8, code 0", reason: "Cilium on each node pings the others as well" },
] as const satisfies LoadBalancerKind["flows"];
