import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import { releases } from "../../releases/registry.ts";
import { address, block, blocks, choice, choices, host, integer, label, ranges, subject, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { families } from "./families.ts";
import { infrastructure, lacksLoadBalancer } from "./infrastructure.ts";
import { loadBalancer } from "./load-balancer.ts";
import { project } from "./project.ts";

const kindAt = (look: Look, cluster: string): LoadBalancerKind | undefined => loadBalancerKinds.find(({ id }) => id === look(loadBalancer.cluster.kind, cluster));

const isSeed = (look: Look, cluster: string): boolean => look(infrastructure.cluster.role, cluster) !== "master";

/** Whether a departure from the usual exposure was chosen. */
const departs = (look: Look, what: (typeof DEPARTURES)[number]["value"]): boolean => look(fronts.plan.departures)?.includes(what) === true;

/** Whether KKP cuts a block into shares for user clusters. */
const usesPool = (look: Look, datacenter: string): boolean => lacksLoadBalancer(look, datacenter) && look(fronts.datacenter.workloads, datacenter) === "metallb-addon";

/** Whether the chosen release has more than one entry to offer. */
const offersEntries = (look: Look): boolean => {
  const release = releases.find(({ id }) => id === look(project.plan.release));
  return release?.gatewayEntry !== undefined || release?.ownGatewayFrom !== undefined;
};

/** Whether the chosen release has another entry than the one before it. */
const replacesEntry = (look: Look): boolean => {
  const release = releases.find(({ id }) => id === look(project.plan.release));
  const before = releases.find(({ id }) => id === release?.upgradesFrom);
  return before !== undefined && release?.entry.title !== before.entry.title;
};

/** Whether a Seed was told to run no nodeport-proxy. */
const proxyIsOff = (look: Look, cluster: string): boolean => departs(look, "no-proxy") && isSeed(look, cluster) && look(fronts.cluster.nodeportProxy, cluster) === "disabled";

/** Whether some user clusters of a Seed have no address of their own. */
const dialsNodes = (look: Look, cluster: string): boolean => {
  if (departs(look, "datacenters")) {
    const own = look.subjects("datacenter").filter((id) => look(infrastructure.datacenter.seed, id) === cluster);
    return own.length === 0 ? look(loadBalancer.plan.exposeStrategy) !== "LoadBalancer" : own.some((id) => look(fronts.datacenter.exposeStrategy, id) !== "LoadBalancer");
  }
  return (departs(look, "seeds") ? look(fronts.cluster.exposeStrategy, cluster) : look(loadBalancer.plan.exposeStrategy)) !== "LoadBalancer";
};

/** Whether the platform stands behind a Gateway of the customer. */
export const ownGateway = (look: Look): boolean => offersEntries(look) && look(fronts.plan.entry) === "own";

/** Whether a hub for load balancing serves something in this plan. */
const usesHub = (look: Look): boolean =>
  look.subjects("cluster").some((id) => kindAt(look, id)?.balancer === "hub") || look.subjects("datacenter").some((id) => lacksLoadBalancer(look, id) && look(fronts.datacenter.workloads, id) === "kubelb");

const DEPARTURES = [
  { value: "seeds", label: "Seeds differ in strategy", help: "Each Seed gets an expose strategy of its own." },
  { value: "datacenters", label: "Datacenters differ in strategy", help: "User clusters of each datacenter are created with a strategy of their own." },
  { value: "api", label: "API servers with a load balancer each", help: "Some datacenters give every API server one more address, on port 443." },
  { value: "sources", label: "API servers for some networks only", help: "A list of source ranges for user clusters that have an address of their own." },
  { value: "no-proxy", label: "Seeds without nodeport-proxy", help: "Saves one address where every user cluster has its own." },
  { value: "kept", label: "Addresses that must stay", help: "Some virtual addresses are fixed by hand, whatever changes around them." },
] as const;

const STRATEGIES = [
  { value: "NodePort", label: "NodePort" },
  { value: "LoadBalancer", label: "LoadBalancer" },
  { value: "Tunneling", label: "Tunneling" },
] as const;

const KEPT = "Virtual addresses";

/** Whether addresses of a cluster's block may be kept by hand: wherever that was chosen, and wherever one is kept already. */
const mayKeep = (look: Look, cluster: string, key: KeptKey): boolean =>
  kindAt(look, cluster)?.addressesFrom === "pool" && (departs(look, "kept") || look<unknown>(fronts.cluster[key], cluster) !== undefined);

type KeptKey = "keepEntry" | "keepFormerEntry" | "keepNodeportProxy" | "keepUserClusters" | "keepApiServers";

/** One question of the kind "keep this address". */
const kept = (key: KeptKey, what: string, short: string, matters: (look: Look, cluster: string) => boolean) =>
  address({
    section: KEPT,
    label: `Which address does the ${what} keep?`,
    short,
    help: "From the block of virtual addresses. Leave it out, and the plan gives the lowest free one.",
    example: "10.20.30.4",
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => mayKeep(look, id, key) && matters(look, id),
  });

/** The same for addresses of which each user cluster has one. */
const keptRun = (key: KeptKey, label: string, short: string, matters: (look: Look, cluster: string) => boolean) =>
  ranges({
    section: KEPT,
    label,
    short,
    help: "From the block of virtual addresses. Further ones come from the top of what is free; without an answer all of them do.",
    example: "10.20.30.3-10.20.30.14",
    source: "kkp.setup-checklist",
    team: "network",
    asked: (look, id): boolean => isSeed(look, id) && mayKeep(look, id, key) && matters(look, id),
  });

/** Whether some user clusters of a Seed may have an address each. */
const mayBalance = (look: Look, cluster: string): boolean =>
  departs(look, "datacenters")
    ? look.subjects("datacenter").some((id) => look(infrastructure.datacenter.seed, id) === cluster && look(fronts.datacenter.exposeStrategy, id) === "LoadBalancer")
    : (departs(look, "seeds") ? look(fronts.cluster.exposeStrategy, cluster) : look(loadBalancer.plan.exposeStrategy)) === "LoadBalancer";

/** Whether some API servers of a Seed have a load balancer of their own. */
const balancesApis = (look: Look, cluster: string): boolean =>
  departs(look, "api") && look.subjects("datacenter").some((id) => look(infrastructure.datacenter.seed, id) === cluster && look(fronts.datacenter.apiLoadBalancer, id) === true);

/** What stands in front of clusters beyond the usual: other strategies, kinds of load balancers with needs of their own, pinned addresses. */
export const fronts = chapter("loadBalancer", "Load balancer", "", {
  plan: {
    departures: choices(DEPARTURES, {
      section: "User-cluster API servers",
      label: "Where does this platform leave the usual exposure?",
      short: "Departures from the usual exposure",
      help: "Most platforms leave nothing: one strategy, one nodeport-proxy on each Seed, addresses from the bottom of the block.",
      source: "kkp.expose-strategies",
      team: "network",
      productDefault: { value: [], sentence: "One strategy holds for all user clusters, and every Seed has a nodeport-proxy.", source: "kkp.expose-strategies" },
    }),
    entry: choice(
      [
        { value: "standard", label: "As the release brings it", help: "NGINX up to 2.30, Envoy Gateway from 2.31.", chip: "product-default" },
        { value: "gateway", label: "Envoy Gateway already", help: "The opt-in of 2.29 and 2.30; nothing changes later with 2.31." },
        { value: "own", label: "A Gateway of yours", help: "KKP creates no Gateway and takes no address; listeners and certificates are yours." },
      ],
      {
        section: "Platform entry",
        label: "What serves dashboard, API and login to browsers?",
        short: "Platform entry",
        help: "It holds the address that the base domain leads to.",
        source: "kkp.gateway-api",
        team: "platform",
        productDefault: { value: "standard", sentence: "KKP builds the entry that its release comes with.", source: "kkp.gateway-api" },
        asked: (look): boolean => offersEntries(look),
      },
    ),
    gatewayAddress: address({
      section: "Platform entry",
      label: "Which address does your Gateway have?",
      short: "Address of your Gateway",
      help: "The records of the platform lead there.",
      example: "10.20.30.9",
      source: "kkp.gateway-api",
      team: "network",
      asked: ownGateway,
    }),
    gatewayNamespace: label({
      section: "Platform entry",
      label: "In which namespace does your Gateway stand?",
      short: "Namespace of your Gateway",
      help: "KKP attaches its routes to the Gateway there.",
      example: "ingress",
      source: "kkp.gateway-api",
      team: "platform",
      asked: ownGateway,
    }),
    gatewayName: label({
      section: "Platform entry",
      label: "What is your Gateway called?",
      short: "Name of your Gateway",
      help: "KKP attaches its routes to it and changes nothing about it.",
      example: "public",
      source: "kkp.gateway-api",
      team: "platform",
      asked: ownGateway,
    }),
    entryBefore: choice(
      [
        { value: "nginx", label: "NGINX", chip: "product-default" },
        { value: "gateway", label: "Envoy Gateway" },
      ],
      {
        section: "Platform entry",
        label: "Which entry does the installed platform have?",
        short: "Entry before the upgrade",
        help: "With Envoy Gateway, the upgrade replaces nothing and takes no further address.",
        source: "kkp.gateway-api",
        team: "platform",
        productDefault: { value: "nginx", sentence: "KKP 2.30 has NGINX as its entry unless Gateway API was switched on.", source: "kkp.gateway-api" },
        asked: (look): boolean => look(project.plan.upgradeFrom) !== undefined && look(project.plan.upgradeFrom) !== "none" && replacesEntry(look),
      },
    ),
    kubelbPlace: subject("place", {
      section: "KubeLB",
      label: "Where does the management cluster of KubeLB stand?",
      short: "Place of KubeLB",
      help: "A Kubernetes cluster of its own, which holds the addresses of all its tenants.",
      source: "kubelb.architecture",
      team: "infrastructure",
      asked: usesHub,
    }),
    kubelbApi: host({
      section: "KubeLB",
      label: "Under which name or address is its Kubernetes API reached?",
      short: "API of KubeLB",
      help: "Every tenant's connector signs in there, on TCP 6443.",
      example: "kubelb.example.com",
      source: "kubelb.requirements",
      team: "network",
      asked: usesHub,
    }),
    kubelbNodes: block({
      section: "KubeLB",
      label: "Which network do its nodes stand in?",
      short: "Node network of KubeLB",
      help: "They hand traffic over to the nodes of every tenant.",
      example: "10.40.0.0/24",
      source: "kubelb.requirements",
      team: "network",
      asked: usesHub,
    }),
    kubelbBlock: block({
      section: "KubeLB",
      label: "Which block does it take virtual addresses from?",
      short: "Block of KubeLB",
      help: "One address for each Service of a tenant. The management cluster announces them by a load balancer of its own.",
      example: "10.40.30.0/24",
      source: "kubelb.l4",
      team: "network",
      asked: usesHub,
    }),
    kubelbTraffic: choice(
      [
        { value: "direct", label: "Directly to node ports", help: "The management cluster dials TCP and UDP 30000–32767 of every tenant's nodes.", chip: "product-default" },
        { value: "mtls", label: "Through a proxy with mutual TLS", help: "One port, 15443, on every tenant; Enterprise Edition of KubeLB." },
      ],
      {
        section: "KubeLB",
        label: "How does its traffic reach the tenants?",
        short: "Traffic of KubeLB",
        help: "It decides how many ports the firewall opens towards the workers.",
        source: "kubelb.requirements",
        team: "network",
        asked: usesHub,
      },
    ),
  },
  cluster: {
    pool6: block({
      section: KEPT,
      label: "Which IPv6 block holds the same addresses in the second family?",
      short: "IPv6 block of virtual addresses",
      help: "At least as many addresses as the IPv4 block: whoever has the third there has the third here.",
      example: "2001:db8:20:30::/64",
      source: "kkp.code.nodeport-proxy",
      team: "network",
      asked: (look, id): boolean => look(families.plan.ipFamily) === "dual" && look(families.plan.platformFamily) === "dual" && kindAt(look, id)?.addressesFrom === "pool",
    }),
    cni: choice(
      [
        { value: "cilium", label: "Cilium" },
        { value: "other", label: "Canal or another" },
      ],
      {
        section: KEPT,
        label: "Which network plugin does this cluster run?",
        short: "Network plugin",
        help: "Only Cilium announces addresses itself, and a Seed on Cilium needs a network policy before it is added.",
        source: "cilium.lb-ipam",
        team: "platform",
        asked: (look, id): boolean => isSeed(look, id) || kindAt(look, id)?.cni !== undefined,
      },
    ),
    bfd: choice(
      [
        { value: "none", label: "No", help: "A dead session is noticed when its hold time ends.", chip: "product-default" },
        { value: "single-hop", label: "Yes, to routers of the same segment", help: "UDP 3784." },
        { value: "multi-hop", label: "Yes, to routers further away", help: "UDP 4784." },
      ],
      {
        section: "Routers",
        label: "Do nodes and routers watch each other by BFD?",
        short: "BFD",
        help: "Fail-over in less than a second; routers and nodes must both be set up for it.",
        source: "metallb.bgp-config",
        team: "network",
        productDefault: { value: "none", sentence: "MetalLB uses no BFD unless a profile names it.", source: "metallb.bgp-config" },
        asked: (look, id): boolean => kindAt(look, id)?.bfd === true,
      },
    ),
    applianceAddress: host({
      section: KEPT,
      label: "Under which name or address is the appliance managed?",
      short: "Management address of the appliance",
      help: "The controller in the cluster writes virtual servers there.",
      example: "bigip.example.com",
      source: "f5.cis",
      team: "network",
      asked: (look, id): boolean => kindAt(look, id)?.balancer === "appliance",
    }),
    nodeFront: address({
      section: KEPT,
      label: "Under which address do people reach the node ports?",
      short: "Address of the node ports",
      help: "A node with a fixed address, or whatever forwards to several of them.",
      example: "10.20.0.21",
      source: "kkp.install-ce",
      team: "network",
      asked: (look, id): boolean => kindAt(look, id)?.addressesFrom === "nodes" || (proxyIsOff(look, id) && dialsNodes(look, id)),
    }),
    nodeFrontPorts: choice(
      [
        { value: "nodes", label: "On those of the nodes", help: "32443 and 32080 with NGINX, 30443 and 30080 with Envoy Gateway; every URL carries the port.", chip: "product-default" },
        { value: "usual", label: "On 443 and 80, led on to the nodes", help: "Something in front forwards both." },
      ],
      {
        section: KEPT,
        label: "On which ports does the entry answer there?",
        short: "Ports of the entry",
        help: "Redirect URIs and the token issuer carry the port unless it is 443.",
        source: "kkp.install-ce",
        team: "network",
        productDefault: { value: "nodes", sentence: "Without a load balancer the entry answers on ports of the nodes.", source: "kkp.install-ce" },
        asked: (look, id): boolean => kindAt(look, id)?.addressesFrom === "nodes",
      },
    ),
    exposeStrategy: choice(STRATEGIES, {
      section: "User-cluster API servers",
      label: "Which expose strategy does this Seed have?",
      short: "Expose strategy of the Seed",
      help: "Goes before the platform's, for user clusters that are created from then on.",
      source: "kkp.expose-strategies",
      team: "network",
      asked: (look, id): boolean => departs(look, "seeds") && !departs(look, "datacenters") && isSeed(look, id),
    }),
    nodeportProxy: choice(
      [
        { value: "runs", label: "Runs", help: "The Seed keeps its shared address.", chip: "product-default" },
        { value: "disabled", label: "Switched off", help: "No shared address; names below the Seed lead to its nodes." },
      ],
      {
        section: "User-cluster API servers",
        label: "Does the nodeport-proxy run on this Seed?",
        short: "Shared proxy of the Seed",
        help: "Tunneling needs it. Without it, NodePort leads to the nodes themselves.",
        source: "kkp.expose-strategies",
        team: "network",
        asked: (look, id): boolean => departs(look, "no-proxy") && isSeed(look, id),
      },
    ),
    keepEntry: kept("keepEntry", "platform entry", "Address kept by the entry", () => true),
    keepFormerEntry: kept("keepFormerEntry", "former entry", "Address kept by the former entry", () => true),
    keepNodeportProxy: kept("keepNodeportProxy", "nodeport-proxy", "Address kept by the nodeport-proxy", isSeed),
    keepUserClusters: keptRun("keepUserClusters", "Which addresses do the user clusters keep?", "Addresses kept by user clusters", mayBalance),
    keepApiServers: keptRun("keepApiServers", "Which addresses do API servers with a load balancer each keep?", "Addresses kept by API servers", balancesApis),
  },
  datacenter: {
    exposeStrategy: choice(STRATEGIES, {
      section: "User-cluster API servers",
      label: "Which expose strategy do user clusters of this datacenter get?",
      short: "Expose strategy of the datacenter",
      help: "The narrowest setting wins, and stays with a user cluster for its life.",
      source: "kkp.expose-strategies",
      team: "network",
      asked: (look): boolean => departs(look, "datacenters"),
    }),
    apiLoadBalancer: yesNo(
      { yes: "Yes", no: "No" },
      {
        section: "User-cluster API servers",
        label: "Does each API server of this datacenter get a load balancer of its own?",
        short: "Load balancer for each API server",
        help: "One more address for each user cluster, on TCP 443, whatever the expose strategy.",
        source: "kkp.apiserver-policies",
        team: "network",
        asked: (look): boolean => departs(look, "api"),
      },
    ),
    workloads: choice(
      [
        { value: "own", label: "Not by the platform", help: "Each tenant brings something, or needs no addresses.", chip: "product-default" },
        { value: "metallb-addon", label: "MetalLB addon with an address pool", help: "KKP installs MetalLB in layer 2 and gives each user cluster its share of the block." },
        { value: "metallb-app", label: "MetalLB from the application catalogue", help: "A newer MetalLB, layer 2 or BGP, set up by each tenant; Enterprise Edition." },
        { value: "kubelb", label: "KubeLB", help: "A cluster for load balancing holds the addresses of all user clusters; Enterprise Edition." },
      ],
      {
        section: "Workloads of user clusters",
        label: "What gives Services of the user clusters their addresses?",
        short: "Load balancer of the workloads",
        help: "The infrastructure has none of its own here.",
        source: "kkp.ipam",
        team: "network",
        productDefault: { value: "own", sentence: "KKP installs nothing in user clusters that gives Services addresses.", source: "kkp.ipam" },
        asked: lacksLoadBalancer,
      },
    ),
    poolType: choice(
      [
        { value: "range", label: "A run of addresses", help: "From a block of at most 4,096." },
        { value: "prefix", label: "A block", help: "Smaller blocks cut out of the large one." },
      ],
      {
        section: "Workloads of user clusters",
        label: "How is the block cut for user clusters?",
        short: "Allocation of the address pool",
        help: "Fixed once the pool exists: a change deletes it and frees every allocation.",
        source: "kkp.ipam",
        team: "network",
        asked: usesPool,
      },
    ),
    poolShare: integer({ min: 1, max: 4096, unit: "addresses" }, {
      section: "Workloads of user clusters",
      label: "How many addresses does each user cluster get?",
      short: "Addresses for each user cluster",
      help: "One for each Service of type LoadBalancer that a tenant may create.",
      source: "kkp.ipam",
      team: "network",
      asked: (look, id): boolean => usesPool(look, id) && look(fronts.datacenter.poolType, id) === "range",
    }),
    poolPrefix: integer({ min: 8, max: 128, unit: "bits" }, {
      section: "Workloads of user clusters",
      label: "How long is the prefix that each user cluster gets?",
      short: "Prefix for each user cluster",
      help: "28 is 16 addresses, 29 is 8; at least as long as that of the whole block.",
      source: "kkp.ipam",
      team: "network",
      asked: (look, id): boolean => usesPool(look, id) && look(fronts.datacenter.poolType, id) === "prefix",
    }),
    sourceRanges: blocks({
      section: "User-cluster API servers",
      label: "From which networks may API servers of this datacenter be reached?",
      short: "Allowed source ranges",
      help: "Workers, master nodes, Seed nodes and the pods of the Seed must be among them, besides the people who use kubectl.",
      example: "10.20.0.0/24",
      source: "kkp.apiserver-policies",
      team: "security",
      asked: (look): boolean => departs(look, "sources"),
    }),
  },
});
