import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { ubuntu } from "../../operating-systems/ubuntu.ts";
import type { KubeOneSupport, PlanValue, Provider, TerraformVariable } from "../../providers/provider.ts";
import { formatAddress } from "../../values/address.ts";
import { overlapOf, parseBlock, parseRange } from "../../values/range.ts";
import { continued, listed } from "../../values/sentence.ts";
import { announcedBy } from "../basics/announced-by.ts";
import { madeByTerraform } from "../basics/example-network.ts";
import { platformSystem, serverOf } from "../basics/image-takers.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { platformWorkers, usesTerraform } from "../basics/provisioning.ts";
import { figureOf } from "../sizing/figures.ts";
import { workerDisk } from "../../facts/sizing.ts";
import { sites } from "../firewall/sites.ts";
import { residentsOf } from "../addresses/residents.ts";
import { statedDhcp } from "../addresses/stated-dhcp.ts";
import { knownIds } from "../firewall/subjects.ts";
import { SIZES } from "./machine-sizes.ts";
import { workersStand } from "../basics/made-networks.ts";
import { balancerValue } from "../basics/balancer.ts";

/** Variables that Terraform has no default for, those whose default belongs to an example, and how it logs in. */
export function inputsOf(read: Reader, { inputs, settings, environment, note, workerDisk: root }: KubeOneSupport, cluster: string): string {
  const needed = inputs.map((input) => worded(read, input, cluster));
  const listsWorkers = read.rule(platformWorkers, cluster) === "static";
  const usual = settings.some(({ forOtherSystems }) => forOtherSystems) ? read.answer(versions.cluster.operatingSystem, cluster) === ubuntu.id : true;
  const vrrp = settings.some(({ forVrrp }) => forVrrp) && front(read, cluster)?.vrrp === true;
  const set = settings.filter(({ ofWorkers, forOtherSystems, forVrrp }) => (ofWorkers !== true || !listsWorkers) && (forOtherSystems !== true || !usual) && (forVrrp !== true || vrrp)).map((setting) => worded(read, setting, cluster));
  return [
    ...(needed.length === 0 ? [] : [`It cannot do without ${listed(needed)}.`]),
    ...(set.length === 0 ? [] : [`Defaults of the example that this site replaces: ${set.join(", ")}.`]),
    ...(note === undefined ? [] : [note]),
    ...(root === undefined || listsWorkers ? [] : [(read.cite(...root.sources), filled(root.change, { disk: String(figureOf(read)(workerDisk)) }))]),
    ...(environment.length === 0 ? [] : [`${environment.join(", ")} ${environment.length === 1 ? "stands" : "stand"} in the environment, from the secret store.`]),
  ].map((sentence) => ` ${sentence}`).join("");
}

function worded(read: Reader, { name, question, plan }: TerraformVariable, cluster: string): string {
  const place = read.answer(infrastructure.cluster.place, cluster);
  const value = question !== undefined ? placeAnswer(read, question, place) : plan === undefined ? undefined : PLANNED[plan](read, cluster, place);
  return value?.kind === "known" ? `${name} (${value.value})` : name;
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
function apiOf(read: Reader, cluster: string): string {
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
  const block = PLANNED.nodeNetwork(read, cluster, place);
  const words = { network: block?.kind === "known" ? block.value : "the node network of the plan" };
  const first = made.by === "terraform" ? madeByTerraform(read, place)?.first : undefined;
  if (first !== undefined && first !== cluster) return ` ${filled(made.again ?? "", { first: clusterName(read, first) })}`;
  const prefix = block?.kind === "known" ? parseBlock(block.value)?.prefix : undefined;
  const named = made.named && sharedHere(read, place) ? placeAnswer(read, made.named.question, place) : undefined;
  return [
    filled(made.change, words),
    ...(made.otherPrefix && prefix !== undefined && prefix !== made.otherPrefix.than ? [filled(made.otherPrefix.change, { prefix: String(prefix) })] : []),
    ...(made.named && named?.kind === "known" ? [filled(made.named.change, { named: named.value })] : []),
    ...(made.fixed ? [leftAlone(read, read.fact(made.fixed), placeName(read, place))] : []),
  ].map((sentence) => ` ${sentence}`).join("");
}

const filled = (text: string, words: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (all, key: string) => words[key] ?? all);

/** Whether workers of user clusters stand in the node network of a place. */
const sharedHere = (read: Reader, place: string): boolean =>
  (read.rule(sites).get(place)?.datacenters ?? []).some((datacenter) => workersStand(read, datacenter) === "node-network");

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

type Planned = (read: Reader, cluster: string, place: string) => Value<string> | undefined;

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
  const kind = balancerValue(read, cluster);
  const balanced = kind.kind === "known" && kind.value.addressesFrom === "provider";
  const spread = read.answer(sizing.cluster.zones, cluster) > 1;
  if (balanced || spread) read.cite(...manifest.sources);
  return [...(balanced ? [manifest.balancers] : []), ...(spread ? [manifest.zones] : [])].map((sentence) => ` ${sentence}`).join("");
}

/** The front of the Kubernetes API, where there is one that the question is about. */
const front = (read: Reader, cluster: string) =>
  read.answer(infrastructure.cluster.controlPlanes, cluster) < 2 ? undefined : apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));

const nameInKubeOne = (read: Reader, cluster: string): string => operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster)).inKkp;

const known = (value: string | number | undefined): Value<string> | undefined => (value === undefined ? undefined : { kind: "known", value: String(value) });

/** What Terraform is told of the resolvers of a place: a hole until they are named, where no infrastructure brings its own. */
function dnsServers(read: Reader, place: string, of: (servers: readonly string[]) => string | undefined): Value<string> | undefined {
  if (!read.rule(knownIds).places.has(place)) return undefined;
  if (read.rule(sites).get(place)?.customerNetwork !== true) return known(of(read.optional(network.place.dnsServers, place) ?? []));
  const servers = read.maybe(network.place.dnsServers, place);
  return servers.kind === "known" ? known(of(servers.value)) : servers;
}

/** First or last address of the range that DHCP hands out. */
function dhcpEnd(read: Reader, place: string, end: "first" | "last"): Value<string> | undefined {
  if (!read.rule(knownIds).places.has(place)) return undefined;
  const stated = statedDhcp(read, place);
  const range = stated !== undefined ? known(stated) : read.rule(residentsOf, place).dhcp ? read.maybe(network.place.dhcp, place) : undefined;
  const parsed = range?.kind === "known" ? parseRange(range.value) : undefined;
  return parsed ? known(formatAddress({ family: parsed.family, number: parsed[end] })) : undefined;
}

/** Where the plan holds what a variable takes. */
const PLANNED: Readonly<Record<PlanValue, Planned>> = {
  ...SIZES,
  // KubeOne calls the cluster so as well, and the infrastructure its machines and roles: another word at the prompt would make others.
  clusterName: (read, cluster) => known(clusterName(read, cluster)),
  apiAddress: (read, cluster) => (front(read, cluster)?.addressFrom === "customer" ? read.maybe(loadBalancer.cluster.apiAddress, cluster) : known("stays empty")),
  // Terraform's example sets keepalived up as soon as it has an address, so another front leaves it empty.
  vrrpAddress: (read, cluster) => (front(read, cluster)?.vrrp === true ? read.maybe(loadBalancer.cluster.apiAddress, cluster) : known("stays empty")),
  vrrpRouterId: (read, cluster) => (front(read, cluster)?.vrrp === true ? known(read.answer(loadBalancer.cluster.vrrpRouterId, cluster)) : undefined),
  nodeNetwork: (read, _cluster, place) => (read.rule(knownIds).places.has(place) ? read.maybe(network.place.nodeNetwork, place) : undefined),
  gateway: (read, _cluster, place) => (read.rule(knownIds).places.has(place) ? read.maybe(network.place.gateway, place) : undefined),
  dhcpFirst: (read, _cluster, place) => dhcpEnd(read, place, "first"),
  dhcpLast: (read, _cluster, place) => dhcpEnd(read, place, "last"),
  dnsServers: (read, _cluster, place) => dnsServers(read, place, (servers) => servers.join(", ") || undefined),
  dnsServer1: (read, _cluster, place) => dnsServers(read, place, ([first]) => first),
  image: (read, cluster) => known(`one of ${platformSystem(read, cluster)}`),
  system: (read, cluster) => known(nameInKubeOne(read, cluster)),
  dnsServer2: (read, _cluster, place) => dnsServers(read, place, ([, second]) => second),
};
