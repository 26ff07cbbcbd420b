import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { sshEntry } from "../access/ssh-entry.ts";
import { apiAddress, apiServerAddresses, entryAddress, nodeportProxyAddress, userClusterAddresses } from "../addresses/assignments.ts";
import { frontOf } from "../basics/api-front.ts";
import { balancerOf } from "../basics/balancer.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { volumeRules } from "../storage/index.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { platformMachines, replacing, type MachinePart } from "./machine-parts.ts";
import { groupRuleCeiling } from "./group-rules.ts";
import { nodesToMake } from "./nodes.ts";

/** What one subject takes of the quota of its infrastructure. */
export interface QuotaPart {
  readonly machines: readonly MachinePart[];
  readonly bastions: number;
  /** Nodes of user clusters, with those that replace others for a while. */
  readonly nodes: number;
  readonly volumes: number;
  /** GiB of all volumes. */
  readonly volumeSize: number;
  readonly balancers: number;
  /** Inbound rules of the group of its nodes; absent where load balancers take none. */
  readonly groupRules?: number;
  /** How the figures beside those of machines come about, each a full sentence. */
  readonly steps: readonly string[];
}

/** Volumes of a platform cluster that the storage driver of its infrastructure makes. */
function volumesOf(read: Reader, cluster: string): Pick<QuotaPart, "volumes" | "volumeSize" | "steps"> {
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const made = csi !== undefined && read.answer(storage.cluster.fastClass, cluster) === "provider";
  const needs = made ? volumeRules.flatMap((volumes) => read.optionalRule(volumes, cluster) ?? []).filter(({ count, total }) => count > 0 && total > 0) : [];
  if (needs.length === 0) return { volumes: 0, volumeSize: 0, steps: [] };
  const volumes = needs.reduce((sum, { count }) => sum + count, 0);
  const volumeSize = needs.reduce((sum, { total }) => sum + total, 0);
  const words = needs.map(({ title, count, total }) => `${title} ${formatFigure(count)} with ${formatFigure(total)} GiB`);
  return { volumes, volumeSize, steps: [`Volumes of ${clusterName(read, cluster)}: ${listed(words)}: ${formatCount(volumes, "volume")} with ${formatFigure(volumeSize)} GiB.`] };
}

/** Load balancers that the infrastructure of a platform cluster makes. */
function balancersOf(read: Reader, cluster: string): Pick<QuotaPart, "balancers" | "steps"> {
  const given = balancerOf(read, cluster).addressesFrom === "provider" ? [entryAddress, nodeportProxyAddress, userClusterAddresses, apiServerAddresses] : [];
  // A Service that has a virtual address; the customer's own Gateway and nodes that answer themselves have none.
  const services = given.flatMap((address) => read.optionalRule(address, cluster) ?? []).filter(({ virtual }) => virtual === true);
  const api = read.optionalRule(apiAddress, cluster);
  const fronts = [...services, ...(api && frontOf(read, cluster)?.addressFrom === "provider" ? [api] : [])];
  if (fronts.length === 0) return { balancers: 0, steps: [] };
  const balancers = fronts.reduce((sum, { count }) => sum + count, 0);
  return { balancers, steps: [`Load balancers of ${clusterName(read, cluster)}: ${listed(fronts.map(({ title }) => title))}: ${formatFigure(balancers)}.`] };
}

/** What a platform cluster takes of the quota, as far as it is not there. */
export const quotaOfCluster = rule<QuotaPart>({
  id: "sizing.quota-of-cluster",
  title: "Share of the quota of a platform cluster",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const machines = platformMachines(read, cluster);
    const { steps: ofVolumes, ...volumes } = volumesOf(read, cluster);
    const { steps: ofBalancers, balancers } = balancersOf(read, cluster);
    const bastions = machines.length > 0 && read.optionalRule(sshEntry, cluster) === "bastion" ? 1 : 0;
    const rules = read.optionalRule(groupRuleCeiling, cluster)?.used;
    return { machines, bastions, nodes: 0, ...volumes, balancers, ...(rules === undefined ? {} : { groupRules: rules }), steps: [...(bastions === 0 ? [] : [`${clusterName(read, cluster)}: KubeOne's Terraform example makes a bastion too.`]), ...ofVolumes, ...ofBalancers, ...(rules === undefined ? [] : [`The group of nodes of ${clusterName(read, cluster)} takes ${formatFigure(rules)} inbound rules, as its ceiling counts them.`])] };
  },
});

/** What nodes and the first Services of a datacenter's user clusters take of the quota. */
export const quotaOfDatacenter = rule<QuotaPart>({
  id: "sizing.quota-of-datacenter",
  title: "Share of the quota of user clusters",
  per: "datacenter",
  sources: ["kubeone.machine-deployments"],
  derive: (read, datacenter) => {
    const made = nodesToMake(read, datacenter);
    if (!made) return read.notApplicable("No user cluster is planned here.");
    const { clusters, nodes, surge, sum } = made;
    const name = datacenterName(read, datacenter);
    const balancers = read.rule(workloadSupplier, datacenter).addressesFrom === "infrastructure" ? clusters : 0;
    return {
      machines: [],
      bastions: 0,
      nodes: nodes + surge,
      volumes: 0,
      volumeSize: 0,
      balancers,
      steps: [
        `${name}: ${sum} = ${formatFigure(nodes)}, and ${formatFigure(surge)} that ${replacing(surge)} for a while: ${formatFigure(nodes + surge)}.`,
        ...(balancers === 0 ? [] : [`Load balancers of ${name}: one for the ingress of each of ${formatCount(clusters, "user cluster")}, and more for each further Service of type LoadBalancer: at least ${formatFigure(balancers)}.`]),
      ],
    };
  },
});
