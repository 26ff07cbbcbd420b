import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";

/** Whether KKP is to make a network for each user cluster of a datacenter; no where the infrastructure leaves nobody the choice. */
export function makesNetworks(read: Reader, { creates }: Provider, datacenter: string): boolean {
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  const question = creates?.madeQuestion === undefined ? undefined : (providerQuestions.datacenter[creates.madeQuestion] as Question<boolean> | undefined);
  return question !== undefined && read.answer(question, datacenter);
}
