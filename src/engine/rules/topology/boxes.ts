import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Endpoint, TopologyBox } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { apiAddress } from "../addresses/assignments.ts";
import { lacksProxy } from "../basics/exposure.ts";
import { ends } from "../firewall/ends.ts";
import { sites } from "../firewall/sites.ts";
import { frameOf } from "./frames.ts";

/** Titles that need no name, because zone and frame around the box say where it stands. */
const IN_PLACE: Readonly<Partial<Record<Endpoint["kind"], string>>> = {
  "public-address": "Public address",
  entry: "Platform entry",
  "nodeport-proxy": "nodeport-proxy",
  "user-cluster-front": "User clusters",
  "api-servers": "API servers",
  "kubernetes-api": "Kubernetes API",
  nodes: "Nodes",
  "control-planes": "Control planes",
  "public-machines": "Control planes, in public",
  "example-bastion": "Bastion of the example",
  dns: "DNS servers",
  ntp: "Time servers",
  proxy: "HTTP proxy",
  bastion: "Bastion",
};

/** Second line of ends that have no address to show. */
const WITHOUT_ADDRESS: Readonly<Partial<Record<Endpoint["kind"], string>>> = {
  users: "browser, kubectl",
  engineers: "machines of their own",
  internet: "any address",
  registries: "on the internet",
};

const KINDS: Readonly<Partial<Record<Endpoint["kind"], TopologyBox["kind"]>>> = {
  users: "people",
  engineers: "people",
  "public-address": "virtual-address",
  entry: "virtual-address",
  "nodeport-proxy": "virtual-address",
  "user-cluster-front": "virtual-address",
  "api-servers": "virtual-address",
  nodes: "machines",
  "control-planes": "machines",
  "public-machines": "machines",
  "example-bastion": "machines",
  workers: "machines",
  carriers: "machines",
  workloads: "virtual-address",
  router: "router",
};

/** What a box says of its end: its addresses in short, or the first with the number of the others. An open address leaves it open. */
export function detailOf({ id, kind, addresses, asn }: Endpoint): Value<string> {
  // An IPv6 network that each machine draws is no hole beside one that is known.
  const hole = addresses.find((address) => address.kind !== "known" && !(address.kind === "later" && address.family === 6));
  if (hole) return hole;
  const texts = addresses.map((address) => (address.kind === "known" ? address.value : address.kind === "later" ? address.who : ""));
  const [first, ...others] = texts;
  if (first === undefined) return known(id === ends.mirrorHost ? "fills the mirrors" : (WITHOUT_ADDRESS[kind] ?? ""));
  if (asn !== undefined) return known(`${first}, AS ${asn}`);
  if (kind === "control-planes" && texts.length <= SHORT_LIST) return known([first, ...others.map((text) => sameStart(first, text))].join(", "));
  return known(others.length === 0 ? first : `${first} and ${others.length} more`);
}

/** Longest list of addresses that a box writes out. */
const SHORT_LIST = 3;

/** An IPv4 address that differs from another in its last part only, by that part: `.12`. */
function sameStart(first: string, text: string): string {
  const dot = text.lastIndexOf(".");
  return dot > 0 && first.startsWith(text.slice(0, dot + 1)) ? text.slice(dot) : text;
}

/** Box of one end, in the frame of its virtual addresses or of its cluster. */
export function boxOf(read: Reader, end: Endpoint, zone: string): TopologyBox {
  const { id, kind, cluster } = end;
  const frame = cluster === undefined ? undefined : frameOf(kind, cluster);
  return { id, zone, ...(frame === undefined ? {} : { frame }), title: titleOf(read, end), detail: detailOf(end), kind: kindOf(read, end) };
}

function titleOf(read: Reader, { id, kind, place, cluster, title }: Endpoint): string {
  if (place === undefined) return title;
  if (kind === "nodeport-proxy" && cluster !== undefined && lacksProxy(read, cluster)) return "Node ports";
  if (kind === "entry" && cluster !== undefined && id !== ends.entry(cluster)) return "Former entry";
  if (kind === "entry" && title !== IN_PLACE.entry) return "Entry";
  if (kind !== "provider-api") return IN_PLACE[kind] ?? title;
  const provider = read.rule(sites).get(place)?.providers.find((candidate) => ends.providerApi(place, candidate) === id);
  return (provider === undefined ? undefined : providerOf(provider).api?.title) ?? title;
}

function kindOf(read: Reader, { kind, cluster }: Endpoint): TopologyBox["kind"] {
  if (kind !== "kubernetes-api") return KINDS[kind] ?? "service";
  // A single control plane answers at its own address; only an address in front of several is a virtual one.
  return cluster !== undefined && read.outcome(apiAddress, cluster).kind === "not-applicable" ? "machines" : "virtual-address";
}
