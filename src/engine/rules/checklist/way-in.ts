import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { WayIn } from "../../providers/provider.ts";
import { capital, listed } from "../../values/sentence.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { intoMade } from "../firewall/into-made.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { madeWithMachines, networkTrialTitle } from "./made-network.ts";
import { afterWorkers } from "./places.ts";
import { carriedBy, spoken } from "./way-words.ts";

/** How those outside come into the network of a place that Terraform only makes. */
export interface WayThere {
  readonly title: string;
  /** How it shows that it leads there, once the network is made: a clause. */
  readonly seen: string;
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
    const names = [...new Set(callers.map(({ end }) => spoken(end, place)))];
    const who = listed(names.length > NAMED ? [...names.slice(0, NAMED - 1), `${names.length - NAMED + 1} others`] : names);
    const filled = (text: string) => text.replaceAll("{callers}", who).replaceAll("{network}", block);
    return {
      title: `Way from ${who} to ${block} at ${placeName(read, place)}, which Terraform makes`,
      seen: filled(way.seen),
      words: filled(way.words),
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

/** What leads those outside there: routes of their own networks. */
const wayIn = rule<readonly Draft[]>({
  id: "checklist.way-in",
  title: "Checklist: way into a network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) => {
    onlyForNew(read);
    const { title, words, who, carried, first, after, open } = read.rule(wayThere, place);
    return [
      itemOf(read, `way-in[${place}]`, {
        title,
        team: "network",
        chapter: "network",
        verify: `${words}; the way carries ${carried}; somebody is named who does so as soon as Terraform has made it, and the step “${networkTrialTitle(read, first)}” of the runbook tries it`,
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
    const { edge, block, carried, first, open } = read.rule(wayThere, place);
    if (!edge) return read.notApplicable("Nothing filters there but the rules of the machines.");
    return [
      itemOf(read, `edge-rules[${place}]`, {
        title: `Firewall of ${edge.title} at ${placeName(read, place)} lets in what dials ${block} from outside`,
        team: "security",
        chapter: "network",
        verify: `Its rules let in ${carried}; the step “${networkTrialTitle(read, first)}” of the runbook tries what answers by then, and the acceptance the rest`,
        why: `${capital(edge.because)}, so ${clusterName(read, first)} would be reached by nobody.`,
        after: [`way-in[${place}]`],
        blockedBy: open,
      }),
    ];
  },
});

export const wayInItems: readonly Rule<readonly Draft[]>[] = [wayIn, edgeRules];
