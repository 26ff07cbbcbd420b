import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { FileShares, Provider } from "../../providers/provider.ts";

/** Shares of the infrastructure that pods of a datacenter's user clusters mount; undefined where they use none. */
export function fileSharesOf(read: Reader, { fileShares }: Provider, datacenter: string): FileShares | undefined {
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  const question = fileShares && (providerQuestions.datacenter[fileShares.question] as Question<boolean> | undefined);
  return question && read.answer(question, datacenter) ? fileShares : undefined;
}

/** Why nothing about shares is said of a datacenter. */
export const noShares = ({ fileShares, title }: Provider): string => (fileShares ? `User clusters mount no shares of ${fileShares.title}.` : `KKP brings no driver for file shares to ${title}.`);
