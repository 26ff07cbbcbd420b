import { insidePorts } from "../facts/ports.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";
import { metallb, metallbInstall, metallbMetrics, metallbPool } from "./metallb.ts";

export const metallbBgp = {
  id: "metallb-bgp",
  title: "MetalLB with BGP",
  help: "Every node announces every address to your routers; traffic spreads over the nodes.",
  recommended: true,
  sources: ["metallb.bgp", "kkp.setup-checklist", "metallb.code.pools"],
  addressesFrom: "pool",
  poolScope: "routed",
  peers: true,
  bfd: true,
  secondFamily: "MetalLB announces IPv6 by BGP in its FRR modes only; FRR-K8s is the default from 0.16.",
  localTraffic: true,
  fields: [
    metallbPool,
    { object: "BGPPeer of {peer}", field: "spec.peerAddress, peerASN and myASN", value: "{peer}, {peerAsn}, {asn}", why: "Every node opens a session to this router. A password stands in a Secret of the type basic-auth, named as passwordSecret and never in the object.", perPeer: true },
    { object: "BGPAdvertisement platform", field: "spec.ipAddressPools", value: "{pools}", why: "A pool that nothing advertises hands out addresses that nobody can reach." },
    { object: "Each BGPPeer", field: "spec.dualStackAddressFamily", value: "true", why: "A session carries prefixes of its own family alone unless it is told otherwise, and IPv6 addresses would stay unannounced. The routers have to take both families as well.", when: "dual" },
    { object: "Each BGPPeer", field: "spec.bfdProfile", value: "platform", why: "A dead router is noticed by BFD only where the peer names a BFDProfile.", when: "bfd" },
    { object: "BFDProfile platform", field: "spec.receiveInterval, transmitInterval and detectMultiplier", value: "300, 300, 3", why: "MetalLB takes none of its configuration while a peer names a profile that is not there. These are its defaults: milliseconds between packets, and how many may be lost. Routers have to keep up with them.", when: "bfd" },
    { object: "BFDProfile platform", field: "spec.minimumTtl", value: "1", why: "Packets from routers further away have lost some of their 254 by the time they arrive; the lowest value takes them from any number of hops.", when: "multi-hop" },
    { object: "BGPPeer of {peer}", field: "spec.ebgpMultiHop", value: "true", why: "Packets to routers further away would end after one hop; the router has to allow it as well.", perPeer: true, when: "distant" },
  ],
  ...metallb,
  install: {
    ...metallbInstall,
    webhooks: [...metallbInstall.webhooks, { id: "bgp-webhook", part: "FRR-K8s of MetalLB", port: insidePorts.frrWebhook, why: "It stands on the network of a node. Sessions that MetalLB hands to it are refused while the API server cannot ask it, so no router learns of an address in {cluster}." }],
    check: "Every node shows an established session on each router.",
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
    { ...metallbMetrics, ports: "9120, 9140, 9141", reason: "Metrics of MetalLB 0.16 and of FRR-K8s, which keeps its sessions; up to 0.15 and in the addon of user clusters they stand on 7472", sources: [...metallbMetrics.sources, "frr-k8s.code.values"] },
  ],
} as const satisfies LoadBalancerKind;
