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
  bfd: true,
  secondFamily: "MetalLB announces IPv6 by BGP in its FRR modes only; FRR-K8s is the default from 0.16.",
  localTraffic: true,
  fields: [
    { object: "IPAddressPool platform", field: "spec.addresses", value: "{pool}", why: "The block of this plan without addresses that somebody has; MetalLB takes any text here and checks nothing." },
    { object: "BGPPeer of {peer}", field: "spec.peerAddress, peerASN and myASN", value: "{peer}, {peerAsn}, {asn}", why: "Every node opens a session to this router. A password stands in a Secret of the type basic-auth, named as passwordSecret and never in the object.", perPeer: true },
    { object: "BGPAdvertisement platform", field: "spec.ipAddressPools", value: "{pools}", why: "A pool that nothing advertises hands out addresses that nobody can reach." },
    { object: "Each BGPPeer", field: "spec.bfdProfile", value: "platform", why: "A dead router is noticed by BFD only where the peer names a BFDProfile.", when: "bfd" },
    { object: "Each BGPPeer", field: "spec.ebgpMultiHop", value: "true", why: "Packets to routers further away would end after one hop.", when: "multi-hop" },
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
    check: "Every node shows an established session on each router.",
    sources: ["metallb.installation"],
  },
  flows: [
    {
      id: "bgp",
      ref: "B1",
      between: "nodes-and-routers",
      protocol: "TCP",
      ports: "179",
      reason: "BGP sessions announce the virtual addresses",
      sources: ["metallb.bgp-config"],
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
