import { network } from "../../answers/chapters/network.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { namedHosts, type NamedHost } from "../../rules/internet/named-hosts.ts";
import { inWords } from "../../rules/internet/without-proxy.ts";
import { listed } from "../../values/sentence.ts";

type Asker = NamedHost["askedBy"][number];

/** A host that the customer names and that machines in places with one way out ask, whatever systems go by it. */
export interface AskedHost {
  /** In lower case, as the list of hosts behind the proxy is compared. */
  readonly host: string;
  readonly titles: readonly string[];
  readonly askedBy: readonly Asker[];
  /** Names of their places, as a sentence lists them. */
  readonly where: string;
  /** What of them takes no proxy, in words; absent where all of it does. */
  readonly withoutProxy?: string;
  /** The same places by their ids. */
  readonly places: readonly string[];
  /** Answers behind it: hosts, those that the proxy leads to where there is one, and the way out of each place. */
  readonly answers: readonly AnswerPath[];
}

/** Those among the hosts of `keep` that machines of `from` ask in places with this way out, each once. */
export function askedHosts(read: Reader, keep: (host: string) => boolean, from: (asker: Asker) => boolean = () => true, way: "proxy" | "offline" = "proxy"): readonly AskedHost[] {
  const behind = new Set(read.subjects("place").filter((place) => read.optional(network.place.internet, place) === way));
  if (behind.size === 0) return [];
  const byHost = new Map<string, NamedHost[]>();
  for (const row of read.rule(namedHosts)) byHost.set(row.host.toLowerCase(), [...(byHost.get(row.host.toLowerCase()) ?? []), row]);
  return [...byHost].flatMap(([host, rows]): readonly AskedHost[] => {
    if (!keep(host)) return [];
    const asking = rows.map((row) => ({ ...row, askedBy: row.askedBy.filter((asker) => behind.has(asker.place) && from(asker)) })).filter(({ askedBy }) => askedBy.length > 0);
    const askedBy = asking.flatMap((row) => row.askedBy);
    if (askedBy.length === 0) return [];
    const places = [...new Set(askedBy.map(({ place }) => place))];
    const without = [...new Set(askedBy.flatMap((asker) => asker.without))];
    return [{
      host,
      titles: [...new Set(asking.map(({ title }) => title))],
      askedBy,
      where: listed(places.map((place) => placeName(read, place))),
      places,
      ...(without.length === 0 ? {} : { withoutProxy: inWords(read, without) }),
      answers: [...new Set(asking.map(({ answer }) => answer)), ...(way === "proxy" ? [read.path(proxied.plan.proxiedHosts)] : []), ...places.map((place) => read.path(network.place.internet, place))],
    }];
  });
}
