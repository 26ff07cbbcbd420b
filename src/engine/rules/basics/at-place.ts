import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AccountNeed, Preparation, Provider, ProviderApi } from "../../providers/provider.ts";
import { loadBalancerQuestion } from "./infrastructure.ts";
import { knownIds } from "../firewall/subjects.ts";

/** Whether it is answered that the infrastructure of a place creates no load balancers. While it is open, everything is listed that they would need. */
export function lacksBalancers(read: Reader, provider: Provider, place: Value<string>): boolean {
  const question = loadBalancerQuestion(provider);
  if (!question || place.kind !== "known" || !read.rule(knownIds).places.has(place.value)) return false;
  const answer = read.maybe(question, place.value);
  return answer.kind === "known" && !answer.value;
}

/** The API of an infrastructure as the place has it. */
export function apiAt(read: Reader, provider: Provider, place: Value<string>): ProviderApi | undefined {
  const { api } = provider;
  return api?.withoutBalancers && lacksBalancers(read, provider, place) ? { ...api, ...api.withoutBalancers } : api;
}

/** A preparation as the place needs it; undefined where it needs none of it. */
export function preparationAt(read: Reader, provider: Provider, preparation: Preparation, place: Value<string>): Preparation | undefined {
  if (!preparation.forBalancers && !preparation.withoutBalancers) return preparation;
  if (!lacksBalancers(read, provider, place)) return preparation;
  return preparation.forBalancers ? undefined : { ...preparation, ...preparation.withoutBalancers };
}

/** What an account may do at a place. */
export const permissionsAt = (read: Reader, provider: Provider, { permissions, forBalancers }: AccountNeed, place: Value<string>): readonly string[] =>
  forBalancers && lacksBalancers(read, provider, place) ? permissions.filter((permission) => !forBalancers.includes(permission)) : permissions;
