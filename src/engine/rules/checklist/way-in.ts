import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { WayIn } from "../../providers/contract/kubeone/example-network.ts";
import { capital, listed } from "../../values/sentence.ts";
import { madeNetwork } from "../basics/example-network.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { intoMade, type Caller } from "../firewall/into-made.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { lastMade, madeWithMachines, networkTrialTitle } from "./made-network.ts";
import { afterWorkers } from "./places.ts";
import { carriedBy, spoken } from "./way-words.ts";

/** Those on a way into a network whose own networks are all there once that of one cluster is. */
export interface Trial {
  /** The cluster in whose step the way is tried from them. */
  readonly cluster: string;
  readonly who: string;
  /** How it shows that it leads there from them: a clause. */
  readonly seen: string;
}

/** How those outside come into the network of a place that Terraform only makes. */
export interface WayThere {
  readonly title: string;
  /** When it is tried from whom, in the order in which the networks are made. */
  readonly trials: readonly Trial[];
  readonly words: string;
  /** Those who come in, inside a sentence. */
  readonly who: string;
  /** Whom it carries to which addresses and ports. */
  readonly carried: string;
  readonly block: string;
  /** The cluster with which the network comes. */
  readonly first: string;
  readonly edge?: WayIn["edge"];
  /** Rows whose items come first. */
  readonly after: readonly string[];
  readonly open: readonly AnswerPath[];
}

/** Most callers that a title names. */
const NAMED = 4;

/** Callers by the cluster with whose network Terraform makes the last end of their way: before it nothing calls, or nothing is called. */
function byTrial(read: Reader, first: string, callers: readonly Caller[]): ReadonlyMap<string, readonly Caller[]> {
  const firstAt = (place: string) => read.optionalRule(madeNetwork, place)?.first;
  const last = (standsAt: string): string => lastMade(read, [first, firstAt(standsAt) ?? first], firstAt) ?? first;
  const trying = callers.map((caller) => [caller.standsAt === undefined ? first : last(caller.standsAt), caller] as const);
  const clusters = new Set(trying.map(([cluster]) => cluster));
  return new Map(read.subjects("cluster").filter((cluster) => clusters.has(cluster)).map((cluster) => [cluster, trying.flatMap(([at, caller]) => (at === cluster ? [caller] : []))]));
}

/** Places with callers from the network of a place that Terraform makes too, by the place in which these stand: with them a way may have to wait. */
export const calledFrom = rule<ReadonlyMap<string, readonly string[]>>({
  id: "checklist.called-from",
  title: "Networks that Terraform makes, by those that call them",
  per: "plan",
  sources: [],
  derive: (read) => {
    const found = new Map<string, string[]>();
    for (const [place, { callers }] of read.rule(intoMade)) {
      for (const at of new Set(callers.flatMap(({ standsAt }) => standsAt ?? []))) found.set(at, [...(found.get(at) ?? []), place]);
    }
    return found;
  },
});

/** Everybody of the firewall table whose rows lead from outside into the node network of a place, where Terraform makes it. */
export const wayThere = rule<WayThere>({
  id: "checklist.way-there",
  title: "Way into a network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    const made = madeWithMachines(read, place);
    const way = made?.network.wayIn;
    if (!made || !way) return read.notApplicable("The network of the machines is there before them.");
    const block = read.answer(network.place.nodeNetwork, place);
    const { callers, missing } = read.rule(intoMade).get(place) ?? { callers: [], missing: [] };
    if (callers.length === 0) return read.notApplicable("Nobody outside dials anything in it.");
    read.cite(...way.sources);
    const named = (some: readonly Caller[]): string => {
      const names = [...new Set(some.map(({ end }) => spoken(end, place)))];
      return listed(names.length > NAMED ? [...names.slice(0, NAMED - 1), `${names.length - NAMED + 1} others`] : names);
    };
    const filled = (text: string, some: string) => text.replaceAll("{callers}", some).replaceAll("{network}", block);
    const who = named(callers);
    return {
      title: `Way from ${who} to ${block} at ${placeName(read, place)}, which Terraform makes`,
      trials: [...byTrial(read, made.first, callers)].map(([cluster, some]) => ({ cluster, who: named(some), seen: filled(way.seen, named(some)) })),
      words: filled(way.words, who),
      who,
      carried: carriedBy(callers, place),
      block,
      first: made.first,
      ...(way.edge ? { edge: way.edge } : {}),
      after: [...new Set(callers.flatMap(({ end }) => (end.kind === "workers" && end.datacenter !== undefined ? afterWorkers(read, end.datacenter) : [])))],
      open: [...new Set([...missing, ...openIn(...callers.flatMap(({ rows }) => rows.flatMap(({ from, to }) => [...from, ...to])))])],
    };
  },
});

/** "the step “…” of the runbook tries", or of several steps. */
const stepsTry = (read: Reader, trials: readonly Trial[]): string =>
  `the ${trials.length === 1 ? "step" : "steps"} ${listed(trials.map(({ cluster }) => `“${networkTrialTitle(read, cluster)}”`))} of the runbook ${trials.length === 1 ? "tries" : "try"}`;

/** When the way is tried: from those whose own network comes later, once that one is there too. */
function triedThen(read: Reader, { trials, first }: WayThere): string {
  const now = trials.filter(({ cluster }) => cluster === first);
  const later = trials.filter(({ cluster }) => cluster !== first);
  const waits = later.map((trial) => `from ${trial.who} ${stepsTry(read, [trial])} it, when Terraform has made both networks`);
  return [...(now.length > 0 ? [`${stepsTry(read, now)} it`] : []), ...waits].join("; ");
}

/** What leads those outside there: routes of their own networks. */
const wayIn = rule<readonly Draft[]>({
  id: "checklist.way-in",
  title: "Checklist: way into a network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    onlyForNew(read);
    const way = read.rule(wayThere, place);
    const { title, words, who, carried, first, after, open } = way;
    return [
      itemOf(read, `way-in[${place}]`, {
        title,
        team: "network",
        chapter: "network",
        verify: `${words}; the way carries ${carried}; somebody is named who does so as soon as Terraform has made it, and ${triedThen(read, way)}`,
        why: `Nothing leads into a network that has just been made, and machines and addresses of ${clusterName(read, first)} in it are dialled from others, by ${who}.`,
        after,
        blockedBy: open,
      }),
    ];
  },
});

/** What filters at the edge of such a network and lets nobody in by itself. */
const edgeRules = rule<readonly Draft[]>({
  id: "checklist.edge-rules",
  title: "Checklist: rules at the edge of a network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    onlyForNew(read);
    const { edge, block, carried, first, trials, open } = read.rule(wayThere, place);
    if (!edge) return read.notApplicable("Nothing filters there but the rules of the machines.");
    return [
      itemOf(read, `edge-rules[${place}]`, {
        title: `Firewall of ${edge.title} at ${placeName(read, place)} lets in what dials ${block} from outside`,
        team: "security",
        chapter: "network",
        verify: `Its rules let in ${carried}; ${stepsTry(read, trials)} what answers by then, and the acceptance the rest`,
        why: `${capital(edge.because)}, so ${clusterName(read, first)} would be reached by nobody.`,
        after: [`way-in[${place}]`],
        blockedBy: open,
      }),
    ];
  },
});

export const wayInItems: readonly Rule<readonly Draft[]>[] = [wayIn, edgeRules];
