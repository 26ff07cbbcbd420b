import { apiEndpointOf } from "../../../api-endpoints/registry.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { fronts } from "../../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { ports } from "../../../facts/ports.ts";
import { vrrpGroup, vrrpProtocol } from "../../../facts/firewall.ts";
import { rule } from "../../../kernel/rule.ts";
import { outsidePeers } from "../../addresses/distant-peers.ts";
import { clusterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { balancerOf } from "../../basics/balancer.ts";

/** From nodes to routers: how virtual addresses become known to the network. */
export const nodesToRouters = rule<readonly FlowDraft[]>({
  id: "firewall.nodes-to-routers",
  title: "Nodes to their routers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (!kind.peers) return read.notApplicable(`${kind.title} announces without routers.`);
    read.need([loadBalancer.cluster.peers, cluster], [loadBalancer.cluster.localAsn, cluster]);
    const own = read.answer(loadBalancer.cluster.localAsn, cluster);
    return read.answer(loadBalancer.cluster.peers, cluster).flatMap(({ name, address, asn }, index) =>
      kind.flows
        .filter(({ between }) => between === "nodes-and-routers")
        .map(({ id, ref, protocol, ports: numbers, reason, sources }) => {
          read.cite(...sources);
          return flow(read, {
            refs: ref === undefined ? [] : [ref],
            word: id,
            of: `${cluster}.${index + 1}`,
            source: ends.nodes(cluster),
            destination: ends.router(cluster, index + 1),
            protocol,
            ports: numbers,
            reason,
            lifetime: "installation and operation",
            why: `Every node of ${clusterName(read, cluster)} (AS ${own}) keeps a session with ${name ?? address} (AS ${asn}), whichever address it carries at the moment.`,
          });
        }),
    );
  },
});

/** Between nodes and routers that watch each other by BFD. */
export const nodesWatchRouters = rule<readonly FlowDraft[]>({
  id: "firewall.nodes-watch-routers",
  title: "BFD between nodes and routers",
  per: "cluster",
  sources: ["metallb.bgp-config", "rfc.5881", "frr.bfd"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (!kind.bfd) return read.notApplicable(`${kind.title} uses no BFD.`);
    const watch = read.answer(fronts.cluster.bfd, cluster);
    if (watch === "none") return read.notApplicable("Dead sessions are noticed when their hold time ends.");
    const name = clusterName(read, cluster);
    // Whoever stands elsewhere is watched over several hops, whatever somebody answered for all of them.
    const outside = new Set(watch === "multi-hop" ? [] : read.rule(outsidePeers, cluster).map((peer) => peer.address));
    return read.answer(loadBalancer.cluster.peers, cluster).flatMap(({ name: title, address }, index) => {
      const [nodes, router] = [ends.nodes(cluster), ends.router(cluster, index + 1)];
      const peer = title ?? address;
      const row = { refs: ["B2"], protocol: "UDP", ports: watch === "multi-hop" || outside.has(address) ? ports.bfdMultiHop : ports.bfdSingleHop, reason: "BFD notices a dead peer within a second", lifetime: "installation and operation" } as const;
      return [
        flow(read, { ...row, word: "bfd", of: `${cluster}.${index + 1}`, source: nodes, destination: router, why: `Where ${peer} hears nothing from a node of ${name}, it ends the BGP session although that still works.` }),
        flow(read, { ...row, word: "bfd-back", of: `${cluster}.${index + 1}`, source: router, destination: nodes, why: `Each side sends to this port from a port of its own, so what ${peer} sends to nodes of ${name} is no answer that a firewall lets back in by itself.` }),
      ];
    });
  },
});

/** Among control planes that hand one virtual address to each other. */
export const controlPlanesByVrrp = rule<readonly FlowDraft[]>({
  id: "firewall.control-planes-by-vrrp",
  title: "VRRP among control planes",
  per: "cluster",
  sources: ["kubeone.ha", "rfc.5798"],
  derive: (read, cluster) => {
    const chosen = read.optional(loadBalancer.cluster.apiEndpoint, cluster);
    if (chosen !== undefined && !apiEndpointOf(chosen).vrrp) return read.notApplicable("keepalived is not used in front of this Kubernetes API.");
    const machines = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" ? read.answer(infrastructure.cluster.controlPlanes, cluster) : 1;
    if (machines < 2) return read.notApplicable("One control plane hands no address to another.");
    // Nobody has chosen yet, or keepalived it is.
    read.answer(loadBalancer.cluster.apiEndpoint, cluster);
    const end = ends.controlPlanes(cluster);
    return [
      flow(read, {
        refs: ["V1"],
        word: "vrrp",
        of: cluster,
        source: end,
        destination: end,
        protocol: "VRRP",
        ports: "",
        reason: `keepalived agrees which control plane holds the API address, by multicast to ${read.fact(vrrpGroup)}`,
        lifetime: "installation and operation",
        why: `The ${machines} control planes of ${clusterName(read, cluster)} announce to each other by IP protocol ${read.fact(vrrpProtocol)}; a filter between them makes two of them claim the address.`,
      }),
    ];
  },
});
