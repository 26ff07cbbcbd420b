import type { AnswerPath } from "../../kernel/outcome.ts";
import { parseRange, type Range } from "../../values/range.ts";

/** Addresses that somebody else uses, and the answers that would say whether there are more. */
export interface Claims {
  readonly ranges: readonly { readonly range: Range; readonly why: string }[];
  readonly unstated: readonly AnswerPath[];
}

/** One claim, from an address or a range as it was stated. */
export const claim = (text: string, why: string): Claims["ranges"] => {
  const range = parseRange(text);
  return range ? [{ range, why }] : [];
};
