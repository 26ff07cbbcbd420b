import { isAskedThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { SeenAs } from "../../providers/contract/leaving.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { nodesSeen, workersSeen, type Seen } from "../basics/leaving.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { datacenterName, placeName } from "../basics/platform.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { fromNodes } from "./made-network.ts";
import { workerNetworkRow } from "./places.ts";

/** Infrastructures whose machines leave by a way that somebody chooses. */
const CHOSEN: ReadonlySet<string> = new Set((providers as readonly Provider[]).flatMap(({ id, leaving: leaves }) => (leaves && leaves.only === undefined ? [id] : [])));

const NOT_ASKED = "Nothing but firewalls of the customer stands in front of its machines.";

/** A network that machines leave, and whose they are. */
interface Left {
  readonly block: string;
  /** Where it is, or for whom, with its preposition. */
  readonly where: string;
  readonly provider: Provider;
  readonly seen: Seen;
  /** Whether nodes of user clusters are among them. */
  readonly workers: boolean;
}

const addressesOf = ({ addresses }: Seen): string => listed(addresses.flatMap((address) => (address.kind === "known" ? [address.value] : [])));

/** What is ordered, what comes of it, and what can be seen before there is the network. */
const WORDS: Readonly<Record<SeenAs, (left: Left) => { readonly title: string; readonly why: string; readonly before: string }>> = {
  own: ({ block, where, provider }) => ({
    title: `${block} ${where} routed without translation`,
    why: `Firewall rows name ${block} as the source of these machines: where ${provider.leaving?.asked === undefined ? `something of ${provider.title}` : "something on the way"} puts other addresses in place, every filter elsewhere drops them.`,
    before: `Whoever routes ${block} says that nothing on the way translates it`,
  }),
  each: ({ block, where, provider, seen }) => ({
    title: `A public address for each machine in ${block} ${where}`,
    why: `Each machine of ${block} shows another address of ${provider.leaving?.giver ?? provider.title} ${seen.onInternet ? "on the internet" : "in other networks"}, and a filter there lets none in that it has not been told of.`,
    before: provider.leaving?.room ?? "The quota of the account has room for them",
  }),
  gateway: ({ block, where, seen }) => ({
    title: `Way out of ${block} ${where} by ${addressesOf(seen)}`,
    why: `Filters elsewhere see ${addressesOf(seen)} in place of ${block}, and a list with ${block} alone lets nobody of it in.`,
    before: `${addressesOf(seen)} is reserved for it`,
  }),
};

/** What a server that a test machine calls writes down; clauses. */
const LOGGED: Readonly<Record<SeenAs, (left: Left) => string>> = {
  own: () => "a server elsewhere logs the address of a test machine there itself",
  each: ({ seen }) => `a server ${seen.onInternet ? "on the internet" : "elsewhere"} logs that address of a test machine`,
  gateway: ({ seen }) => `a server ${seen.onInternet ? "on the internet" : "elsewhere"} logs an address of ${addressesOf(seen)} when a test machine there calls it`,
};

function proofOf(left: Left): string {
  const { provider: { leaving: leaves }, seen, block, workers } = left;
  const proof = leaves?.seen[seen.as].replaceAll("{network}", block).replaceAll("{addresses}", addressesOf(seen)) ?? "";
  const pools = workers ? leaves?.pools?.[seen.as] : undefined;
  return `${proof.replace(/^[a-z]/, (letter) => letter.toUpperCase())}; ${LOGGED[seen.as](left)}${pools === undefined ? "" : `; it stands in writing that ${pools}`}`;
}

/** Clusters and datacenters of a place whose machines stand in its node network and leave it by a way that somebody chooses. */
function leavingAt(read: Reader, place: string): { readonly clusters: readonly string[]; readonly datacenters: readonly string[] } {
  const site = read.rule(sites).get(place);
  const chosen = (id: string | undefined): boolean => id !== undefined && CHOSEN.has(id);
  return {
    clusters: (site?.clusters ?? []).filter((id) => chosen(read.optional(infrastructure.cluster.provider, id))),
    datacenters: (site?.datacenters ?? []).filter((id) => chosen(read.optional(infrastructure.datacenter.provider, id)) && workersStandSoFar(read, id) === "node-network"),
  };
}

/** It is seen on a test machine of the network. */
const way = (read: Reader, row: string, left: Left, proof: (words: string, before: string) => string, after: string): Draft => {
  const { title, why, before } = WORDS[left.seen.as](left);
  read.cite(...left.seen.sources);
  return itemOf(read, row, { title, team: "network", chapter: "network", verify: proof(proofOf(left), before), why, after: [after] });
};

/** How machines leave the node network of a place. */
const ofPlace = rule<readonly Draft[]>({
  id: "checklist.way-out-of-place",
  title: "Checklist: way out of the node network",
  per: "place",
  sources: [],
  derive: (read, place) => {
    onlyForNew(read);
    if (!isAskedThrough(read, leaving.place.seenAs, place)) return read.notApplicable(NOT_ASKED);
    const { clusters: [cluster], datacenters } = leavingAt(read, place);
    const [datacenter] = datacenters;
    const seen = cluster !== undefined ? read.rule(nodesSeen, cluster) : datacenter !== undefined ? read.rule(workersSeen, datacenter) : read.notApplicable(NOT_ASKED);
    const id = cluster !== undefined ? read.answer(infrastructure.cluster.provider, cluster) : read.answer(infrastructure.datacenter.provider, datacenter);
    const left: Left = { block: read.answer(network.place.nodeNetwork, place), where: `at ${placeName(read, place)}`, provider: providerOf(id), seen, workers: datacenter !== undefined };
    return [way(read, `way-out[${place}]`, left, (words, before) => fromNodes(read, place, words, before), `node-network[${place}]`)];
  },
});

/** How workers leave a network of their own. */
const ofDatacenter = rule<readonly Draft[]>({
  id: "checklist.way-out-of-datacenter",
  title: "Checklist: way out of the worker network",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    onlyForNew(read);
    if (!isAskedThrough(read, leaving.datacenter.seenAs, datacenter)) return read.notApplicable(NOT_ASKED);
    const left: Left = {
      block: read.answer(network.datacenter.workerNetwork, datacenter),
      where: `for ${datacenterName(read, datacenter)}`,
      provider: providerOf(read.answer(infrastructure.datacenter.provider, datacenter)),
      seen: read.rule(workersSeen, datacenter),
      workers: true,
    };
    return [way(read, `way-out-of-workers[${datacenter}]`, left, (words) => words, workerNetworkRow(read, datacenter))];
  },
});

export const leavingItems: readonly Rule<readonly Draft[]>[] = [ofPlace, ofDatacenter];
