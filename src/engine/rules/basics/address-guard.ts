import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { AddressGuard } from "../../providers/contract/machine-networks.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";

/** What drops packets of announced addresses on an infrastructure, and whose it is. Ends the rule where no source says that anything does. */
export function guardOf(read: Reader, question: Question<ProviderId>, subject: string): { readonly guard: AddressGuard; readonly title: string } {
  const { addressGuard, title }: Provider = providerOf(read.answer(question, subject));
  return addressGuard ? { guard: addressGuard, title } : read.notApplicable(`No source says that ${title} drops packets of announced addresses.`);
}
