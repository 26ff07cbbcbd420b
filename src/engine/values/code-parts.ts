/**
 * Code in a sentence, for a pattern: text between backticks. A backtick opens where a word could begin and closes where one
 * could end, so that one inside a value stays a letter.
 */
const CODE = String.raw`(?<![\w\`])\`(?!\s)([^\n]*?[^\s\`])\`(?![\w\`])`;

/** The parts of a sentence, in order; together they are the sentence without the backticks around code. */
export function codeParts(sentence: string): readonly { readonly text: string; readonly code: boolean }[] {
  // Every other piece is what a pair of backticks holds.
  return sentence.split(new RegExp(CODE, "g")).map((text, at) => ({ text, code: at % 2 === 1 })).filter(({ text }) => text !== "");
}

/** A sentence as it is read, without the backticks around code. */
export const withoutBackticks = (sentence: string): string => codeParts(sentence).map(({ text }) => text).join("");
