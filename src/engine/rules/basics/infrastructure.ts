import { providerQuestions } from "../../answers/chapters/infrastructure.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
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
