import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { FileShares } from "../../providers/contract/volumes.ts";
import { providerOf } from "../../providers/registry.ts";

/** Shares of the infrastructure that pods of a datacenter's user clusters mount; undefined where they use none. */
export function fileSharesOf(read: Reader, { fileShares }: Provider, datacenter: string): FileShares | undefined {
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  const question = fileShares && (providerQuestions.datacenter[fileShares.question] as Question<boolean> | undefined);
  return question && read.answer(question, datacenter) ? fileShares : undefined;
}

/** The same for rules about them alone, with their sources; ends a rule where there are none. */
export function sharesIn(read: Reader, datacenter: string): FileShares {
  const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  const shares = fileSharesOf(read, provider, datacenter);
  if (!shares) return read.notApplicable(provider.fileShares ? `User clusters mount no shares of ${provider.fileShares.title}.` : `KKP brings no driver for file shares to ${provider.title}.`);
  read.cite(...shares.sources);
  return shares;
}
