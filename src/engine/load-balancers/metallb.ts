import { insidePorts } from "../facts/ports.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";

/** Field of the pool that both ways of announcing take addresses from. */
export const metallbPool = { object: "IPAddressPool platform", field: "spec.addresses", value: "{pool}", why: "Services take their addresses from here, so those that somebody has are left out of the block; MetalLB refuses what is no range and what overlaps another pool of its cluster, and asks nobody whether an address is free." } as const;

/** What MetalLB is given and needs, however it announces. */
export const metallb = {
  pin: "metallb.io/loadBalancerIPs",
  pinPool: [
    { object: "IPAddressPool nodeport-proxy", field: "spec.addresses", value: "{addresses}" },
    { object: "IPAddressPool nodeport-proxy", field: "spec.serviceAllocation.namespaces", value: "kubermatic" },
  ],
  runPools: {
    // Services of user clusters carry no label, and neither do their namespaces.
    byService: false,
    rest: { object: "IPAddressPool platform", field: "spec.autoAssign", value: "false" },
    own: [{ object: "IPAddressPool {pool}", field: "spec.addresses", value: "{addresses}" }],
  },
  prepare: [
    {
      id: "strict-arp",
      team: "platform",
      title: "kube-proxy leaves addresses of others alone",
      why: "In IPVS mode without strictARP every node answers for every virtual address, and long connections break.",
      verify: "`kubectl -n kube-system get configmap kube-proxy -o yaml` shows strictARP: true, or a mode other than ipvs",
      inCluster: {
        command: "kubectl -n kube-system get configmap kube-proxy -o yaml | grep -E 'mode:|strictARP:'",
        seen: "kube-proxy leaves addresses of others alone: it shows strictARP: true or a mode other than ipvs, or there is no kube-proxy.",
      },
      sources: ["metallb.installation"],
    },
  ],
} as const satisfies Partial<LoadBalancerKind>;

/** How MetalLB gets into a cluster, however it announces. */
export const metallbInstall = {
  title: "Install MetalLB",
  commands: [
    "helm upgrade --install metallb metallb --repo https://metallb.github.io/metallb --namespace metallb-system --create-namespace --wait",
    "kubectl apply -f {folder}/metallb.yaml",
    "kubectl -n metallb-system get ipaddresspools",
  ],
  chartHosts: ["metallb.github.io"],
  compare: {
    commands: [
      "kubectl -n metallb-system get ipaddresspools",
      "kubectl diff -f {folder}/metallb.yaml || echo 'the next command brings these differences in'",
      "kubectl apply -f {folder}/metallb.yaml",
      "kubectl -n metallb-system get ipaddresspools",
    ],
    told: "Pools that run keep their names in the file: MetalLB refuses a second pool with the same addresses, so one that shrinks stands before those that take its addresses. A Service whose address is in no pool meanwhile may get another, so this is work for a maintenance window.",
  },
  webhooks: [{ id: "balancer-webhook", port: insidePorts.metallbWebhook, why: "Pools and announcements of {cluster} are refused while the API server cannot ask it, so no Service gets an address." }],
  sources: ["metallb.installation"],
} as const satisfies Partial<LoadBalancerKind["install"]>;

/** Where Prometheus reads how MetalLB fares. */
export const metallbMetrics = {
  id: "metallb-metrics",
  between: "nodes",
  from: "Prometheus",
  protocol: "TCP",
  ports: "9120",
  reason: "Metrics of MetalLB 0.16; up to 0.15 and in the addon of user clusters they stand on 7472",
  silence: "sessions and addresses of {name} are watched by nobody",
  sources: ["metallb.release-notes", "metallb.code.values"],
} as const satisfies LoadBalancerKind["flows"][number];
