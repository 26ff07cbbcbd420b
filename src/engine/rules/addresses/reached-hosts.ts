import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import { parseAddress } from "../../values/address.ts";
import { single } from "../../values/range.ts";
import { placeName } from "../basics/platform.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Servers that pods and nodes must reach and that were stated as addresses, not names. */
export function reachedHosts(read: Reader): readonly Claimed[] {
  return read.subjects("place").flatMap((place) => {
    const name = placeName(read, place);
    const of = (question: Question<unknown>, texts: readonly string[], title: string): readonly Claimed[] =>
      texts.flatMap((text, at) => {
        const address = parseAddress(text);
        if (!address) return [];
        const path = read.path(question, place);
        return [{ row: { id: `host.${question.key}-${at + 1}[${place}]`, title: `${title} ${text} of ${name}`, text, kind: "other", place, path, from: read.cell, why: "Stated as an address." }, range: single(address) }];
      });
    const proxy = read.optional(network.place.proxyAddress, place);
    return [
      ...of(network.place.dnsServers, read.optional(network.place.dnsServers, place) ?? [], "DNS server"),
      ...of(network.place.ntpServers, read.optional(network.place.ntpServers, place) ?? [], "NTP server"),
      ...of(network.place.proxyAddress, proxy === undefined ? [] : [proxy], "Proxy"),
    ];
  });
}
