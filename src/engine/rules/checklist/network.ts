import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { ports } from "../../facts/ports.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { providerOf } from "../../providers/registry.ts";
import { parseAddress } from "../../values/address.ts";
import { listed, listedOr } from "../../values/sentence.ts";
import { movingWorkers, ROUTES_6, routesOf } from "../addresses/announced.ts";
import { entryAddress, formerEntryAddress } from "../addresses/assignments.ts";
import { distantPeers, hiddenFromPeers, outsidePeers } from "../addresses/distant-peers.ts";
import { ownPods } from "../addresses/pods-seen.ts";
import { dhcpRules, poolRules, workloadRules } from "../addresses/index.ts";
import { nodeNetwork6, platformDual } from "../basics/families.ts";
import { clusterName, datacenterName, entryIn, placeName, runsAlready } from "../basics/platform.ts";
import { hubLinks } from "../firewall/hub-links.ts";
import { linkRules } from "../firewall/links.ts";
import { seedOf } from "../firewall/subjects.ts";
import { dialledByWorkers, dialledFrom } from "./dialled.ts";
import { itemOf, itemsFor, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { afterNetwork, afterNetworks, isAt, leftToLastTrial, leftToTrials, madeWithMachines, masters, triedWhenMade } from "./made-network.ts";
import { afterWorkers, nodeNetwork, nameAndTime, workerNetworkItem, workerNetworkRow } from "./places.ts";
import { balancerItems } from "./balancers.ts";
import { hubItems } from "./hub.ts";
import { privateBalancers } from "./private-balancers.ts";
import { secondFamilyItems } from "./second-family.ts";
import { seesZone } from "./zone-proof.ts";
import { balancerOf, balancerValue, sessionSources } from "../basics/balancer.ts";

/** Networks from which nodes open sessions to peers: those of the families that the peers have. */
function neighboursOf(read: Reader, cluster: string, peers: readonly string[]): readonly Value<string>[] {
  const place = read.answer(infrastructure.cluster.place, cluster);
  const second = peers.some((peer) => parseAddress(peer)?.family === 6) ? nodeNetwork6(read, place) : undefined;
  const first = second === undefined || peers.some((peer) => parseAddress(peer)?.family === 4) ? [known(read.answer(network.place.nodeNetwork, place))] : [];
  return [...first, ...(second ? [second] : [])];
}

/** Routers that take a cluster's routes. */
const routers = rule<readonly Draft[]>({
  id: "checklist.routers",
  title: "Checklist: routers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    onlyForNew(read);
    const kind = balancerOf(read, cluster);
    if (!kind.peers) return read.notApplicable("No router peers with this cluster.");
    read.cite(...sessionSources(kind));
    read.need([loadBalancer.cluster.peers, cluster], [loadBalancer.cluster.localAsn, cluster], [loadBalancer.cluster.pool, cluster]);
    const peers = read.answer(loadBalancer.cluster.peers, cluster).map(({ address }) => address);
    // What routers never see they cannot take as neighbours.
    if (read.optionalRule(hiddenFromPeers, cluster)) return read.notApplicable("Something on the way hides the nodes from the routers; a finding says so.");
    const name = clusterName(read, cluster);
    const [asn, pool] = [read.answer(loadBalancer.cluster.localAsn, cluster), read.answer(loadBalancer.cluster.pool, cluster)];
    const blocks: readonly Value<string>[] = [known(pool), ...(platformDual(read) ? [read.maybe(fronts.cluster.pool6, cluster)] : [])];
    const routes = blocks.map((block) => ({ block: block.kind === "known" ? block.value : "the IPv6 block", ...(block.kind === "known" ? routesOf(block.value) : ROUTES_6) }));
    const all = listed(routes.map(({ block }) => block));
    const moving = movingWorkers(read, cluster);
    const networks = moving === undefined ? [] : neighboursOf(read, cluster, peers);
    const from = listed(networks.map((block) => (block.kind === "known" ? block.value : "the IPv6 node network")));
    const neighbours = moving === undefined ? "each node" : `${networks.length === 1 ? "the range" : "the ranges"} ${from}, not single nodes,`;
    const watch = kind.bfd ? read.answer(fronts.cluster.bfd, cluster) : "none";
    const distant = read.outcome(distantPeers, cluster);
    const outside = watch === "single-hop" ? read.outcome(outsidePeers, cluster) : undefined;
    const beyond = outside?.kind === "known" ? outside.value.map(({ address }) => address) : [];
    const hops = watch === "multi-hop" || (beyond.length > 0 && beyond.length === peers.length) ? " over several hops" : beyond.length > 0 ? `, on ${listed(beyond)} over several hops` : "";
    const far = distant.kind === "known" ? distant.value : [];
    const further = [
      ...(far.length > 0 ? [`${far.length === peers.length ? "" : `on ${listed(far.map(({ address }) => address))} `}allows more than one hop to them`] : []),
      ...(watch === "none" ? [] : [`watches them by BFD${hops}`]),
    ].map((what) => `, ${what}`);
    const families = routes.length > 1 ? ", both families in each session" : "";
    return [
      itemOf(read, `routers[${cluster}]`, {
        title: `Routers ${listed(peers)} accept BGP sessions from ${moving === undefined ? "the nodes" : from}, and the ${listed(routes.map(({ length }) => length))} routes of ${name}`,
        team: "network",
        chapter: "loadBalancer",
        verify: `The configuration of each router names ${neighbours} as neighbours of AS ${asn}${further.join("")}, takes ${listed(routes.map(({ length, block }) => `${length} routes out of ${block}`))}${families} and passes them on to wherever users and workers are; sessions show as established at the acceptance only`,
        why: `AS ${asn} announces each address of ${all} as a route of its own; a router that filters routes longer than ${listedOr(routes.map(({ filter }) => filter))} drops them, and one that keeps them makes the addresses known one hop away only.${moving === undefined ? "" : ` Workers of ${name} get their addresses ${moving}, so a router that lists neighbours one by one would miss each new or replaced node.`}`,
        after: [`address.pool[${cluster}]`, ...(routes.length > 1 ? [`pool-v6[${cluster}]`] : [])],
        blockedBy: openIn(...blocks, ...networks),
      }),
    ];
  },
});

const [pools] = poolRules;

/** What shows, before anything of the platform answers, that a way leads to where the virtual addresses of a Seed will be, and what comes first for it. */
function towardsAddresses(read: Reader, seed: string): { readonly proof: string; readonly after: readonly string[] } {
  const kind = balancerValue(read, seed);
  const { addressesFrom, poolScope, peers }: Partial<LoadBalancerKind> = kind.kind === "known" ? kind.value : {};
  const place = read.optional(infrastructure.cluster.place, seed);
  const atSeed = place === undefined ? [] : afterNetwork(read, place);
  const tried = place === undefined ? "" : triedWhenMade(read, [place]);
  if (addressesFrom === "provider") return { proof: `\`nc -vz\` reaches a test machine through a test load balancer of ${providerOf(read.answer(infrastructure.cluster.provider, seed)).title} at the place of the Seed${tried}`, after: atSeed };
  if (addressesFrom === "hub") return { proof: "`nc -vz` reaches a test Service of KubeLB", after: ["kubelb-cluster"] };
  const block = addressesFrom === "pool" && poolScope === "routed" ? read.maybe(loadBalancer.cluster.pool, seed) : undefined;
  if (block) return { proof: `\`traceroute\` towards an address of ${block.kind === "known" ? block.value : "the block of virtual addresses"} gets as far as ${peers ? "the routers of" : "the network in front of"} the Seed`, after: [] };
  return { proof: `\`nc -vz\` reaches a listener on a test machine in the node network of the Seed${tried}`, after: atSeed };
}

/** From where a way is tried: pods that call with addresses of their own show what a machine beside them does not. */
function callers(read: Reader, clusters: readonly string[], where: string): string {
  const [pods] = clusters.filter((cluster) => ownPods(read, cluster) !== undefined);
  return pods === undefined ? `a test machine in the node network ${where}` : `a pod of ${clusterName(read, pods)}, whose address is one of ${ownPods(read, pods) ?? ""}`;
}

/** What comes before an item that is tried from such pods: the cluster that runs them. */
const afterPods = (read: Reader, clusters: readonly string[]): readonly string[] => clusters.filter((cluster) => ownPods(read, cluster) !== undefined).map((cluster) => `existing-cluster[${cluster}]`);

/** What shows that a link is there, from workers to their Seed and between a Seed and the master. */
const LINKED = {
  workers: {
    names: (read: Reader, datacenter: string) => ({ verify: `On a machine beside the workers, ${seesZone(read)}`, after: afterWorkers(read, datacenter), uses: dialledByWorkers(read, datacenter) }),
    route: (read: Reader, datacenter: string) => {
      const { proof, after } = towardsAddresses(read, seedOf(read, datacenter));
      return { verify: `From a machine beside the workers, ${proof}`, after: [...new Set([...afterWorkers(read, datacenter), ...after])], uses: dialledByWorkers(read, datacenter) };
    },
  },
  seed: {
    names: (read: Reader, seed: string) => ({ verify: `On a machine in the node network of the Seed, ${seesZone(read)}${leftToTrials(read, isAt(read, [seed]))}`, after: afterNetworks(read, isAt(read, [seed])), uses: dialledFrom(read, isAt(read, [seed])) }),
    route: (read: Reader, seed: string) => {
      const ends = [seed, ...masters(read)];
      return {
        verify: `From ${callers(read, masters(read), "of the master")}, \`nc -vz\` reaches a listener in the node network of the Seed, and one beside the platform entry answers ${ownPods(read, seed) === undefined ? "from there" : `from ${callers(read, [seed], "there")}`}${leftToLastTrial(read, ends)}`,
        after: [...afterNetworks(read, isAt(read, ends)), ...afterPods(read, ends)],
        uses: dialledFrom(read, isAt(read, ends)),
      };
    },
  },
} as const;

/** What comes before an item that is proved from a machine in the network of KubeLB's nodes: that network, where it comes with this plan. */
const afterHub = (read: Reader): readonly string[] => (read.aside(() => read.optional(kubelbHub.plan.kubelbRuns)) === false ? ["kubelb-nodes"] : []);

const afterNodesOf = (read: Reader, cluster: string): readonly string[] => afterNetworks(read, isAt(read, [cluster]));

const FROM_HUB = "From a machine in the network of KubeLB's nodes, `nc -vz` reaches a listener";

/** What shows that a machine reaches the Kubernetes API of KubeLB: itself where it runs, or who holds its address before. */
function toHubApi(read: Reader): string {
  const [api, runs] = [read.maybe(kubelbHub.plan.kubelbApi), read.optional(kubelbHub.plan.kubelbRuns)];
  const at = api.kind === "known" ? api.value : "the Kubernetes API of KubeLB";
  const held = parseAddress(at) === undefined ? `the address of ${at}` : at;
  return runs === true ? `\`nc -vz\` reaches ${at} on TCP ${read.fact(ports.kubelbApi)}` : `\`nc -vz\` reaches a listener on a test machine that holds ${held}`;
}

/** What shows that a way to or from KubeLB is there, and what comes first for it. */
const HUB_LINKS = {
  workers: (read, datacenter) => ({ verify: `${FROM_HUB} on a machine beside the workers, at its own address`, after: [...afterWorkers(read, datacenter), ...afterHub(read)], uses: dialledByWorkers(read, datacenter) }),
  cluster: (read, cluster) => ({ verify: `${FROM_HUB} on a test machine in the node network, and the other way round${ownPods(read, cluster) === undefined ? "" : ` from ${callers(read, [cluster], "")} as well`}${leftToTrials(read, isAt(read, [cluster]))}`, after: [...afterNodesOf(read, cluster), ...afterHub(read), ...afterPods(read, [cluster])], uses: dialledFrom(read, isAt(read, [cluster])) }),
  connectors: (read, cluster) => ({ verify: `From ${ownPods(read, cluster) === undefined ? "a test machine in the node network" : callers(read, [cluster], "")}, ${toHubApi(read)}${leftToTrials(read, isAt(read, [cluster]))}`, after: [...afterNodesOf(read, cluster), ...afterHub(read), ...afterPods(read, [cluster])], uses: dialledFrom(read, isAt(read, [cluster])) }),
} as const satisfies Record<keyof typeof hubLinks, (read: Reader, subject: string) => { readonly verify: string; readonly after: readonly string[]; readonly uses: readonly string[] }>;

/** The address that a new entry takes beside the former one; on an upgrade the rest of the block is in use already. */
function secondAddress(read: Reader, pool: string, block: string, cluster: string): ItemWords | undefined {
  const former = read.optionalRule(formerEntryAddress, cluster);
  const entry = read.optionalRule(entryAddress, cluster);
  if (!former || entry?.pool !== pool || entry.address.kind === "later") return undefined;
  const { title } = entryIn(read, cluster);
  const next = entry.address.kind === "known" ? entry.address.value : undefined;
  return {
    title: `${next ?? "An address"} of the block ${block} free for ${title} of ${clusterName(read, cluster)}`,
    team: "network",
    chapter: "loadBalancer",
    verify: `The address register shows ${next ?? "it"} as reserved, and \`ping\` gets no answer from it before the upgrade`,
    why: former.why,
    blockedBy: openIn(entry.address),
  };
}

/** Whether a range is that of workers' own network; the pool in a network that Terraform makes comes with it. */
const isOfWorkers = (id: string): boolean => id.startsWith("dhcp-workers");

/** Everything the network team prepares. */
export const networkItems: readonly Rule<readonly Draft[]>[] = [
  nodeNetwork,
  workerNetworkItem,
  ...dhcpRules.map((source) =>
    itemsFor(source, ({ id, range, leases, room, capacity, place, why }, read, subject) => (runsAlready(read) || (!isOfWorkers(id) && madeWithMachines(read, place)) ? undefined : {
      title: `DHCP range ${range} at ${placeName(read, place)} with ${leases + room} leases`,
      team: "network",
      chapter: "network",
      verify: `A test machine gets an address of ${range} with gateway and name servers; the server shows at least ${leases + room} of ${capacity} free, ${leases} for machines that stay${room === 0 ? "" : ` and ${room} for those that come on top for a while`}`,
      why,
      after: [!isOfWorkers(id) ? `node-network[${place}]` : workerNetworkRow(read, subject)],
    })),
  ),
  nameAndTime,
  ...(pools
    ? [
        itemsFor(pools, ({ id, block, needed, cluster, why }, read) => (runsAlready(read) ? secondAddress(read, id, block, cluster) : {
          title: `Block ${block} reserved for virtual addresses of ${clusterName(read, cluster)}`,
          team: "network",
          chapter: "loadBalancer",
          verify: `The address register shows ${block} as reserved; nothing in it answers before the installation, and ${needed} ${needed === 1 ? "address does" : "addresses do"} afterwards`,
          why,
        })),
      ]
    : []),
  ...secondFamilyItems,
  routers,
  ...hubItems,
  ...balancerItems,
  privateBalancers,
  ...workloadRules.map((source) =>
    itemsFor(source, ({ datacenter, atLeast, block, excluded, why }, read) => (runsAlready(read) ? undefined : {
      title: `Block ${block.kind === "known" ? `${block.value} reserved for` : `of at least ${atLeast} addresses for`} workloads of ${datacenterName(read, datacenter)}`,
      team: "network",
      chapter: "loadBalancer",
      verify: `The address register shows ${block.kind === "known" ? `all of ${block.value}${excluded.length === 0 ? "" : ` but ${listed(excluded.map(({ address }) => address))}`}` : "the block"} as reserved, apart from node network, DHCP range and platform block`,
      why,
      blockedBy: openIn(block),
    })),
  ),
];

/** Ways between places. Some are tried from pods of clusters that are handed over, so these come before. */
export const linkItems: readonly Rule<readonly Draft[]>[] = [
  ...linkRules.map((source) =>
    itemsFor(source, ({ title, detail, team, why }, read, subject) => (runsAlready(read) ? undefined : {
      title,
      team,
      chapter: "network",
      ...(team === "network" ? { work: "lines" as const } : {}),
      ...LINKED[source.per === "cluster" ? "seed" : "workers"][team === "dns" ? "names" : "route"](read, subject),
      why,
      blockedBy: openIn(detail),
    })),
  ),
  ...Object.entries(HUB_LINKS).map(([link, proved]) =>
    itemsFor(hubLinks[link as keyof typeof hubLinks], ({ title, detail, team, why }, read, subject) => (runsAlready(read) ? undefined : {
      title,
      team,
      chapter: "network",
      work: "lines" as const,
      ...proved(read, subject),
      why,
      blockedBy: openIn(detail),
    })),
  ),
];
