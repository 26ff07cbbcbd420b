import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import type { Connector } from "../../connectors/connector.ts";
import { discoveredAt } from "../../facts/identity.ts";
import { known, type AnswerPath, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { hostQuestion } from "./connectors.ts";

/** The hosts beside the issuer's own that its discovery document names, and the answer that says so. */
export interface DiscoveredHosts {
  readonly hosts: readonly Value<string>[];
  readonly answer: AnswerPath;
}

/** The same of an issuer that a source knows; none of any other. */
export function vendorHosts(read: Reader, issuer: string): readonly string[] {
  const vendor = discoveredAt(issuer);
  return vendor ? read.fact(vendor).further : [];
}

/** The same of the issuer that one Seed has of its own: a hole while nobody says which. */
export function seedIssuerHosts(read: Reader, cluster: string, issuer: string): DiscoveredHosts {
  if (discoveredAt(issuer)) return { hosts: vendorHosts(read, issuer).map(known), answer: read.path(authentication.cluster.ownIssuer, cluster) };
  const named = read.maybe(authentication.cluster.ownIssuerHosts, cluster);
  return { hosts: named.kind === "known" ? named.value.map(known) : [named], answer: read.path(authentication.cluster.ownIssuerHosts, cluster) };
}

/** Hosts beside its own that the discovery document of a source names; a hole while nobody says which, undefined where it has none. */
export function discoveredHosts(read: Reader, source: Connector): DiscoveredHosts | undefined {
  const [atHost, key] = [hostQuestion(source), source.endpoint?.furtherQuestion];
  const question = key === undefined ? undefined : (connectorQuestions.plan[key] as Question<readonly string[]> | undefined);
  if (!atHost || !question) return undefined;
  const host = read.maybe(atHost);
  if (host.kind === "known" && discoveredAt(host.value)) return { hosts: vendorHosts(read, host.value).map(known), answer: read.path(atHost) };
  const named = read.maybe(question);
  return { hosts: named.kind === "known" ? named.value.map(known) : [named], answer: read.path(question) };
}
