import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import type { Endpoint, Flow } from "../../plan/plan.ts";
import { contains, parseAny, parseBlock, type Block } from "../../values/range.ts";
import { madeNetwork } from "../basics/example-network.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { flowDrafts, flows } from "./connections.ts";
import { endpointRules } from "./endpoints/index.ts";

/** What one end outside dials in a network that Terraform makes. */
export interface Caller {
  readonly end: Endpoint;
  /** The place in whose network it stands itself, where Terraform makes that one as well. */
  readonly standsAt?: string;
  readonly rows: readonly { readonly row: Flow; readonly from: readonly Value<string>[]; readonly to: readonly Value<string>[] }[];
}

/** All of them, and the answers that further ones wait for. */
export interface IntoMade {
  readonly callers: readonly Caller[];
  readonly missing: readonly AnswerPath[];
}

/** Who dials from outside into the networks of places that Terraform makes, in the order of the firewall rows; in one pass, so that many places stay linear. */
export const intoMade = rule<ReadonlyMap<string, IntoMade>>({
  id: "firewall.into-made",
  title: "Callers from outside a network that Terraform makes",
  per: "plan",
  sources: [],
  derive: (read) => {
    const made = read.subjects("place").flatMap((place) => {
      const block = read.outcome(madeNetwork, place).kind === "known" ? parseBlock(read.optional(network.place.nodeNetwork, place) ?? "") : undefined;
      return block ? [{ place, block }] : [];
    });
    if (made.length === 0) return read.notApplicable("The networks of all machines are there before.");
    const ends = new Map(rowsFrom(read, endpointRules).rows.map((end) => [end.id, end]));
    const within = new Map(made.map(({ place, block }) => [place, new Set([...ends.values()].filter((end) => standsIn(read, end, place, block)).map(({ id }) => id))]));
    const placesOf = new Map<string, string[]>();
    for (const [place, ids] of within) for (const id of ids) placesOf.set(id, [...(placesOf.get(id) ?? []), place]);
    const callers = new Map(made.map(({ place }) => [place, new Map<string, Caller & { readonly rows: Caller["rows"][number][] }>()]));
    for (const row of read.rule(flows)) {
      const [source, destination] = [ends.get(row.source), ends.get(row.destination)];
      if (!source || !destination) continue;
      for (const place of placesOf.get(row.destination) ?? []) {
        if (within.get(place)?.has(row.source) === true || (source.place === place && IN_BOTH.has(source.kind))) continue;
        const here = callers.get(place);
        const standsAt = placesOf.get(row.source)?.[0] ?? (IN_BOTH.has(source.kind) ? made.find((one) => one.place === source.place)?.place : undefined);
        const caller = here?.get(row.source) ?? { end: source, ...(standsAt === undefined ? {} : { standsAt }), rows: [] };
        caller.rows.push({ row, from: rowAddresses(row, source), to: rowAddresses(row, destination) });
        here?.set(row.source, caller);
      }
    }
    const missing = read.rule(flowDrafts).missing;
    // What nobody has given an address yet may turn out to stand there.
    const unplaced = (place: string) => [...ends.values()].filter((end) => end.place === place && HELD.has(end.kind)).flatMap(({ addresses }) => addresses.flatMap((address) => (address.kind === "open" ? [address.question] : [])));
    return new Map(made.map(({ place }) => [place, { callers: [...(callers.get(place)?.values() ?? [])], missing: [...new Set([...missing, ...unplaced(place)])] }]));
  },
});

/** Machines that the example puts into the network and gives public addresses as well, by which others dial them. */
const IN_BOTH: ReadonlySet<Endpoint["kind"]> = new Set(["example-bastion", "public-machines"]);

/** Ends that machines of a place may hold or be. */
const HELD: ReadonlySet<Endpoint["kind"]> = new Set(["entry", "nodeport-proxy", "user-cluster-front", "api-servers", "kubernetes-api", "control-planes", "workers", "workloads"]);

/** Whether an end stands in the network of a place: machines of its clusters, what all has addresses there, and private load balancers that a cloud puts beside the machines. */
function standsIn(read: Reader, { kind, place: at, cluster, addresses, stands }: Endpoint, place: string, block: Block): boolean {
  if (at === place && (kind === "nodes" || kind === "control-planes")) return true;
  if (at === place && stands === "private" && cluster !== undefined && read.optional(balancerReach.cluster.cloudReach, cluster) === "internal") return true;
  const ranges = addresses.flatMap((address) => (address.kind === "known" ? address.value.split(", ").map((text) => parseAny(text)) : [undefined]));
  return ranges.some((range) => range?.family === block.family) && ranges.every((range) => range !== undefined && (range.family !== block.family || contains(block, range)));
}
