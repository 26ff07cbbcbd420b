import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isPublic, type ProviderApi } from "../../providers/contract/api.ts";
import { knownIds } from "./subjects.ts";

/** Where the infrastructure's API of a place answers: the customer's own endpoint, or the vendor's hosts of the region. */
export function hostsOf(read: Reader, api: ProviderApi, place: string): readonly Value<string>[] {
  // Keys come from provider records, so the questions are texts or lists of texts by the record's own definition.
  const question = (key: string | undefined) => (key === undefined ? undefined : (providerQuestions.place[key] as Question<string | readonly string[]> | undefined));
  const asked = question(api.addressQuestion);
  if (asked) {
    const further = question(api.furtherQuestion);
    return [...valuesOf(read.maybe(asked, place)), ...(further ? valuesOf(read.maybe(further, place)) : [])];
  }
  const regional = question(api.regionQuestion);
  if (!regional || !api.hosts.some((host) => host.includes(REGION))) return api.hosts.map(known);
  const region = read.maybe(regional, place);
  // A region that nobody has named is one hole, however many hosts carry it.
  if (region.kind !== "known") return [...api.hosts.filter((host) => !host.includes(REGION)).map(known), region];
  return api.hosts.map((host) => known(host.replaceAll(REGION, String(region.value))));
}

const valuesOf = (given: Value<string | readonly string[]>): readonly Value<string>[] => (given.kind === "known" ? [given.value].flat().map(known) : [given]);

/** The hosts of the vendor that are known by name; an endpoint of the customer is no host of the internet. */
export function knownHosts(read: Reader, api: ProviderApi, place: string | undefined): readonly string[] {
  if (place === undefined || !read.rule(knownIds).places.has(place)) return api.hosts.filter((host) => !host.includes(REGION));
  if (!isPublic(api)) return [];
  return hostsOf(read, api, place).flatMap((host) => (host.kind === "known" ? [host.value] : []));
}

/** Ends the rule while nobody has named the hosts, or the region in their names. */
export function needHosts(read: Reader, api: ProviderApi, place: string): void {
  const regional = api.hosts.some((host) => host.includes(REGION)) ? api.regionQuestion : undefined;
  const asked = [api.addressQuestion ?? regional].flatMap((key) => (key === undefined ? [] : (providerQuestions.place[key] ?? [])));
  read.need(...asked.map((question) => [question, place] as const));
}

/** Ends the rule while a host carries a region that nobody has named: the end's other hosts are none of its own. */
export function needRegion(read: Reader, api: ProviderApi, hosts: readonly string[], place: string): void {
  const regional = api.regionQuestion === undefined ? undefined : (providerQuestions.place[api.regionQuestion] as Question<string> | undefined);
  if (regional && hosts.some((host) => host.includes(REGION))) read.answer(regional, place);
}

const REGION = "{region}";
