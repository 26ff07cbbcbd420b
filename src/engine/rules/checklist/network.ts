import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { dhcpRules, poolRules, workloadRules } from "../addresses/index.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { linkRules } from "../firewall/links.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, itemsFor, openIn } from "./item.ts";

/** The network that machines of a place stand in. */
const nodeNetwork = rule<readonly ChecklistItem[]>({
  id: "checklist.node-network",
  title: "Checklist: node network",
  per: "place",
  sources: ["kkp.setup-checklist", "kkp.cluster-requirements"],
  derive: (read, place) => {
    const site = read.rule(sites).get(place);
    if (!site || site.clusters.length + site.datacenters.length === 0) return read.notApplicable("No machine stands here.");
    const block = read.answer(network.place.nodeNetwork, place);
    const gateway = read.optional(network.place.gateway, place);
    const name = placeName(read, place);
    const reach = gateway === undefined ? "its gateway" : gateway;
    return [
      itemOf(read, `node-network[${place}]`, {
        title: `Node network ${block} at ${name}`,
        team: "network",
        chapter: "network",
        verify: `Two test machines in ${block} ping ${reach} and reach each other on every port`,
        why: `Every machine at ${name} stands in it, and Kubernetes needs open traffic among its nodes.`,
      }),
    ];
  },
});

/** Name and time servers of a place whose network the customer runs. */
const nameAndTime = rule<readonly ChecklistItem[]>({
  id: "checklist.name-and-time",
  title: "Checklist: name and time servers",
  per: "place",
  sources: ["rfc.1034", "rfc.5905"],
  derive: (read, place) => {
    if (!read.rule(sites).get(place)?.customerNetwork) return read.notApplicable("The infrastructure brings name and time servers.");
    const name = placeName(read, place);
    return [
      itemOf(read, `name-and-time[${place}]`, {
        title: `Name and time servers for ${name}`,
        team: "network",
        chapter: "network",
        verify: "On a node, resolvectl status lists the name servers and timedatectl says that the clock is synchronised",
        why: "etcd and certificates need clocks that agree, and every node must resolve the base domain.",
        after: [`node-network[${place}]`],
        blockedBy: openIn(read.maybe(network.place.dnsServers, place), read.maybe(network.place.ntpServers, place)),
      }),
    ];
  },
});

/** Routers that take a cluster's routes. */
const routers = rule<readonly ChecklistItem[]>({
  id: "checklist.routers",
  title: "Checklist: routers",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  derive: (read, cluster) => {
    if (!loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster)).peers) return read.notApplicable("No router peers with this cluster.");
    read.need([loadBalancer.cluster.peers, cluster], [loadBalancer.cluster.localAsn, cluster], [loadBalancer.cluster.pool, cluster]);
    const peers = read.answer(loadBalancer.cluster.peers, cluster).map(({ address }) => address);
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `routers[${cluster}]`, {
        title: `Routers ${peers.join(", ")} accept BGP sessions from the nodes of ${name}`,
        team: "network",
        chapter: "loadBalancer",
        verify: "Once MetalLB runs, show bgp summary on each router lists every node as established and a /32 route for each virtual address",
        why: `AS ${read.answer(loadBalancer.cluster.localAsn, cluster)} announces single addresses of ${read.answer(loadBalancer.cluster.pool, cluster)}; a router that drops /32 routes makes them unreachable.`,
        after: [`address.pool[${cluster}]`],
      }),
    ];
  },
});

const [pools] = poolRules;

/** Everything the network team prepares. */
export const networkItems: readonly Rule<readonly ChecklistItem[]>[] = [
  nodeNetwork,
  ...dhcpRules.map((source) =>
    itemsFor(source, ({ range, leases, capacity, place, why }, read) => ({
      title: `DHCP range ${range} at ${placeName(read, place)} with ${leases} leases`,
      team: "network",
      chapter: "network",
      verify: `A test machine gets an address of ${range} with gateway and name servers; the server shows ${leases} of ${capacity} free`,
      why,
      after: [`node-network[${place}]`],
    })),
  ),
  nameAndTime,
  ...(pools
    ? [
        itemsFor(pools, ({ block, needed, cluster, why }, read) => ({
          title: `Block ${block} reserved for virtual addresses of ${clusterName(read, cluster)}`,
          team: "network",
          chapter: "loadBalancer",
          verify: `The address register shows ${block} as reserved; nothing in it answers before the installation, and ${needed} ${needed === 1 ? "address does" : "addresses do"} afterwards`,
          why,
        })),
      ]
    : []),
  routers,
  ...workloadRules.map((source) =>
    itemsFor(source, ({ datacenter, atLeast, block, why }, read) => ({
      title: `Block of at least ${atLeast} addresses for workloads of ${datacenterName(read, datacenter)}`,
      team: "network",
      chapter: "loadBalancer",
      verify: "The address register shows the block as reserved, apart from node network, DHCP range and platform block",
      why,
      blockedBy: openIn(block),
    })),
  ),
  ...linkRules.map((source) =>
    itemsFor(source, ({ title, detail, team, why }) => ({
      title,
      team,
      chapter: "network",
      verify: team === "dns" ? "On a machine beside the workers, dig finds a name below the Seed" : "From a machine beside the workers, nc -vz reaches the nodeport-proxy of the Seed",
      why,
      blockedBy: openIn(detail),
    })),
  ),
];
