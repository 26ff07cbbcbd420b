import * as z from "zod";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { addresses, takenOrNone, address, block, cells, choice, host, hosts, integer, range, table, text, yesNo } from "../kinds.ts";
import { chapter, type Kept, type Look } from "../question.ts";
import { overlapOf, parseAny } from "../../values/range.ts";
import { tunnels } from "./exposure.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt, loadBalancer } from "./load-balancer.ts";
import { project } from "./project.ts";
import { networksAreMade } from "./datacenter-questions.ts";
import { lacksLoadBalancer } from "./provider-questions.ts";
import { mayStandAmongNodes, workerPlacement } from "./worker-placement.ts";

const needsDhcp = (provider: unknown): boolean => providers.find(({ id }) => id === provider)?.machineAddresses === "dhcp-server";

/** Whether the Seed names the network of workers on an infrastructure. */
export const namesNetwork = (provider: unknown): boolean => providers.some(({ id, datacenterFields }: Provider) => id === provider && datacenterFields.some(({ ofNetwork }) => ofNetwork === true));

/** Machines ask the servers of their own place: those of master and Seeds where one of them stands, or may stand for all that is answered. */
const whoStandsAt = (look: Look, place: string): readonly ("platform" | "user-clusters")[] =>
  look.subjects("cluster").some((id) => [place, undefined].includes(look(infrastructure.cluster.place, id))) ? ["platform", "user-clusters"] : ["user-clusters"];

/** Whether a DHCP server of the customer could serve machines of a place, also where each has an address entered by hand or stands in a network of its own. */
const placeMayHaveDhcp = (look: Look, place: string): boolean =>
  [["cluster", infrastructure.cluster] as const, ["datacenter", infrastructure.datacenter] as const].some(([kind, asks]) =>
    look.subjects(kind).some((id) => look(asks.place, id) === place && needsDhcp(look(asks.provider, id))),
  );

/** Whether some machine of a place takes a lease in its node network. */
const placeNeedsDhcp = (look: Look, place: string): boolean =>
  look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && needsDhcp(look(infrastructure.cluster.provider, id)) && look(infrastructure.cluster.workerAddressing, id) !== "fixed") ||
  look.subjects("datacenter").some((id) => look(infrastructure.datacenter.place, id) === place && needsDhcp(look(infrastructure.datacenter.provider, id)) && look(network.datacenter.workersIn, id) !== "own-network");

/** Resolvers that a Terraform example writes into the network it makes. */
const RESOLVERS: ReadonlySet<string | undefined> = new Set(["dnsServers", "dnsServer1"]);

/** Whether Terraform makes the network of a place and tells its DHCP which resolvers to name: left out, the example names its own. */
const resolversAreWritten = (look: Look, place: string): boolean =>
  [undefined, "none"].includes(look(project.plan.upgradeFrom)) &&
  look.subjects("cluster").some((id) => {
    const provider: Provider | undefined = providers.find((one) => one.id === look(infrastructure.cluster.provider, id));
    const { nodeNetwork, inputs = [], settings = [] } = provider?.kubeone ?? {};
    return look(infrastructure.cluster.place, id) === place && [undefined, "kubeone"].includes(look(infrastructure.cluster.provisioning, id)) && nodeNetwork?.by === "terraform" && [...inputs, ...settings].some(({ plan }) => RESOLVERS.has(plan));
  });

/** Whether two ranges share addresses, as far as both are stated. */
function meet(...texts: readonly [string | undefined, string | undefined]): boolean {
  const [a, b] = texts.map((text) => (text === undefined ? undefined : parseAny(text)));
  return a !== undefined && b !== undefined && overlapOf(a, b) !== undefined;
}

/** Whether Services of a datacenter's user clusters take addresses from a block that reaches into the network of their workers. */
const workloadsIn = (look: Look, datacenter: string, segment: string | undefined): boolean => lacksLoadBalancer(look, datacenter) && meet(look(loadBalancer.datacenter.workloadBlock, datacenter), segment);

/** Whether something takes addresses out of the node network of a place by itself, and would take the gateway's: a DHCP server, or a block of Services. */
function handsOutAt(look: Look, place: string): boolean {
  const segment = look(network.place.nodeNetwork, place);
  return placeNeedsDhcp(look, place) ||
    look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && kindAt(look, id)?.addressesFrom === "pool" && meet(look(loadBalancer.cluster.pool, id), segment)) ||
    look.subjects("datacenter").some((id) => look(infrastructure.datacenter.place, id) === place && !networksAreMade(look, id) && look(network.datacenter.workersIn, id) === "node-network" && workloadsIn(look, id, segment));
}

/** The same for the network that is given to the workers of a datacenter. */
const handsOutToWorkers = (look: Look, id: string): boolean => standApart(look, id) && (needsDhcp(look(infrastructure.datacenter.provider, id)) || workloadsIn(look, id, look(network.datacenter.workerNetwork, id)));

/** Places in whose node network machines may stand; `undefined` among them where nobody has said where some stand. Workers of user clusters may all have networks of their own. */
export const placesOfMachines = (look: Look): ReadonlySet<string | undefined> =>
  new Set([
    ...look.subjects("cluster").map((id) => look(infrastructure.cluster.place, id)),
    ...look.subjects("datacenter").flatMap((id) => (mayStandAmongNodes(look, id) ? [look(infrastructure.datacenter.place, id)] : [])),
  ]);

/** Whether workers of a datacenter stand in a network that is given to them. */
const standApart = (look: Look, id: string): boolean => !networksAreMade(look, id) && look(network.datacenter.workersIn, id) === "own-network";

export const machinesMayStand = (look: Look, place: string): boolean => {
  const places = placesOfMachines(look);
  return places.has(place) || places.has(undefined);
};

const workersElsewhere = (look: Look, datacenter: string): boolean => {
  const place = look(infrastructure.datacenter.place, datacenter);
  const seed = look(infrastructure.datacenter.seed, datacenter);
  const seedPlace = seed === undefined ? undefined : look(infrastructure.cluster.place, seed);
  return place !== undefined && seedPlace !== undefined && place !== seedPlace;
};

/** Whether a Seed stands in another place than the master. */
const seedElsewhere = (look: Look, cluster: string): boolean => {
  if (look(infrastructure.cluster.role, cluster) !== "seed") return false;
  const place = look(infrastructure.cluster.place, cluster);
  const master = look.subjects("cluster").find((id) => look(infrastructure.cluster.role, id)?.startsWith("master"));
  const masterPlace = master === undefined ? undefined : look(infrastructure.cluster.place, master);
  return place !== undefined && masterPlace !== undefined && place !== masterPlace;
};

/** Whether some user clusters do not have pods of another cluster as nodes, or nobody has said yet where they run. */
const notNestedAlone = (look: Look): boolean => {
  const all = look.subjects("datacenter");
  return all.length === 0 || all.some((id) => providers.find((provider: Provider) => provider.id === look(infrastructure.datacenter.provider, id))?.nested !== true);
};

/** Whether KubeOne makes master and Seeds, all of them: one range holds for them together, and others give theirs unasked. */
export const kubeOneMakesAll = (read: Reader): boolean =>
  read.subjects("cluster").every((id) => {
    const made = read.maybe(infrastructure.cluster.provisioning, id);
    return made.kind === "known" && made.value === "kubeone";
  });

/** Advice for ranges of master and Seeds that differ from cluster to cluster. */
export const PLATFORM_RANGE = "Set when a cluster is created. Where clusters differ, it is that of those that KubeOne makes. Others have questions of their own, or name theirs among other networks.";

/** Ranges of pods and Services are those with which a cluster was made. */
export const PLATFORM_RANGE_KEPT = { says: "Master and Seeds that run keep their ranges for pods and Services.", source: "kubeone.defaults" } as const satisfies Kept;
export const USER_CLUSTER_RANGE_KEPT = { says: "User clusters that run keep their ranges for pods and Services.", source: "kkp.code.cluster-validation" } as const satisfies Kept;

const questions = chapter("network", "Network", "Which networks each place has and which ranges the clusters use inside.", {
  plan: {
    userClusterPods: block({
      section: "Cluster networks",
      label: "Which range do pods of user clusters use?",
      short: "Pod range of user clusters",
      help: "All user clusters may share it, but nothing that they must reach may lie in it.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "172.25.0.0/16", sentence: "KKP gives user clusters the pod range 172.25.0.0/16.", source: "kkp.code.resources" },
      asked: notNestedAlone,
    }),
    userClusterServices: block({
      section: "Cluster networks",
      label: "Which range do Services of user clusters use?",
      short: "Service range of user clusters",
      help: "All user clusters may share it, but nothing that they must reach may lie in it.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "10.240.16.0/20", sentence: "KKP gives user clusters the Service range 10.240.16.0/20.", source: "kkp.code.resources" },
      asked: notNestedAlone,
    }),
    platformPods: block({
      section: "Cluster networks",
      label: "Which range do pods of master and Seeds use?",
      short: "Pod range of master and Seeds",
      help: PLATFORM_RANGE,
      source: "kubeone.defaults",
      team: "network",
      kept: PLATFORM_RANGE_KEPT,
      productDefault: { value: "10.244.0.0/16", sentence: "KubeOne gives its clusters the pod range 10.244.0.0/16.", source: "kubeone.defaults", where: kubeOneMakesAll },
    }),
    platformServices: block({
      section: "Cluster networks",
      label: "Which range do Services of master and Seeds use?",
      short: "Service range of master and Seeds",
      help: PLATFORM_RANGE,
      source: "kubeone.defaults",
      team: "network",
      kept: PLATFORM_RANGE_KEPT,
      productDefault: { value: "10.96.0.0/12", sentence: "KubeOne gives its clusters the Service range 10.96.0.0/12.", source: "kubeone.defaults", where: kubeOneMakesAll },
    }),
    tunnelingAgentAddress: address({
      section: "Cluster networks",
      label: "Which address does the tunnelling agent bind on every worker?",
      short: "Tunnelling agent address",
      help: "Each worker has it on a network interface of its own. Nothing else in any place may have it.",
      source: "kkp.expose-strategies",
      team: "network",
      productDefault: { value: "100.64.30.10", sentence: "The tunnelling agent binds 100.64.30.10.", source: "kkp.expose-strategies" },
      asked: (look): boolean => tunnels(look),
    }),
  },
  place: {
    nodeNetwork: block({
      section: "Networks",
      label: "Which network do the machines stand in?",
      short: "Node network",
      help: "Machines of master, Seeds and, unless they have a network of their own, workers take addresses here.",
      example: "10.20.0.0/24",
      source: "kkp.setup-checklist",
      team: "network",
      asked: (look, place): boolean => machinesMayStand(look, place),
    }),
    gateway: address({
      section: "Networks",
      label: "Which address is its gateway?",
      short: "Gateway",
      help: "Kept free of every other use.",
      example: "10.20.0.1",
      source: "kkp.setup-checklist",
      team: "network",
      asked: (look, place): boolean => handsOutAt(look, place),
    }),
    dhcp: range({
      section: "Networks",
      label: "Which range does DHCP hand out?",
      short: "DHCP range",
      help: "User-cluster workers need DHCP. Fixed and virtual addresses must lie outside.",
      example: "10.20.0.50-10.20.0.220",
      source: "kkp.setup-checklist",
      team: "network",
      asked: (look, place): boolean => placeMayHaveDhcp(look, place),
      empty: {
        shown: "none",
        sentence: "No machine of this plan takes a lease in the node network, so no DHCP server is taken to hand out addresses there.",
        source: "rfc.2131",
        where: (look, place): boolean => !placeNeedsDhcp(look, place),
      },
    }),
    otherNetworks: table(
      z.strictObject({ name: cells.text, block: cells.block }),
      [
        { key: "name", label: "Name", control: { type: "text" }, required: true },
        { key: "block", label: "Block", control: { type: "block" }, required: true },
      ],
      {
        section: "Networks",
        label: "Which other networks are in use there?",
        short: "Other networks",
        help: "Corporate networks, VPNs, further node networks: everything that the machines must reach and nothing may overlap.",
        source: "kkp.setup-checklist",
        team: "network",
      },
    ),
    usedAddresses: takenOrNone({
      section: "Networks",
      label: "Which addresses are taken already?",
      short: "Used addresses",
      help: "Single addresses, ranges such as 10.20.0.2-10.20.0.9, or blocks. The plan assigns none of them.",
      source: "kkp.setup-checklist",
      team: "network",
    }),
    dnsServers: hosts({
      section: "Services",
      label: "Which DNS servers do the machines ask?",
      short: "Addresses of DNS servers",
      help: "They must resolve the base domain from every node.",
      source: "rfc.1034",
      team: "dns",
      empty: { shown: "those of the infrastructure", sentence: "Machines ask the resolvers that DHCP of their infrastructure names to them.", source: "rfc.2132", where: (look, place): boolean => !resolversAreWritten(look, place) },
      server: { title: "DNS server", dialledBy: whoStandsAt, onRouter: true },
    }),
    ntpServers: hosts({
      section: "Services",
      label: "Which time servers do the machines ask?",
      short: "Addresses of NTP servers",
      help: "Certificates and etcd need clocks that agree.",
      source: "rfc.5905",
      team: "network",
      empty: { shown: "those of the infrastructure", sentence: "Machines ask the time servers that their infrastructure brings, by DHCP or in its images.", source: "rfc.2132" },
      server: { title: "NTP server", dialledBy: whoStandsAt, nodesAlone: true, onRouter: true },
    }),
    internet: choice(
      [
        { value: "direct", label: "Directly", help: "Through the firewall, no proxy in between." },
        { value: "proxy", label: "Through an HTTP proxy", help: "Rules out Tunneling for workers whose way to their Seed leads through it." },
        { value: "offline", label: "Not at all", help: "Images, binaries and packages come from mirrors of your own." },
      ],
      {
        section: "Services",
        label: "How do machines reach the internet?",
        short: "Internet access",
        help: "Images and packages come from there.",
        source: "kkp.http-proxy",
        team: "network",
      },
    ),
    proxyAddress: host({
      section: "Services",
      label: "Under which name or address is the proxy reached?",
      short: "Address of the proxy",
      help: "Every machine of the place connects to it.",
      example: "proxy.example.com",
      source: "kkp.http-proxy",
      team: "network",
      server: { title: "Proxy", dialledBy: ["platform", "user-clusters"], onRouter: true },
      asked: (look, place): boolean => look(network.place.internet, place) === "proxy",
    }),
    proxyPort: integer({ min: 1, max: 65535 }, {
      section: "Services",
      label: "On which port does the proxy listen?",
      short: "Port of the proxy",
      help: "The firewall opens this port and nothing else to the internet.",
      example: "3128",
      source: "kkp.http-proxy",
      team: "network",
      asked: (look, place): boolean => look(network.place.internet, place) === "proxy",
    }),
  },
  cluster: {
    routeToMaster: yesNo(
      { yes: "Yes, both ways", no: "No, not yet" },
      {
        section: "Links between places",
        label: "Is there a route between this Seed and the master?",
        short: "Route to the master",
        help: "The master drives the Seed's Kubernetes API and reads its user clusters; the Seed asks the token issuer behind the platform entry.",
        source: "kkp.add-seed",
        team: "network",
        asked: seedElsewhere,
      },
    ),
    resolvesDomain: yesNo(
      { yes: "Yes", no: "No, not yet" },
      {
        section: "Links between places",
        label: "Do machines of this Seed resolve names below the base domain?",
        short: "Name resolution at the Seed",
        help: "KKP on the Seed looks up the names of its own user clusters and of the token issuer.",
        source: "kkp.code.address",
        team: "dns",
        asked: seedElsewhere,
      },
    ),
  },
  datacenter: {
    workerNetwork: block({
      section: "Worker networks",
      label: "Which network is it?",
      short: "Worker network",
      help: "Workers reach the Seed's virtual addresses from here. Where tenants share the datacenter, their networks lie inside it.",
      example: "10.20.20.0/22",
      source: "kkp.setup-checklist",
      team: "network",
      asked: standApart,
    }),
    workerNetworkName: text({
      section: "Worker networks",
      label: "What is this network called at its provider?",
      short: "Name of the worker network",
      help: "The Seed names it for the datacenter, and workers are made in it. It must exist before.",
      example: "tenants",
      source: "kkp.code.datacenter",
      team: "network",
      asked: (look, id): boolean => look(network.datacenter.workersIn, id) === "own-network" && namesNetwork(look(infrastructure.datacenter.provider, id)),
    }),
    workerGateways: addresses({
      section: "Worker networks",
      label: "Which addresses are its gateways?",
      short: "Gateways of the worker network",
      help: "Kept free of every other use: those of the routers as well as the one that they share, and of each tenant's part.",
      example: "10.20.20.1",
      source: "kkp.setup-checklist",
      team: "network",
      asked: handsOutToWorkers,
    }),
    workerDhcp: range({
      section: "Worker networks",
      label: "Which range does DHCP hand out there?",
      short: "DHCP range of the workers",
      help: "One lease for each worker node, with room for replacements.",
      source: "kkp.setup-checklist",
      team: "network",
      asked: (look, id): boolean => standApart(look, id) && needsDhcp(look(infrastructure.datacenter.provider, id)),
    }),
    routerNetwork: block({
      section: "Worker networks",
      label: "From which network do the routers of user clusters take their addresses?",
      short: "Network of the routers",
      help: "KKP makes a router for each user cluster; its machines reach others by an address of that router, which firewall rows name.",
      example: "203.0.113.0/24",
      source: "kkp.code.security-groups",
      team: "network",
      asked: networksAreMade,
    }),
    routeToSeed: yesNo(
      { yes: "Yes, there is a route", no: "No, not yet" },
      {
        section: "Links between places",
        label: "Is there a route from the workers to the Seed's virtual addresses?",
        short: "Route to the Seed",
        help: "Workers in another place dial the Seed; nothing dials back.",
        source: "kkp.setup-checklist",
        team: "network",
        asked: workersElsewhere,
      },
    ),
    resolvesDomain: yesNo(
      { yes: "Yes", no: "No, not yet" },
      {
        section: "Links between places",
        label: "Do machines there resolve names below the base domain?",
        short: "Name resolution at the workers",
        help: "Workers find their API server by name with NodePort and Tunneling.",
        source: "kkp.code.address",
        team: "dns",
        asked: workersElsewhere,
      },
    ),
  },
});

/** Networks of places and of workers, and the ranges inside the clusters. */
export const network = { ...questions, datacenter: { ...workerPlacement.datacenter, ...questions.datacenter } };
