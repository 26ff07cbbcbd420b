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
    { object: "Values of the chart cilium", field: "k8sClientRateLimit.qps", value: "{qps}", why: "Every announced address is a lease that its node renews; an agent at its limit renews too late, and the address moves to another node." },
    { object: "Values of the chart cilium", field: "k8sClientRateLimit.burst", value: "{burst}", why: "After a failure an agent takes over many leases at once, beside all else that it asks." },
    { object: "CiliumL2AnnouncementPolicy platform", field: "spec.loadBalancerIPs", value: "true", why: "The policy announces nothing unless it is told which addresses; interfaces are regular expressions, and all of them count where none is named." },
  ],
  ...cilium,
  prepare: [
    {
      id: "cilium-l2",
      team: "platform",
      title: "Cilium replaces kube-proxy",
      why: "The announcements need Cilium's own Service handling; the step that switches them on sets its client limits.",
      verify: "`kubectl get configmaps --all-namespaces --field-selector metadata.name=cilium-config -o yaml` shows kube-proxy-replacement true",
      inCluster: {
        command: "kubectl get configmaps --all-namespaces --field-selector metadata.name=cilium-config -o yaml | grep -E 'kube-proxy-replacement|enable-l2-announcements|k8s-client-qps|k8s-client-burst'",
        seen: "Cilium replaces kube-proxy and announces in layer 2: kube-proxy-replacement and enable-l2-announcements are true, and k8s-client-qps is at least {qps} and k8s-client-burst at least {burst}.",
      },
      sources: ["cilium.l2"],
    },
  ],
  install: {
    title: "Announce addresses by Cilium in layer 2",
    ...ciliumThere("l2announcements.enabled", {
      settings: ',k8sClientRateLimit.qps="${CILIUM_QPS:-{qps}}",k8sClientRateLimit.burst="${CILIUM_BURST:-{burst}}"',
      words: "k8sClientRateLimit.qps is {qps} and k8sClientRateLimit.burst {burst}; where cilium-config shows more, CILIUM_QPS and CILIUM_BURST keep it.",
    }),
    pluginValues: ["kubeProxyReplacement: true", "l2announcements.enabled: true", "k8sClientRateLimit as the table of settings has it", ...ciliumValues.pluginValues],
    replacesKubeProxy: true,
    notKubeOnes: "the Cilium that KubeOne itself brings takes no client limits, and announces in layer 2 only from KubeOne 1.13 on",
    pluginValuesBoth: ciliumValues.bothFamilies,
    commands: [
      "kubectl apply -f {folder}/cilium-l2.yaml",
      "kubectl get ciliumloadbalancerippools,ciliuml2announcementpolicies",
    ],
    chartHosts: ciliumChartHosts,
    compare: ciliumCompare("cilium-l2.yaml"),
    check: "The pool shows free addresses and no conflict.",
    sources: ["cilium.l2", "cilium.configuration", "cilium.values", "kubeone.code.cilium"],
  },
  flows: [
    ...ciliumHealth,
  ],
} as const satisfies LoadBalancerKind;
