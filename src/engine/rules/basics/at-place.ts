import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { ApiCaller, ProviderApi } from "../../providers/contract/api.ts";
import type { AccountNeed } from "../../providers/contract/credentials.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { Preparation } from "../../providers/contract/preparation.ts";
import { listed } from "../../values/sentence.ts";
import { loadBalancerQuestion } from "./infrastructure.ts";
import { releaseIn } from "./platform.ts";
import { knownIds } from "../firewall/subjects.ts";

/** Whether the infrastructure of a place creates load balancers; undefined while nobody has said it of the place, or which place it is. */
export function balancersAt(read: Reader, provider: Provider, place: Value<string>): boolean | undefined {
  const question = loadBalancerQuestion(provider);
  if (!question) return provider.nativeLoadBalancer;
  if (place.kind !== "known") return undefined;
  if (!read.rule(knownIds).places.has(place.value)) return provider.nativeLoadBalancer;
  const answer = read.maybe(question, place.value);
  return answer.kind === "known" ? answer.value : undefined;
}

/** The API of an infrastructure as some callers use it at a place; undefined also while its ports hang on an answer. The dashboard asks what its release knows. */
export function apiAt(read: Reader, provider: Provider, place: Value<string>, callers: readonly (ApiCaller | "dashboard")[]): ProviderApi | undefined {
  const { api } = provider;
  if (!api?.services) return api;
  const asked = callers.includes("dashboard") ? releaseIn(read).dashboardServices : [];
  const called = api.services.filter(({ id, calledBy }) => asked.includes(id) || calledBy.some((caller) => callers.includes(caller)));
  const balancers = called.some(({ forBalancers }) => forBalancers) ? balancersAt(read, provider, place) : false;
  if (balancers === undefined) return undefined;
  const used = called.filter(({ forBalancers }) => balancers || !forBalancers);
  const closed = new Set(api.services.filter((service) => !used.includes(service)).map(({ port }) => port));
  return {
    ...api,
    ports: api.ports.split(", ").filter((port) => !closed.has(port)).join(", "),
    ...(api.note === undefined ? {} : { note: api.note.replace("{services}", listed(used.map(({ title }) => title))) }),
  };
}

/** A preparation as the place needs it; undefined where it needs none of it, as far as anybody has said. */
export function preparationAt(read: Reader, provider: Provider, preparation: Preparation, place: Value<string>): Preparation | undefined {
  if (!preparation.forBalancers && !preparation.withoutBalancers) return preparation;
  const balancers = balancersAt(read, provider, place);
  if (preparation.forBalancers) return balancers === true ? preparation : undefined;
  return balancers === false ? { ...preparation, ...preparation.withoutBalancers } : preparation;
}

/** What an account may do at a place; nothing about load balancers while nobody has said that the place creates them. */
export const permissionsAt = (read: Reader, provider: Provider, { permissions, forBalancers }: AccountNeed, place: Value<string>): readonly string[] =>
  forBalancers && balancersAt(read, provider, place) !== true ? permissions.filter((permission) => !forBalancers.includes(permission)) : permissions;
