import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { mlaPlacement, zoneLabel } from "../../facts/placement.ts";
import { conformanceTaints } from "../../facts/quality.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { WorkerZones } from "../../providers/contract/kubeone/example-machines.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { workerCounts } from "../sizing/workers.ts";

/** Workers of a cluster as its zones hold them, without those that carry the MLA stacks alone. */
interface Spread {
  readonly zones: number;
  readonly workers: number;
  /** In each zone. */
  readonly each: number;
  /** Those of the MLA stacks in each zone. */
  readonly dedicated: number;
}

/** Both numbers are multiples of the zones, so that each zone holds as many. */
function spreadOf(read: Reader, cluster: string): Spread {
  const zones = read.answer(sizing.cluster.zones, cluster);
  const { workers, dedicated } = read.rule(workerCounts, cluster);
  return { zones, workers: workers - dedicated, each: (workers - dedicated) / zones, dedicated: dedicated / zones };
}

const inZones = (zones: number): string => (zones === 1 ? "" : ` in each of ${zones} zones`);

/** Workers of each MachineDeployment of the example. */
export const replicasForEach = (read: Reader, cluster: string): number => spreadOf(read, cluster).each;

/** What initial_machinedeployment_replicas holds, in words: it counts for each MachineDeployment alone. */
export function replicasOf(read: Reader, cluster: string): string {
  const { zones, each } = spreadOf(read, cluster);
  return zones === 1 ? formatCount(each, "worker") : `${formatCount(each, "worker")} for each MachineDeployment, one in each of ${zones} zones`;
}

/** Names of the zones, where an answer has them, behind a blank. */
function namesOf(read: Reader, cluster: string, { zonesQuestion }: Provider): string {
  const names = zonesQuestion === undefined ? undefined : placeAnswer(read, zonesQuestion, read.answer(infrastructure.cluster.place, cluster));
  return names?.kind === "known" ? ` (${names.value})` : "";
}

/** What is changed in the files of the example so that workers stand in the zones for which they are counted; sentences with a blank before each. */
export function zonesInFiles(read: Reader, cluster: string, { workerZones, inputs, outputsIn = "output.tf" }: KubeOneSupport): string {
  const spread = spreadOf(read, cluster);
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const names = namesOf(read, cluster, provider);
  const { zones } = spread;
  const several = workerZones?.several;
  if (workerZones && (several || zones > 1)) read.cite(...workerZones.sources);
  const sentences = workerZones && several ? ofSeveral(spread, several, workerZones, outputsIn) : zones === 1 ? [] : inputs.length === 0 ? [`dynamicWorkers of kubeone.yaml has an entry for each of ${zones} zones${names}, with a name of its own; whoever runs ${provider.title} says what puts each of them into another zone.`] : ofOne(zones, names, workerZones, provider.title, outputsIn);
  return [...sentences, ...dedicatedPool(read, spread, inputs.length > 0 ? `kubeone_workers in ${outputsIn}` : "dynamicWorkers of kubeone.yaml")].map((sentence) => ` ${sentence}`).join("");
}

function ofOne(zones: number, names: string, of: WorkerZones | undefined, title: string, outputs: string): readonly string[] {
  const copies = `kubeone_workers in ${outputs} gets one for each of ${zones} zones${names}, with a name of its own`;
  return of
    ? [`The example makes a single MachineDeployment, ${of.single ?? "in one zone"}: ${copies}, and ${of.field}.`]
    : [`The example makes a single MachineDeployment: ${copies}; whoever runs ${title} says what puts each of them into another zone, since no field of it names one.`];
}

function ofSeveral({ zones, workers, each }: Spread, several: readonly string[], { field }: WorkerZones, outputs: string): readonly string[] {
  const there = several.length;
  if (zones === there) return [`initial_machinedeployment_replicas counts for each of the ${there} MachineDeployments of the example, which stand in ${listed(several)}: ${workers} in it would make ${formatFigure(workers * there)}.`];
  if (zones < there) {
    const over = several.slice(zones);
    return [`The example makes ${there} MachineDeployments with as many workers each: in ${outputs}, ${over.length === 1 ? "that" : "those"} of ${listed(over)} ${over.length === 1 ? "falls" : "fall"} away, or there are ${formatFigure(each * there)}.`];
  }
  return [`The example makes ${there} MachineDeployments and as many subnets: for ${zones} zones, main.tf gets a subnet in each further one, and kubeone_workers in ${outputs} a MachineDeployment, whose ${field}.`];
}

/** The MachineDeployments of workers that carry the MLA stacks alone. */
function dedicatedPool(read: Reader, { zones, dedicated }: Spread, where: string): readonly string[] {
  if (dedicated === 0) return [];
  read.cite("kubeone.types");
  const { label, taint } = mlaMark(read);
  return [`For the MLA stacks alone ${where} has ${zones === 1 ? "a further one" : "further ones, one in each zone,"} with replicas = ${dedicated}, and in its providerSpec labels with ${label} and taints with ${taint}.`];
}

/** Label and taint of the workers that carry the MLA stacks alone. */
export function mlaMark(read: Reader): { readonly key: string; readonly label: string; readonly taint: string } {
  const { key, value, effect } = read.fact(mlaPlacement);
  return { key, label: `${key}: ${value}`, taint: `${key}=${value}:${effect}` };
}

/** How many workers of a cluster carry the MLA stacks alone, in all zones. */
export const dedicatedCount = (read: Reader, cluster: string): number => read.rule(workerCounts, cluster).dedicated;

/** What a cluster that somebody else runs or has built needs for workers of the MLA stacks, as a sentence with a blank before it. */
export function dedicatedThere(read: Reader, cluster: string): string {
  const { zones, dedicated } = spreadOf(read, cluster);
  if (dedicated === 0) return "";
  const { label, taint } = mlaMark(read);
  return ` ${formatCount(dedicated, "worker")}${inZones(zones)} ${dedicated === 1 ? "carries" : "carry"} the MLA stacks alone: whoever runs the cluster gives them the label ${label} and the taint ${taint}, in a node pool of their own or on each node.`;
}

/** The command that lists the workers of the MLA stacks; none where they have no workers of their own. */
export function dedicatedSeen(read: Reader, cluster: string): readonly string[] {
  if (spreadOf(read, cluster).dedicated === 0) return [];
  const { key, value } = read.fact(mlaPlacement);
  return [`kubectl get nodes -l ${key}=${value}`];
}

/** What lets the conformance test begin although workers carry a taint; nothing where none does. */
export function pastTaints(read: Reader, cluster: string): string {
  if (spreadOf(read, cluster).dedicated === 0) return "";
  const { option, unasked } = read.fact(conformanceTaints);
  return ` ${option}${unasked},${read.fact(mlaPlacement).key}`;
}

/** The command that shows the nodes with their zones, where there are several, and what it shows; a sentence with a blank before it. */
export function zonesSeen(read: Reader, cluster: string): { readonly command: string; readonly words: string } {
  const { zones, each, dedicated } = spreadOf(read, cluster);
  if (zones === 1) return { command: "kubectl get nodes", words: "" };
  const label = read.fact(zoneLabel);
  return { command: `kubectl get nodes -L ${label}`, words: ` At the end nodes show ${formatCount(each + dedicated, "worker")}${inZones(zones)}.` };
}

/** What hosts that are listed carry beside address and user, where the cluster spreads over zones or sets workers apart. */
export function marksOfHosts(read: Reader, cluster: string): string {
  const { zones, each, dedicated } = spreadOf(read, cluster);
  if (zones > 1 || dedicated > 0) read.cite("kubeone.types");
  const zonal = zones === 1 ? "" : ` Each host has the name of its zone in labels, as ${read.fact(zoneLabel)}, and ${formatCount(each + dedicated, "worker")} stand${inZones(zones)}.`;
  if (dedicated === 0) return zonal;
  const { label, taint } = mlaMark(read);
  return `${zonal} ${formatCount(dedicated, "worker")} of them${inZones(zones)} ${dedicated === 1 ? "carries" : "carry"} the MLA stacks alone, with ${label} in labels and ${taint} in taints.`;
}
