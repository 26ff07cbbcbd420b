import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { knownIds } from "../firewall/subjects.ts";

/** The question whether the infrastructure of a place creates load balancers; none where it always or never does. */
export const loadBalancerQuestion = ({ loadBalancerQuestion: key }: Provider): Question<boolean> | undefined =>
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  key === undefined ? undefined : (providerQuestions.place[key] as Question<boolean> | undefined);

/** Whether Services get addresses from the infrastructure of a place. Waits for the answer where it depends on the place. */
export function createsLoadBalancers(read: Reader, provider: Provider, place: string): boolean {
  const question = loadBalancerQuestion(provider);
  if (!question || !read.rule(knownIds).places.has(place)) return provider.nativeLoadBalancer;
  return read.answer(question, place);
}

/** The answer to a question that a provider's record asks about a place, in words. Undefined where the place is not part of the plan. */
export function placeAnswer(read: Reader, key: string, place: string): Value<string> | undefined {
  const question = providerQuestions.place[key];
  return question && read.rule(knownIds).places.has(place) ? inWords(read.maybe(question, place)) : undefined;
}

/** The answer to a question that a provider's record asks about a datacenter, in words. */
export function datacenterAnswer(read: Reader, key: string, datacenter: string): Value<string> | undefined {
  const question = providerQuestions.datacenter[key];
  return question && inWords(read.maybe(question, datacenter));
}

/** The answer to a question that a provider's record asks about a cluster, in words. */
export function clusterAnswer(read: Reader, key: string, cluster: string): Value<string> | undefined {
  const question = providerQuestions.cluster[key];
  return question && inWords(read.maybe(question, cluster));
}

const inWords = (value: Value<unknown>): Value<string> => (value.kind === "known" ? known([value.value].flat().map(String).join(", ")) : value);
