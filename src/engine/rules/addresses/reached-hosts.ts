import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import { parseAddress } from "../../values/address.ts";
import { single } from "../../values/range.ts";
import { placeName } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { askedHosts, connectorsInUse } from "../identity/connectors.ts";
import { offlinePlaces } from "../internet/offline.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Servers that pods and nodes must reach and that were stated as addresses, not names. */
export function reachedHosts(read: Reader): readonly Claimed[] {
  return [...read.subjects("place").flatMap((place) => ofPlace(read, place)), ...ofPlatform(read)];
}

/** Servers of one place. */
function ofPlace(read: Reader, place: string): readonly Claimed[] {
  const of = (question: Question<unknown>, texts: readonly string[], title: string): readonly Claimed[] =>
    texts.flatMap((text, at) => stated(read, question, { id: `host.${question.key}-${at + 1}[${place}]`, title: `${title} ${text} of ${placeName(read, place)}`, text, place }));
  const proxy = read.optional(network.place.proxyAddress, place);
  return [
    ...of(network.place.dnsServers, read.optional(network.place.dnsServers, place) ?? [], "DNS server"),
    ...of(network.place.ntpServers, read.optional(network.place.ntpServers, place) ?? [], "NTP server"),
    ...of(network.place.proxyAddress, proxy === undefined ? [] : [proxy], "Proxy"),
  ];
}

/** Servers of the whole platform, wherever they stand: mirrors, identity sources, and whoever signs certificates. */
function ofPlatform(read: Reader): readonly Claimed[] {
  const of = (question: Question<string> | undefined, title: string): readonly Claimed[] => {
    const text = question === undefined ? undefined : read.optional(question);
    return question === undefined || text === undefined ? [] : stated(read, question, { id: `host.${question.key}`, title: `${title} ${text}`, text });
  };
  const { mirrorRegistry, mirrorBinaries, mirrorPackages } = mirrors.plan;
  const offline = read.outcome(offlinePlaces).kind === "known";
  const sources = read.outcome(connectorsInUse);
  const signer = read.outcome(issuer);
  const server = signer.kind === "known" ? signer.value.endpoint : undefined;
  return [
    ...(offline ? [...of(mirrorRegistry, "Private registry"), ...of(mirrorBinaries, "Mirror of binaries"), ...of(mirrorPackages, "Mirror of packages")] : []),
    ...(sources.kind === "known" ? sources.value : []).flatMap(askedHosts).flatMap(({ question, title }) => of(question, title)),
    ...(server ? of(issuerQuestions.plan[server.addressQuestion] as Question<string> | undefined, server.title) : []),
  ];
}

/** A server as a range of one address; nothing while it is a name. */
function stated(read: Reader, question: Question<unknown>, { place, ...row }: { readonly id: string; readonly title: string; readonly text: string; readonly place?: string }): readonly Claimed[] {
  const address = parseAddress(row.text);
  if (!address) return [];
  return [{ row: { ...row, kind: "other", ...(place === undefined ? {} : { place }), path: read.path(question, place), from: read.cell, why: "Stated as an address." }, range: single(address) }];
}
