import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { workersStand } from "../basics/made-networks.ts";
import { nodesBySize } from "../sizing/nodes.ts";
import { platformLines, standIns } from "./network-use.ts";
import { podsHeld } from "./pods-held.ts";
import { countsOnNodeAddresses } from "./pods-of-nodes.ts";
import { residentsOf } from "./residents.ts";

/** User clusters whose nodes stand in the node network of a place. */
export interface NodesBesidePods {
  readonly datacenter: string;
  readonly clusters: number;
  readonly nodes: number;
  /** Nodes of the largest of them. */
  readonly most: number;
}

/** What machines and pods take of a node network, whatever that network is. */
export interface PodAddressNeed {
  readonly place: string;
  /** Addresses that are taken for certain, and what takes them. */
  readonly least: number;
  readonly lines: readonly string[];
  /** Addresses that are planned with, and the steps to their number. */
  readonly planned: number;
  readonly steps: readonly string[];
  /** Clusters and datacenters whose machines stand in it, and the clusters among them whose pods take addresses of it. */
  readonly clusters: readonly string[];
  readonly alike: readonly string[];
  readonly beside: readonly NodesBesidePods[];
}

/** Machines and pods in the node network of a cluster whose pods take addresses of it, told for the first of those that share it. */
export const podAddressNeed = rule<PodAddressNeed>({
  id: "addresses.pod-address-need",
  title: "Addresses that machines and pods take of the node network",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    // Not applicable where its pods take none.
    read.rule(podsHeld, cluster);
    const place = read.answer(infrastructure.cluster.place, cluster);
    const { clusters, datacenters } = read.rule(residentsOf, place);
    const alike = clusters.filter((id) => countsOnNodeAddresses(read, id));
    if (alike[0] !== cluster) return read.notApplicable(`It is counted with ${clusterName(read, alike[0] ?? cluster)}.`);
    const machines = platformLines(read, place);
    const beside = datacenters.filter((id) => workersStand(read, id) === "node-network").map((id) => nodesOf(read, id)).filter(({ nodes }) => nodes > 0);
    const held = alike.map((id) => ({ name: clusterName(read, id), ...read.rule(podsHeld, id) }));
    const others = machines.filter(({ cluster: id }) => !alike.includes(id)).map((line) => ({ ...line, more: standIns(read, line.groups) }));
    const parts = [
      ...held.map((one) => ({ count: one.planned, step: `${formatCount(one.workers, "worker")} of ${one.name} and ${one.standIns} for a while in place of others, each with ${formatFigure(one.each)} addresses for itself and all pods that it may run: ${formatFigure(one.workers + one.standIns)} × ${formatFigure(one.each)} = ${formatFigure(one.planned)}.` })),
      ...others.map(({ title, machines: count, more }) => ({ count: count + more, step: `${formatCount(count, "machine")} (${title}) and ${more} for a while: ${formatFigure(count + more)}.` })),
      ...beside.map(({ datacenter, clusters: count, nodes }) => ({ count: nodes + standIns(read, count), step: `${formatCount(nodes, "node")} of ${formatCount(count, "user cluster")} of ${datacenterName(read, datacenter)} and one more of each for a while: ${formatFigure(nodes + standIns(read, count))}.` })),
    ];
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    const planned = sum(parts.map(({ count }) => count));
    return {
      place,
      least: sum([...machines.map((line) => line.machines), ...held.map(({ certain }) => certain), ...beside.map(({ nodes }) => nodes)]),
      lines: [
        ...machines.map((line) => `${formatCount(line.machines, "machine")} (${line.title})`),
        ...beside.map(({ datacenter, nodes }) => `${formatCount(nodes, "node")} (user clusters of ${datacenterName(read, datacenter)})`),
        ...held.map(({ name, certain, pods }) => `${formatCount(certain, "pod")} (${certain === pods ? `of ${name}` : `as many as workers of ${name} may run`})`),
      ],
      planned,
      steps: [...parts.map(({ step }) => step), ...(parts.length > 1 ? [`${parts.map(({ count }) => formatFigure(count)).join(" + ")} = ${formatFigure(planned)} addresses.`] : [])],
      clusters,
      alike,
      beside,
    };
  },
});

function nodesOf(read: Reader, datacenter: string): NodesBesidePods {
  const sizes = nodesBySize(read, datacenter);
  return { datacenter, clusters: sizes.reduce((sum, { count }) => sum + count, 0), nodes: sizes.reduce((sum, { count, nodes }) => sum + count * nodes, 0), most: Math.max(0, ...sizes.map(({ nodes }) => nodes)) };
}
