import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { listenersPerCluster } from "../../facts/sizing/node-ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import type { GroupRules } from "../../providers/contract/balancer-limits.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { balancerOf } from "../basics/balancer.ts";
import { departs, proxyRuns, spokenStrategies, strategiesOf, strategyOfDatacenter, type Strategy } from "../basics/exposure.ts";
import { allOf, clusterName, clustersIn, datacentersOf, userClustersOf } from "../basics/platform.ts";
import { listenersOfOne } from "./listeners.ts";
import { entryServices, mostClusters, portsOfMla, portsOfOne, proxyPorts, type ClusterPorts } from "./ports.ts";

/** What a Service has whose ports are open to everybody. */
const EVERYBODY = "0.0.0.0/0";

/** User clusters of a Seed that take the same number of rules each. */
interface Kind {
  readonly strategy: Strategy;
  readonly count: number;
  /** Allowed networks of the load balancer that leads to them. */
  readonly networks: readonly string[];
  /** Whether the API server of each has a load balancer besides. */
  readonly balanced: boolean;
}

/** The group of rules that the nodes of a Seed have, and what its load balancers write into it; not applicable where no bound is known. */
export const groupRules = rule<GroupRules>({
  id: "sizing.group-rules-of-provider",
  title: "Rules of the nodes that load balancers take",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom !== "provider") return read.notApplicable(`${kind.title} takes no rules of the infrastructure.`);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    return provider.groupRules ?? read.notApplicable(`No bound of such rules is known for ${provider.title}.`);
  },
});

/** Networks that may reach the nodeport-proxy; none where everybody may. */
const proxied = (read: Reader, seed: string): readonly string[] => (departs(read, "proxy-sources") && read.rule(proxyRuns, seed) ? [...new Set(read.answer(exposure.cluster.proxySources, seed))] : []);

/** Networks that may reach load balancers of user clusters of a datacenter: KKP puts both lists into one. */
const allowedIn = (read: Reader, datacenter: string, ofProxy: readonly string[]): readonly string[] => [...new Set([...ofProxy, ...(departs(read, "sources") ? read.answer(exposure.datacenter.sourceRanges, datacenter) : [])])];

/** Kinds of user clusters of a Seed, one for each datacenter. */
function kindsOf(read: Reader, seed: string, ofProxy: readonly string[]): readonly Kind[] {
  const kinds = read.rule(datacentersOf, seed).map((datacenter): Kind => {
    const strategy = read.rule(strategyOfDatacenter, datacenter);
    return {
      strategy,
      count: allOf(read.rule(clustersIn, datacenter)),
      networks: strategy === "LoadBalancer" ? allowedIn(read, datacenter, ofProxy) : ofProxy,
      balanced: departs(read, "api") && read.answer(exposure.datacenter.apiLoadBalancer, datacenter),
    };
  });
  return kinds.length > 0 ? kinds : read.rule(strategiesOf, seed).map((strategy) => ({ strategy, count: 0, networks: ofProxy, balanced: false }));
}

/** Whether a list of allowed networks shuts anybody out. */
const limits = (networks: readonly string[]): boolean => networks.length > 0 && networks.join() !== EVERYBODY;

/** Rules of one port: one for each allowed network, and one for each subnet from which a load balancer is checked that does not answer everybody. */
const rulesOfPort = (networks: readonly string[], subnets: number): number => (limits(networks) ? networks.length + subnets : 1);

/** Ports of a user cluster on the load balancer that leads to it. */
function portsOf(read: Reader, seed: string, strategy: Strategy): number {
  if (strategy === "Tunneling") return 0;
  if (strategy === "NodePort") return read.rule(proxyRuns, seed) ? listenersOfOne(read) : 0;
  return portsOfMla(read, portsOfOne(read, listenersPerCluster, seed, strategy, 0));
}

/** Subnets in which load balancers of a cluster stand: one in each zone. */
function subnetsOf(read: Reader, cluster: string): number {
  const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const cut = kubeone?.nodeNetwork?.zoneSubnets;
  return cut && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" ? read.fact(cut).zones : read.answer(sizing.cluster.zones, cluster);
}

/** Inbound rules of the group of a Seed's nodes, and how they come about. */
interface GroupUse {
  /** Rules that are there before any load balancer of a user cluster is. */
  readonly fixed: number;
  readonly ports: ClusterPorts;
  /** The longest list of allowed networks; none where everybody may come. */
  readonly networks: number;
  readonly subnets: number;
  /** Rules that the group has before any load balancer is made. */
  readonly there: number;
}

/** What load balancers of a Seed write into the group of its nodes. */
export const groupRuleUse = rule<GroupUse>({
  id: "sizing.group-rule-use",
  title: "Rules that load balancers take of the nodes' group",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  derive: (read, cluster) => {
    const { before, each } = read.rule(groupRules, cluster);
    const { classic, icmp } = read.fact(each);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    const there = provisioning === "kubeone" || provisioning === "managed" ? read.fact(before)[provisioning] : 0;
    const ofProxy = proxied(read, cluster);
    const kinds = kindsOf(read, cluster, ofProxy);
    const lists = [ofProxy, ...kinds.map(({ networks }) => networks)].filter(limits);
    const subnets = lists.length === 0 ? 0 : subnetsOf(read, cluster);
    const perKind = kinds.map(({ strategy, count, networks, balanced }) => ({ count, each: portsOf(read, cluster, strategy) * rulesOfPort(networks, subnets) + (balanced ? classic : 0) }));
    const served = [...(read.rule(proxyRuns, cluster) ? [ofProxy] : []), ...kinds.flatMap(({ strategy, networks }) => (strategy === "LoadBalancer" ? [networks] : []))];
    const callers = new Set(served.flatMap((networks) => (networks.length === 0 ? [EVERYBODY] : networks)));
    return {
      fixed: there + entryServices(read, cluster) * classic + proxyPorts(read, cluster) * rulesOfPort(ofProxy, subnets) + callers.size * icmp,
      ports: {
        perCluster: Math.max(...perKind.map((kind) => kind.each)),
        used: perKind.reduce((sum, kind) => sum + kind.count * kind.each, 0),
        sum: perKind.map((kind) => `${kind.count} × ${kind.each}`).join(" + "),
      },
      networks: Math.max(0, ...lists.map(({ length }) => length)),
      subnets,
      there,
    };
  },
});

/** Inbound rules of the group of a Seed's nodes, and the number of user clusters at which it is full. */
export const groupRuleCeiling = rule<Ceiling>({
  id: "sizing.group-rules",
  title: "Rules of the nodes' group",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    const { holder, controller, quota } = read.rule(groupRules, cluster);
    const { limit } = read.fact(quota);
    const { fixed, ports, networks, subnets, there } = read.rule(groupRuleUse, cluster);
    const name = clusterName(read, cluster);
    const managed = read.answer(infrastructure.cluster.provisioning, cluster) === "managed";
    const spoken = networks === 0 ? "one rule for each port, since everybody may come" : `one rule for each port and each allowed network, ${networks} at most, and one for each port and each of ${formatCount(subnets, "subnet")}, from which it is checked`;
    const beside = ports.perCluster === 0 ? `${fixed} with what is there before and the entry, whatever the number of user clusters` : `${fixed} with what is there before and the entry, and ${ports.sum} for those with ${spokenStrategies(read.rule(strategiesOf, cluster))}`;
    return {
      id: `ceiling.group-rules[${cluster}]`,
      cluster,
      title: `Inbound rules of the ${holder}`,
      used: fixed + ports.used,
      limit,
      unit: "rules",
      raisedBy: "a higher quota",
      maxUserClusters: mostClusters(limit, fixed, ports, read.rule(userClustersOf, cluster)),
      from: read.cell,
      why: `For each load balancer that KKP asks for on ${name}, ${controller} writes ${spoken}: ${beside}.${there === 0 ? ` Rules that the group of ${name} has already come on top.` : ""}${managed ? " Another controller that takes these Services writes rules of its own." : ""}`,
    };
  },
});
