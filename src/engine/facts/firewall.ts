import { fact } from "./fact.ts";

/** Nothing dials from a Seed to workers. */
export const noWayBack = fact({
  id: "firewall.no-way-back",
  statement: "Nothing connects from a control plane to workers: konnectivity dials out from the nodes and keeps the way back open.",
  value: true,
  certainty: "sourced",
  sources: ["kkp.networking", "kkp.setup-checklist"],
});

/** Tunneling needs a direct connection from the workers. */
export const noTunnelingThroughProxy = fact({
  id: "firewall.no-tunneling-through-proxy",
  statement: "With Tunneling workers must reach the Seed directly: the agent on them dials the nodeport-proxy itself and is told of no proxy, and an HTTPS proxy between them is not supported.",
  value: true,
  certainty: "sourced",
  sources: ["kkp.expose-strategies", "kkp.code.envoy-agent"],
});

/** Ranges in which a replacement for the tunnelling agent's address is looked for, best first. */
export const agentAddressRanges = fact<readonly string[]>({
  id: "firewall.agent-address-ranges",
  statement: "Addresses that the internet does not route: the shared range 100.64.0.0/10, then the private ranges.",
  value: ["100.64.0.0/10", "192.168.0.0/16", "172.16.0.0/12", "10.0.0.0/8"],
  certainty: "standard",
  sources: ["rfc.6598", "rfc.1918"],
});

/** Machines that keep a majority of etcd when one is lost. */
export const smallestQuorum = fact({
  id: "firewall.smallest-quorum",
  statement: "Three control-plane machines are the fewest that survive the loss of one; an even number survives no more than the odd number below it.",
  value: 3,
  certainty: "sourced",
  sources: ["kubeone.infrastructure", "etcd.hardware"],
});

/** IP protocol of VRRP; it has no ports. */
export const vrrpProtocol = fact({
  id: "firewall.vrrp-protocol",
  statement: "VRRP is IP protocol 112, sent to a multicast address of the segment.",
  value: 112,
  certainty: "standard",
  sources: ["rfc.5798"],
});

/** Most boxes that the overview diagram draws before places fold. */
export const mostBoxes = fact({
  id: "topology.most-boxes",
  statement: "The overview draws at most 25 boxes; beyond that, places fold to one box each.",
  value: 25,
  certainty: "planning",
  sources: ["kkp.networking"],
});

/** Where control planes send their announcements. */
export const vrrpGroup = fact({
  id: "firewall.vrrp-group",
  statement: "Announcements of VRRP go to the group 224.0.0.18, also from keepalived as KubeOne's example sets it up, which names no unicast peers.",
  value: "224.0.0.18",
  certainty: "sourced",
  sources: ["rfc.5798", "kubeone.terraform"],
});

/** Messages of ICMPv6 that a firewall must let through. */
export const icmpv6Errors = fact({
  id: "firewall.icmpv6-errors",
  statement: "A firewall must not drop these messages of ICMPv6 on their way to whoever sent a packet: destination unreachable (type 1), packet too big (2), time exceeded (3, code 0) and parameter problem (4, codes 1 and 2). Routers never divide a packet of IPv6; a sender learns from type 2 alone that a link on the way takes smaller ones. Neighbour discovery stays on its link.",
  value: "types 1, 2, 3 (code 0), 4 (codes 1 and 2)",
  certainty: "standard",
  sources: ["rfc.4890", "rfc.8201"],
});

/** All firewall facts, for the register. */
export const firewallFacts = [noWayBack, noTunnelingThroughProxy, agentAddressRanges, smallestQuorum, vrrpProtocol, vrrpGroup, icmpv6Errors, mostBoxes];
