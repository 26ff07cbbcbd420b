import { cilium, ciliumChartHosts, ciliumCompare, ciliumFamilies, ciliumHealth, ciliumPool, ciliumThere, ciliumValues } from "./cilium.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";

export const ciliumL2 = {
  id: "cilium-l2",
  title: "Cilium in layer 2",
  help: "Cilium itself answers for each address from one node; it needs Cilium without kube-proxy, and is in beta.",
  recommended: false,
  sources: ["cilium.l2", "cilium.lb-ipam", "cilium.values"],
  addressesFrom: "pool",
  poolScope: "node-network",
  peers: false,
  beta: true,
  secondFamily: "Cilium announces IPv6 in layer 2 from 1.19 only.",
  localTraffic: false,
  fields: [
    ciliumPool,
    ciliumFamilies,
    { object: "CiliumL2AnnouncementPolicy platform", field: "spec.loadBalancerIPs", value: "true", why: "The policy announces nothing unless it is told which addresses; interfaces are regular expressions, and all of them count where none is named." },
  ],
  ...cilium,
  prepare: [
    {
      id: "cilium-l2",
      team: "platform",
      title: "Cilium replaces kube-proxy, with client limits that bear the announcements",
      why: "The announcements need Cilium's own Service handling, and its client limits grow with the number of Services.",
      verify: "`kubectl get configmaps --all-namespaces --field-selector metadata.name=cilium-config -o yaml` shows kube-proxy-replacement true, and a k8s-client-qps of at least the number of Services divided by the renewal interval",
      inCluster: {
        command: "kubectl get configmaps --all-namespaces --field-selector metadata.name=cilium-config -o yaml | grep -E 'kube-proxy-replacement|enable-l2-announcements|k8s-client-qps'",
        seen: "Cilium replaces kube-proxy and announces in layer 2: kube-proxy-replacement and enable-l2-announcements are true, and k8s-client-qps is at least the number of Services divided by the renewal interval.",
      },
      sources: ["cilium.l2"],
    },
  ],
  install: {
    title: "Announce addresses by Cilium in layer 2",
    ...ciliumThere("l2announcements.enabled"),
    pluginValues: ["kubeProxyReplacement: true", "l2announcements.enabled: true", ...ciliumValues.pluginValues],
    pluginValuesBoth: ciliumValues.bothFamilies,
    commands: [
      "kubectl apply -f {folder}/cilium-l2.yaml",
      "kubectl get ciliumloadbalancerippools,ciliuml2announcementpolicies",
    ],
    chartHosts: ciliumChartHosts,
    compare: ciliumCompare("cilium-l2.yaml"),
    check: "The pool shows free addresses and no conflict.",
    sources: ["cilium.l2", "cilium.configuration", "cilium.values"],
  },
  flows: [
    ciliumHealth,
  ],
} as const satisfies LoadBalancerKind;
