import type { Question } from "../../answers/question.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { urlHost } from "../../values/url-host.ts";

type Questions = Readonly<Record<string, Question<unknown>>>;

/** A text of a record with answers in place of `{questions}`; the name of a question stands in while it is open. The port that every HTTPS URL has is left out of one. */
export function filled(read: Reader, text: string, questions: Questions): string {
  const whole = text.replace(HOLE, (all, key: string, at: number) => {
    const question = questionFor(questions, key);
    const answer = read.maybe(question);
    if (answer.kind !== "known") return `<${question.short}>`;
    // A URL and whatever a port follows split at colons, which an IPv6 address has of its own.
    const splits = text.slice(0, at).endsWith("://") || /^:\d/.test(text.slice(at + all.length));
    return splits ? urlHost(String(answer.value)) : String(answer.value);
  });
  return whole.replaceAll(/(https:\/\/[^\s/`]+):443(?!\d)/g, "$1");
}

/** The same as a value: open while one of its answers is. */
export function filledValue(read: Reader, text: string, questions: Questions): Value<string> {
  const answers = [...text.matchAll(HOLE)].map(([, key = ""]) => read.maybe(questionFor(questions, key)));
  const hole = answers.find(({ kind }) => kind !== "known");
  return hole && hole.kind !== "known" ? hole : known(filled(read, text, questions));
}

const HOLE = /\{(\w+)\}/g;

function questionFor(questions: Questions, key: string): Question<unknown> {
  const question = questions[key];
  if (!question) throw new Error(`No record asks ${key}`);
  return question;
}
