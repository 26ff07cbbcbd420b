import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { madeNetwork, type MadeNetwork } from "../basics/example-network.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { sites } from "../firewall/sites.ts";
import { clusterName } from "../basics/platform.ts";

/** Title of the step that tries the network in which Terraform makes the machines of a cluster. */
export const networkTrialTitle = (read: Reader, cluster: string): string => `Try the network of ${clusterName(read, cluster)}`;

/** Title of the step in which the listed workers of a cluster are made, or seen to be ready. */
export const listedWorkersTitle = (read: Reader, cluster: string): string => `Have the listed workers of ${clusterName(read, cluster)} ready`;

/** Where a proof is tried that needs machines in a network which only Terraform makes: the end of a sentence. */
const inStep = (read: Reader, clusters: readonly string[]): string =>
  `in the ${clusters.length === 1 ? "step" : "steps"} ${listed(clusters.map((cluster) => `“${networkTrialTitle(read, cluster)}”`))} of the runbook`;

/** The node network of a place as far as it is known that Terraform makes it: the end of a sentence waits for nobody's answer. */
function madeSoFar(read: Reader, place: string): MadeNetwork | undefined {
  const made = read.outcome(madeNetwork, place);
  return made.kind === "known" ? made.value : undefined;
}

/** The node network of a place, where the installation makes it by Terraform; an upgrade finds it there. Waits until the infrastructure of each cluster there is known. */
export function madeWithMachines(read: Reader, place: string): MadeNetwork | undefined {
  read.need(...(read.rule(sites).get(place)?.clusters ?? []).map((cluster) => [infrastructure.cluster.provider, cluster] as const));
  return read.optionalRule(madeNetwork, place);
}

/** What comes before an item that is proved from a machine in the node network of a place: the network, where somebody orders it. Waits for nobody's answer. */
export const afterNetwork = (read: Reader, place: string): readonly string[] => (read.aside(() => madeSoFar(read, place)) ? [] : [`node-network[${place}]`]);

/** Places whose node networks somebody orders, so that proofs are made there before the installation: those of clusters, unless it is said otherwise. Waits for nobody's answer. */
export const orderedNetworks = (read: Reader, takesPart = (place: string): boolean => (read.rule(sites).get(place)?.clusters ?? []).length > 0): readonly string[] =>
  read.aside(() => read.subjects("place").filter(takesPart)).filter((place) => afterNetwork(read, place).length > 0);

/** The same for an item that is proved in the node networks of several places. */
export const afterNetworks = (read: Reader, takesPart?: (place: string) => boolean): readonly string[] => orderedNetworks(read, takesPart).flatMap((place) => afterNetwork(read, place));

/** The same for images that are pulled before the installation, on machines of all node networks or on others like them. */
export const afterLikeNodes = (read: Reader): readonly string[] => (leftToTrials(read) === "" ? afterNetworks(read) : []);

/** A proof that needs machines in the node network of a place: where Terraform makes it, what can be seen before, and when the rest is tried. What one cluster needs is tried on its own machines, where Terraform makes them. */
export function fromNodes(read: Reader, place: string, proof: string, before: string, cluster?: string): string {
  const made = madeWithMachines(read, place);
  if (!made) return proof;
  const own = cluster !== undefined && usesTerraform(read, cluster) ? cluster : made.first;
  return `${before}; it is tried ${inStep(read, [own])}, when Terraform has made ${own === made.first ? "the network" : "its machines"}`;
}

/** Added to a proof that needs a machine in the node network of one of these places: where Terraform makes it, when it is tried. Waits for nobody's answer. */
export function triedWhenMade(read: Reader, places: readonly string[]): string {
  const made = [...new Set(read.aside(() => places.flatMap((place) => madeSoFar(read, place)?.first ?? [])))];
  return made.length === 0 ? "" : `; it is tried ${inStep(read, made)}, when Terraform has made ${made.length === 1 ? "the network" : "the networks"}`;
}

/** On which machine images are pulled before the installation: one of the node network, or where Terraform makes it, one that is filtered alike. */
export const likeNodes = (read: Reader): string => (leftToTrials(read) === "" ? "in the node network" : "behind the same filter as the nodes");

/** Of clusters that a link joins, the one with whose network Terraform makes the last end of it; undefined where all are there before. Networks come in the order of the clusters. */
export function lastMade(read: Reader, clusters: readonly string[], firstAt: (place: string) => string | undefined): string | undefined {
  const makers = new Set(clusters.flatMap((cluster) => {
    const place = read.optional(infrastructure.cluster.place, cluster);
    return place === undefined ? [] : (firstAt(place) ?? []);
  }));
  return read.subjects("cluster").findLast((cluster) => makers.has(cluster));
}

/** The same of a proof from one end of a link to the other, which shows nothing before both are there. */
export function leftToLastTrial(read: Reader, clusters: readonly string[]): string {
  const firstAt = (place: string) => madeSoFar(read, place)?.first;
  const last = lastMade(read, clusters, firstAt);
  const makers = new Set(clusters.flatMap((cluster) => lastMade(read, [cluster], firstAt) ?? []));
  return last === undefined ? "" : leftTo(read, read.subjects("cluster").filter((cluster) => makers.has(cluster)), [last]);
}

/** What a proof from all networks leaves to the runbook, since Terraform makes some of them; empty where all are there before. Places in which nothing takes part in the proof are left out. */
export function leftToTrials(read: Reader, takesPart: (place: string) => boolean = () => true): string {
  const made = [...new Set(read.subjects("place").filter(takesPart).flatMap((place) => madeSoFar(read, place)?.first ?? []))];
  return made.length === 0 ? "" : leftTo(read, made, made);
}

const leftTo = (read: Reader, made: readonly string[], tried: readonly string[]): string =>
  `; from ${made.length === 1 ? "the node network" : "the node networks"} of ${listed(made.map((cluster) => clusterName(read, cluster)))}, which Terraform makes, it is tried ${inStep(read, tried)}`;

/** Whether one of these clusters stands at a place. Waits for nobody's answer. */
export const isAt = (read: Reader, clusters: readonly string[]) => (place: string): boolean => clusters.some((cluster) => read.optional(infrastructure.cluster.place, cluster) === place);

/** Clusters that are no Seed alone, so far as anybody said. Waits for nobody's answer. */
export const masters = (read: Reader): readonly string[] => read.subjects("cluster").filter((id) => read.optional(infrastructure.cluster.role, id) !== "seed");

/** Whether the master stands at a place. */
export const isAtMaster = (read: Reader): ((place: string) => boolean) => isAt(read, masters(read));
