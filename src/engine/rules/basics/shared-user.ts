import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";

/**
 * The question whether workers of a datacenter are made with the user of the management, where the answer is that they are; undefined
 * where nothing of the platform is made on that infrastructure, so that the management has no user there.
 */
export function userOfManagement(read: Reader, { id, sharedUser }: Provider, datacenter: string): Question<boolean> | undefined {
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  const question = sharedUser && (providerQuestions.datacenter[sharedUser.question] as Question<boolean> | undefined);
  if (!question || read.optional(question, datacenter) !== true) return undefined;
  const made = read.subjects("cluster").some((cluster) => read.optional(infrastructure.cluster.provider, cluster) === id && read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone");
  return made ? question : undefined;
}
