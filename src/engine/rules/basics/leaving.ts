import { isAskedThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import type { Question } from "../../answers/question.ts";
import { known, openFor, type SourceId, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { Leaving, SeenAs } from "../../providers/contract/leaving.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { isPrivate } from "../../values/address.ts";
import { listed } from "../../values/sentence.ts";
import { knownIds } from "../firewall/subjects.ts";
import { madeNetwork } from "./example-network.ts";
import { workersStand } from "./made-networks.ts";

/** With which addresses machines are seen outside their network. */
export interface Seen {
  readonly as: SeenAs;
  /** Addresses in place of theirs; none where they are seen with their own. */
  readonly addresses: readonly Value<string>[];
  /** Whether only those on the internet see such addresses, while networks that are routed to the machines see their own. */
  readonly onInternet: boolean;
  /** Set where routers of a site do so, and not the infrastructure. */
  readonly fromSite?: true;
  /** What puts them in place, with its article, or whose machines they are. */
  readonly by: string;
  /** Where that can be read. */
  readonly sources: readonly SourceId[];
}

/** With which addresses nodes of a platform cluster are seen outside the node network of their place. */
export const nodesSeen = rule<Seen>({
  id: "network.nodes-seen",
  title: "Addresses that others see of the nodes",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const place = read.answer(infrastructure.cluster.place, cluster);
    if (!read.rule(knownIds).places.has(place)) return read.notApplicable("Nobody says where the nodes stand.");
    return inNodeNetwork(read, place, read.answer(infrastructure.cluster.provider, cluster));
  },
});

/** With which addresses workers of a datacenter are seen outside their network. */
export const workersSeen = rule<Seen>({
  id: "network.workers-seen",
  title: "Addresses that others see of the workers",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const stand = workersStand(read, datacenter);
    if (stand === "made-networks") return read.notApplicable("Routers that KKP makes stand for them.");
    const id = read.answer(infrastructure.datacenter.provider, datacenter);
    if (stand === "own-network") return asAnswered(read, id, leaving.datacenter, datacenter);
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    if (!read.rule(knownIds).places.has(place)) return read.notApplicable("Nobody says where the workers stand.");
    return inNodeNetwork(read, place, id);
  },
});

/** Machines in the node network of a place: that which Terraform makes may bring what translates. */
function inNodeNetwork(read: Reader, place: string, id: ProviderId): Seen {
  const made = read.optionalRule(madeNetwork, place);
  const by = made?.network.translates;
  if (made === undefined || by === undefined) return asAnswered(read, id, leaving.place, place);
  const provider = read.answer(infrastructure.cluster.provider, made.first);
  return { as: "gateway", addresses: [{ kind: "later", who: providerOf(provider).title, family: 4 }], onInternet: false, by, sources: made.network.sources };
}

function asAnswered(read: Reader, id: ProviderId, asks: { readonly seenAs: Question<SeenAs>; readonly seenAddresses: Question<readonly string[]> }, subject: string): Seen {
  const provider: Provider = providerOf(id);
  const leaves = provider.leaving;
  if (!leaves || (leaves.asked !== undefined && !isAskedThrough(read, asks.seenAs, subject))) return read.notApplicable("They are seen with their own addresses.");
  const as = leaves.only ?? read.answer(asks.seenAs, subject);
  const of = { sources: leaves.sources, ...fromSite(leaves) };
  if (as === "own") return { as, addresses: [], onInternet: leaves.onInternet === true, by: leaves.gateway, ...of };
  if (as === "each") return { as, addresses: [{ kind: "later", who: leaves.giver ?? provider.title, family: 4 }], onInternet: leaves.onInternet === true, by: leaves.giver ?? provider.title, ...of };
  const addresses = read.answer(asks.seenAddresses, subject);
  return { as, addresses: addresses.map(known), onInternet: leaves.onInternet === true && !addresses.some(isPrivateBlock), by: leaves.gateway, ...of };
}

const fromSite = ({ asked }: Leaving): Pick<Seen, "fromSite"> => (asked === undefined ? {} : { fromSite: true });

/** What others see in place of the addresses of machines, inside a sentence. */
export function standIn({ as, addresses, by }: Pick<Seen, "as" | "addresses" | "by">): string {
  if (as === "each") return "a public address of each";
  const known = addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []));
  return known.length > 0 ? listed(known) : `an address of ${by}`;
}

/** Whether a block holds private addresses. */
export const isPrivateBlock = (block: string): boolean => isPrivate(block.split("/")[0] ?? block);

/** The same as far as it is answered: open where somebody must say, undefined where nothing else can be seen or nobody can be asked yet. Never waits. */
export function seenSoFar(read: Reader, of: Rule<Seen>, subject: string): SeenSoFar | undefined {
  const seen = seenAtSight(read, of, subject);
  if (seen) read.cite(...seen.sources);
  return seen;
}

/** As far as it is answered; how is open while somebody must say. */
export type SeenSoFar = Omit<Seen, "as"> & { readonly as?: SeenAs };

/** The same for who only looks whether it matters: nothing is cited. */
export function seenAtSight(read: Reader, of: Rule<Seen>, subject: string): SeenSoFar | undefined {
  const outcome = read.outcome(of, subject);
  if (outcome.kind === "known") return outcome.value;
  if (outcome.kind === "not-applicable") return undefined;
  const open = openFor(outcome);
  const provider: Provider | undefined = providerSoFar(read, of, subject);
  const asked = open.question.split(".").at(-1) ?? "";
  return provider?.leaving && (ASKED.has(asked) || asked === provider.leaving.gatewayIn) ? { addresses: [open], onInternet: provider.leaving.onInternet === true, by: provider.leaving.gateway, sources: [], ...fromSite(provider.leaving) } : undefined;
}

/** Last parts of the paths of the questions behind it. */
const ASKED: ReadonlySet<string> = new Set(Object.values(leaving.place).map(({ key }) => key));

function providerSoFar(read: Reader, of: Rule<Seen>, subject: string): Provider | undefined {
  const id = read.optional(of.per === "cluster" ? infrastructure.cluster.provider : infrastructure.datacenter.provider, subject);
  return id === undefined ? undefined : providerOf(id);
}
