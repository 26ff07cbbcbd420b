import { blocks, choice, choices, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt, loadBalancer, STRATEGY_KEPT } from "./load-balancer.ts";

const DEPARTURES = [
  { value: "seeds", label: "Seeds differ in strategy", help: "Each Seed gets an expose strategy of its own." },
  { value: "datacenters", label: "Datacenters differ in strategy", help: "User clusters of each datacenter are created with a strategy of their own." },
  { value: "api", label: "API servers with a load balancer each", help: "Some datacenters give every API server one more address, on port 443." },
  { value: "sources", label: "API servers for some networks only", help: "A list of source ranges for user clusters that have an address of their own." },
  { value: "proxy-sources", label: "nodeport-proxy for some networks only", help: "A list of source ranges for the shared address of a Seed; KKP takes none out again." },
  { value: "no-proxy", label: "Seeds without nodeport-proxy", help: "Saves one address where every user cluster has its own." },
  { value: "kept", label: "Addresses that must stay", help: "Some virtual addresses are fixed by hand, whatever changes around them." },
] as const;

const STRATEGIES = [
  { value: "NodePort", label: "NodePort" },
  { value: "LoadBalancer", label: "LoadBalancer" },
  { value: "Tunneling", label: "Tunneling" },
] as const;

/** Whether a departure from the usual exposure was chosen. */
export const departs = (look: Look, what: (typeof DEPARTURES)[number]["value"]): boolean => look(exposure.plan.departures)?.includes(what) === true;

export const isSeed = (look: Look, cluster: string): boolean => look(infrastructure.cluster.role, cluster) !== "master";

/** Whether a Seed was told to run no nodeport-proxy. */
export const proxyIsOff = (look: Look, cluster: string): boolean => departs(look, "no-proxy") && isSeed(look, cluster) && look(exposure.cluster.nodeportProxy, cluster) === "disabled";

/** Whether some user clusters of a Seed have no address of their own. */
export const dialsNodes = (look: Look, cluster: string): boolean => {
  if (departs(look, "datacenters")) {
    const own = look.subjects("datacenter").filter((id) => look(infrastructure.datacenter.seed, id) === cluster);
    return own.length === 0 ? look(loadBalancer.plan.exposeStrategy) !== "LoadBalancer" : own.some((id) => look(exposure.datacenter.exposeStrategy, id) !== "LoadBalancer");
  }
  return (departs(look, "seeds") ? look(exposure.cluster.exposeStrategy, cluster) : look(loadBalancer.plan.exposeStrategy)) !== "LoadBalancer";
};

/** Whether some user clusters of a Seed may have an address each. */
export const mayBalance = (look: Look, cluster: string): boolean =>
  departs(look, "datacenters")
    ? look.subjects("datacenter").some((id) => look(infrastructure.datacenter.seed, id) === cluster && look(exposure.datacenter.exposeStrategy, id) === "LoadBalancer")
    : (departs(look, "seeds") ? look(exposure.cluster.exposeStrategy, cluster) : look(loadBalancer.plan.exposeStrategy)) === "LoadBalancer";

/** Whether some user clusters of the plan are reached through the tunnelling agent. */
export const tunnels = (look: Look): boolean => {
  const usual = look(loadBalancer.plan.exposeStrategy) === "Tunneling";
  const datacenters = look.subjects("datacenter");
  if (departs(look, "datacenters") && datacenters.length > 0) return datacenters.some((id) => look(exposure.datacenter.exposeStrategy, id) === "Tunneling");
  return departs(look, "seeds") ? look.subjects("cluster").some((id) => isSeed(look, id) && look(exposure.cluster.exposeStrategy, id) === "Tunneling") : usual;
};

/** Whether some API servers of a Seed have a load balancer of their own. */
export const balancesApis = (look: Look, cluster: string): boolean =>
  departs(look, "api") && look.subjects("datacenter").some((id) => look(infrastructure.datacenter.seed, id) === cluster && look(exposure.datacenter.apiLoadBalancer, id) === true);

/** How user-cluster API servers are exposed where that departs from the usual. */
export const exposure = chapter("loadBalancer", "Load balancer", "", {
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
  },
  cluster: {
    exposeStrategy: choice(STRATEGIES, {
      kept: STRATEGY_KEPT,
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
    proxySources: blocks({
      section: "User-cluster API servers",
      label: "From which networks may the nodeport-proxy of this Seed be reached?",
      short: "Allowed networks of the nodeport-proxy",
      help: "IPv4 only. Workers, nodes of master and Seed, its pods and people with kubectl must be among them; at a public load balancer by the public addresses they leave from.",
      example: "10.20.0.0/24",
      source: "kkp.code.nodeport-proxy",
      team: "security",
      asked: (look, id): boolean => departs(look, "proxy-sources") && isSeed(look, id) && !proxyIsOff(look, id) && kindAt(look, id)?.addressesFrom !== "nodes",
    }),
  },
  datacenter: {
    exposeStrategy: choice(STRATEGIES, {
      kept: STRATEGY_KEPT,
      section: "User-cluster API servers",
      label: "Which expose strategy do user clusters of this datacenter get?",
      short: "Expose strategy of the datacenter",
      help: "KKP knows none of a datacenter: the Seed names the one that most of its user clusters have, and each of the others names its own.",
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
    sourceRanges: blocks({
      section: "User-cluster API servers",
      label: "From which networks may API servers of this datacenter be reached?",
      short: "Allowed source ranges",
      help: "Workers, nodes of master and Seed, its pods and people with kubectl must be among them; at a public load balancer by the public addresses they leave from.",
      example: "10.20.0.0/24",
      source: "kkp.apiserver-policies",
      team: "security",
      asked: (look): boolean => departs(look, "sources"),
    }),
  },
});
