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

/** The same for an item that is proved in the node networks of several places: those of clusters, unless it says otherwise. */
export const afterNetworks = (read: Reader, takesPart = (place: string): boolean => (read.rule(sites).get(place)?.clusters ?? []).length > 0): readonly string[] =>
  read.aside(() => read.subjects("place").filter(takesPart)).flatMap((place) => afterNetwork(read, place));

/** The same for images that are pulled before the installation, on machines of all node networks or on others like them. */
export const afterLikeNodes = (read: Reader): readonly string[] => (leftToTrials(read) === "" ? afterNetworks(read) : []);

/** A proof that needs machines in the node network of a place: where Terraform makes it, what can be seen before, and when the rest is tried. What one cluster needs is tried on its own machines, where Terraform makes them. */
export function fromNodes(read: Reader, place: string, proof: string, before: string, cluster?: string): string {
  const made = madeWithMachines(read, place);
  if (!made) return proof;
  const own = cluster !== undefined && usesTerraform(read, cluster) ? cluster : made.first;
  return `${before}; it is tried ${inStep(read, [own])}, when Terraform has made ${own === made.first ? "the network" : "its machines"}`;
}

/** On which machine images are pulled before the installation: one of the node network, or where Terraform makes it, one that is filtered alike. */
export const likeNodes = (read: Reader): string => (leftToTrials(read) === "" ? "in the node network" : "behind the same filter as the nodes");

/** What a proof from all networks leaves to the runbook, since Terraform makes some of them; empty where all are there before. Places in which nothing takes part in the proof are left out. */
export function leftToTrials(read: Reader, takesPart: (place: string) => boolean = () => true): string {
  const made = [...new Set(read.subjects("place").filter(takesPart).flatMap((place) => madeSoFar(read, place)?.first ?? []))];
  return made.length === 0 ? "" : `; from ${made.length === 1 ? "the node network" : "the node networks"} of ${listed(made.map((cluster) => clusterName(read, cluster)))}, which Terraform makes, it is tried ${inStep(read, made)}`;
}

/** Whether one of these clusters stands at a place. Waits for nobody's answer. */
export const isAt = (read: Reader, clusters: readonly string[]) => (place: string): boolean => clusters.some((cluster) => read.optional(infrastructure.cluster.place, cluster) === place);

/** Whether the master stands at a place. */
export const isAtMaster = (read: Reader): ((place: string) => boolean) => isAt(read, read.subjects("cluster").filter((id) => read.optional(infrastructure.cluster.role, id) !== "seed"));
