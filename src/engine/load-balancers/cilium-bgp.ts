import { cilium, ciliumChartHosts, ciliumCompare, ciliumFamilies, ciliumHealth, ciliumPool, ciliumThere, ciliumValues } from "./cilium.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";

export const ciliumBgp = {
  id: "cilium-bgp",
  title: "Cilium with BGP",
  help: "Cilium announces every address to your routers from all nodes; nothing else is installed where Cilium runs already.",
  recommended: false,
  sources: ["cilium.bgp", "cilium.lb-ipam", "cilium.values"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: true,
  localTraffic: true,
  fields: [
    ciliumPool,
    ciliumFamilies,
    { object: "CiliumBGPClusterConfig platform", field: "spec.bgpInstances[].localASN", value: "{asn}", why: "Nodes open their sessions as this AS, and a router that expects another one refuses them. The instance and each of its peers need a name beside it." },
    { object: "CiliumBGPClusterConfig platform", field: "spec.bgpInstances[].peers[].peerAddress and peerASN", value: "{peer}, {peerAsn}", why: "Each peer names the CiliumBGPPeerConfig platform as peerConfigRef. A password stands in the key password of a Secret in kube-system, which authSecretRef of that object names; without the Secret the session goes on with an empty one.", perPeer: true },
    { object: "CiliumBGPPeerConfig platform", field: "spec.families[].advertisements.matchLabels", value: "advertise: platform, for afi ipv4 and safi unicast", both: "advertise: platform, once for afi ipv4 and once for afi ipv6, each with safi unicast", why: "Labels that differ from those of the advertisement announce nothing, without an error." },
    { object: "CiliumBGPPeerConfig platform", field: "spec.ebgpMultihop", value: "255", why: "Packets to routers further away would end after one hop. This is the most that the field takes; the hops to the routers are enough, and the routers have to allow them as well.", when: "distant" },
    { object: "CiliumBGPAdvertisement platform", field: "spec.advertisements[].service.addresses", value: "LoadBalancerIP, with advertisementType Service", why: "Routers then learn the virtual addresses alone; pod ranges and cluster addresses stay inside." },
    { object: "CiliumBGPAdvertisement platform", field: "spec.advertisements[].selector", value: "a label that no Service has, with the operator NotIn", why: "An advertisement without a selector announces no Service; one that leaves out what nobody carries announces them all." },
  ],
  ...cilium,
  prepare: [
    {
      id: "cilium-bgp",
      team: "network",
      title: "Routers wait for BGP sessions that the nodes open",
      why: "Cilium dials out and listens on no port, so a router that dials as well finds nobody.",
      how: "eBGP over more than one hop needs a larger TTL on both sides.",
      verify: "The routers' configuration is passive for these neighbours and agrees on hold time 90 s, keepalive 30 s and, where used, the password",
      sources: ["cilium.bgp"],
    },
  ],
  install: {
    title: "Announce addresses by Cilium with BGP",
    ...ciliumThere("bgpControlPlane.enabled"),
    pluginValues: ["bgpControlPlane.enabled: true", ...ciliumValues.pluginValues],
    notKubeOnes: "the Cilium that KubeOne itself brings has no BGP",
    pluginValuesBoth: ciliumValues.bothFamilies,
    commands: [
      "kubectl apply -f {folder}/cilium-bgp.yaml",
      "cilium bgp peers",
    ],
    chartHosts: ciliumChartHosts,
    compare: ciliumCompare("cilium-bgp.yaml"),
    check: "Every node shows an established session on each router.",
    sources: ["cilium.bgp", "cilium.configuration", "cilium.values", "kubeone.code.cilium"],
  },
  flows: [
    {
      id: "bgp",
      ref: "B1",
      between: "nodes-and-routers",
      protocol: "TCP",
      ports: "179",
      reason: "BGP sessions announce the virtual addresses",
      sources: ["cilium.bgp"],
    },
    ...ciliumHealth,
  ],
} as const satisfies LoadBalancerKind;
