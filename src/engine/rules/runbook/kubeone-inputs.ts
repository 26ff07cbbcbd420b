import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { filled } from "../../values/filled.ts";
import { overlapOf, parseBlock } from "../../values/range.ts";
import { continued, listed } from "../../values/sentence.ts";
import { announcedBy } from "../basics/announced-by.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { platformSystem, serverOf } from "../basics/image-takers.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { clusterName, placeName, releaseIn } from "../basics/platform.ts";
import { platformWorkers, selfMade, usesTerraform } from "../basics/provisioning.ts";
import { figureOf } from "../sizing/figures.ts";
import { kubeOneVersions } from "../../facts/operations.ts";
import { workerDisk } from "../../facts/sizing/machines.ts";
import { sites } from "../firewall/sites.ts";
import { front, nameInKubeOne, plannedNetwork } from "./planned-values.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { balancerValue } from "../basics/balancer.ts";

/** What else the writer of the files must know, and how Terraform or KubeOne logs in; sentences with a blank before each. */
export function inputsOf(read: Reader, { environment, note, noteBy, workerDisk: root }: KubeOneSupport, cluster: string): string {
  const listsWorkers = read.rule(platformWorkers, cluster) === "static";
  return [
    ...said(read, note, noteBy, cluster),
    ...(root === undefined || listsWorkers ? [] : [(read.cite(...root.sources), filled(root.change, { disk: String(figureOf(read)(workerDisk)) }))]),
    ...(environment.length === 0 ? [] : [`${environment.join(", ")} ${environment.length === 1 ? "stands" : "stand"} in the environment, from the secret store.`]),
  ].map((sentence) => ` ${sentence}`).join("");
}

/** What a writer of the files would stumble over, as far as an answer tells. */
function said(read: Reader, note: string | undefined, by: KubeOneSupport["noteBy"], cluster: string): readonly string[] {
  const answer = by && placeAnswer(read, by.question, read.answer(infrastructure.cluster.place, cluster));
  const words = answer?.kind === "known" ? by?.notes[answer.value] : note;
  return words === undefined || words === "" ? [] : [words];
}

/** What the manifest says of the image of machines that name it by URL, as a sentence with a blank before it. */
export function imageUrlOf(read: Reader, { imageUrls, kubeone }: Provider, cluster: string, made: "all" | "workers"): string {
  if (!kubeone?.imageUrl || !imageUrls) return "";
  read.cite(...kubeone.imageUrl.sources);
  const server = serverOf(read, imageUrls, read.answer(infrastructure.cluster.place, cluster));
  const image = `an image of ${platformSystem(read, cluster)}${server?.kind === "known" ? ` on ${server.value}` : ""}`;
  return ` ${filled(made === "all" ? kubeone.imageUrl.ofAll : kubeone.imageUrl.ofWorkers, { name: nameInKubeOne(read, cluster), image })}`;
}

/** How machines that Terraform makes get their addresses, after the number of them. */
export function machineAddressesOf(read: Reader, { apiEndpoint, plannedAddresses: planned }: KubeOneSupport, cluster: string): string {
  if (!planned) return "; the infrastructure hands out addresses.";
  read.cite(...planned.sources);
  const machines = read.maybe(infrastructure.cluster.controlPlaneAddresses, cluster);
  const list = machines.kind === "known" ? listed(machines.value) : "the addresses of the control planes";
  const ahead = front(read, cluster);
  const api = ahead?.id === apiEndpoint && planned.changeFront !== undefined ? apiOf(read, cluster) : undefined;
  const workers = planned.changeWorkers === undefined || read.rule(platformWorkers, cluster) !== "static" ? undefined : read.maybe(infrastructure.cluster.workerAddresses, cluster);
  const words: Readonly<Record<string, string>> = { machines: list, workers: workers?.kind === "known" ? listed(workers.value) : "the addresses of the workers", api: api ?? "" };
  const changes = [planned.change, ...(workers ? [planned.changeWorkers ?? ""] : []), ...(api ? [planned.changeFront ?? ""] : [])].join(" ").replace(/\{(\w+)\}/g, (all, key: string) => words[key] ?? all);
  return `, but no variable takes an address: as it is, the example draws leases. ${changes} tf.json must name ${list} before kubeone apply runs, since etcd and certificates keep what stands in it.`;
}

/** What is changed in the files of the example where people put another front before the Kubernetes API, or nothing before a single control plane. */
export function otherFrontOf(read: Reader, { otherFront, nothingInFront, apiEndpoint }: KubeOneSupport, cluster: string): string {
  const ahead = front(read, cluster);
  if (!ahead) return nothingInFront === undefined ? "" : ` ${filled(nothingInFront, { machine: read.optional(infrastructure.cluster.controlPlaneAddresses, cluster)?.[0] ?? "the address of the control plane" })}`;
  if (otherFront === undefined || ahead.id === apiEndpoint || ahead.addressFrom !== "customer") return "";
  read.cite("kubeone.code.terraform-output");
  return ` ${filled(otherFront, { api: apiOf(read, cluster) })} KubeOne takes the endpoint of tf.json before that of the manifest, and it cannot be changed afterwards: tf.json must name ${apiOf(read, cluster)} before kubeone apply runs.`;
}

/** The address in front of the Kubernetes API, in words while nobody has named it. */
export function apiOf(read: Reader, cluster: string): string {
  const address = read.maybe(loadBalancer.cluster.apiAddress, cluster);
  return address.kind === "known" ? address.value : "the address of the Kubernetes API";
}

/** What the files of the example get for addresses that the nodes announce themselves. */
export function announcedInFiles(read: Reader, { addressGuard: guard }: Provider, cluster: string): string {
  if (!guard) return "";
  const { api, block, inSegment } = announcedBy(read, cluster);
  const shown = api?.kind === "known" ? api.value : "the address of the Kubernetes API";
  const inside = [...(api ? [shown] : []), ...(block && inSegment === true ? [block.kind === "known" ? block.value : "the block of virtual addresses"] : [])];
  if (api || inside.length > 0) read.fact(guard.fact);
  return [...(api ? [filled(guard.controlPlanes, { api: shown })] : []), ...(inside.length > 0 ? [filled(guard.keptFree, { addresses: listed(inside) })] : [])].map((sentence) => ` ${sentence}`).join("");
}

/** How the machines come to stand in the node network of the plan, where no variable of the example asks for a network that is there. */
export function exampleNetworkOf(read: Reader, { nodeNetwork: made }: KubeOneSupport, cluster: string): string {
  if (!made) return "";
  read.cite(...made.sources);
  const place = read.answer(infrastructure.cluster.place, cluster);
  const block = plannedNetwork(read, place);
  const words = { network: block?.kind === "known" ? block.value : "the node network of the plan" };
  const first = made.by === "terraform" ? madeByTerraform(read, place)?.first : undefined;
  const shared = made.shared && sharesNetwork(read, place, cluster) ? (read.cite(...made.shared.sources), ` ${made.shared.change}`) : "";
  if (first !== undefined && first !== cluster) return ` ${filled(made.again ?? "", { first: clusterName(read, first) })}${shared}`;
  const prefix = block?.kind === "known" ? parseBlock(block.value)?.prefix : undefined;
  const named = made.named && sharedHere(read, place) ? placeAnswer(read, made.named.question, place) : undefined;
  return [
    filled(made.change, words),
    ...(made.otherPrefix && prefix !== undefined && prefix !== made.otherPrefix.than ? [filled(made.otherPrefix.change, { prefix: String(prefix) })] : []),
    ...(made.named && named ? [filled(made.named.change, { named: named.kind === "known" ? named.value : "by the name that is still open" })] : []),
    ...(made.fixed ? [leftAlone(read, read.fact(made.fixed), placeName(read, place))] : []),
  ].map((sentence) => ` ${sentence}`).join("") + shared;
}

/** Whether another cluster that KubeOne builds on the same infrastructure stands in the network of a place. */
const sharesNetwork = (read: Reader, place: string, cluster: string): boolean =>
  (read.rule(sites).get(place)?.clusters ?? []).some(
    (other) => other !== cluster && read.answer(infrastructure.cluster.provisioning, other) === "kubeone" && read.answer(infrastructure.cluster.provider, other) === read.answer(infrastructure.cluster.provider, cluster),
  );

/** Whether workers of user clusters stand, or may stand, in the node network of a place. */
const sharedHere = (read: Reader, place: string): boolean =>
  (read.rule(sites).get(place)?.datacenters ?? []).some((datacenter) => [undefined, "node-network"].includes(workersStandSoFar(read, datacenter)));

/** What comes of ranges that the example fixes, with those of the plan that they would cover. */
function leftAlone(read: Reader, ranges: readonly string[], place: string): string {
  const { userClusterPods, userClusterServices, platformPods, platformServices } = network.plan;
  const [widest = ""] = ranges;
  const wide = parseBlock(widest);
  const covered = [userClusterPods, userClusterServices, platformPods, platformServices].filter((question) => {
    const told = read.maybe(question);
    const inside = told.kind === "known" ? parseBlock(told.value) : undefined;
    return wide && inside && overlapOf(wide, inside) !== undefined;
  });
  const clash = covered.length === 0 ? "" : `, and ${widest} overlaps ${listed(covered.map((question) => `${read.answer(question)}, the ${continued(question.short)}`))}, so that pods could not reach machines there`;
  return `Left alone, Terraform makes ${listed(ranges)}: firewall rows, exceptions of the proxy and checks of this plan would hold for other addresses than those at ${place}${clash}.`;
}

/** What the manifest says about the front of the Kubernetes API, where people name its address. */
export function endpointOf(read: Reader, cluster: string): string {
  if (front(read, cluster)?.addressFrom !== "customer") return "";
  const address = apiOf(read, cluster);
  if (!usesTerraform(read, cluster)) return ` apiEndpoint.host is ${address}; left out, KubeOne would take the first control plane.`;
  read.cite("kubeone.code.terraform-output");
  return ` apiEndpoint.host is ${address}, and so is endpoint of kubeone_api in tf.json, which KubeOne takes before it.`;
}

/** Fields of the cloud in the manifest that KubeOne leaves off unless they are written. */
export function cloudFieldsOf(read: Reader, { manifest }: KubeOneSupport, cluster: string): string {
  if (!manifest) return "";
  const { always } = manifest;
  if (always !== undefined) read.cite(...manifest.sources);
  if (manifest.balancers === undefined && manifest.zones === undefined) return always === undefined ? "" : ` ${always}`;
  const kind = balancerValue(read, cluster);
  const balanced = kind.kind === "known" && kind.value.addressesFrom === "provider";
  const spread = read.answer(sizing.cluster.zones, cluster) > 1;
  if (balanced || spread) read.cite(...manifest.sources);
  const controller = balanced || spread ? controllerOf(read, manifest, cluster) : undefined;
  return [always, controller, balanced ? manifest.balancers : undefined, spread ? manifest.zones : undefined].flatMap((sentence) => (sentence === undefined ? [] : [` ${sentence}`])).join("");
}

/** What brings the cloud controller with releases of KubeOne that fit and leave it out unasked. */
function controllerOf(read: Reader, { controller }: NonNullable<KubeOneSupport["manifest"]>, cluster: string): string | undefined {
  if (!controller) return undefined;
  const fitting = read.optionalRule(selfMade, cluster) ?? read.fact(kubeOneVersions)[releaseIn(read).id];
  const without = read.fact(controller.releases).filter((release) => fitting.includes(release));
  return without.length === 0 ? undefined : filled(controller.words, { releases: listed(without) });
}
