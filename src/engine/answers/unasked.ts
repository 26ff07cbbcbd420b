import { PLAN } from "../kernel/outcome.ts";
import { listed } from "../values/sentence.ts";
import { LISTED_KINDS, lookAt, type Answers } from "./answers.ts";
import { chapters } from "./chapters/registry.ts";
import type { Notice } from "./notice.ts";
import { shownOf } from "./answer-words.ts";
import { pathOf, type Control, type Look, type Question } from "./question.ts";
import { whetherAsked } from "./whether-asked.ts";

/** Most answers that a sentence names as what a question hangs on. */
const MOST_NAMED = 4;

/** Answers that do not count, since nobody is asked for them: with the other answers, or while a default stands in for one of these. */
export function unaskedAnswers(answers: Answers): readonly Notice[] {
  const when = whetherAsked(answers);
  const told = (question: Question<unknown>, subject?: string): readonly Notice[] => {
    const path = pathOf(question, subject);
    if (!question.asked || !Object.hasOwn(answers.given, path) || Object.hasOwn(answers.open, path)) return [];
    const whether = when(question, subject);
    if (whether.kind === "now") return [];
    const hangsOn = (): readonly Notice[] => [{ path, kind: "unasked", text: `${question.short}: ${because(answers, question, subject)} Change what it hangs on, or take this answer away.` }];
    if (whether.kind === "never") return hangsOn();
    // Where nothing stands in for what is missing, the plan itself says that it waits for it.
    const standsIn = whether.answers.filter((one) => one.question.productDefault ?? one.question.empty);
    if (standsIn.length < whether.answers.length) return [];
    // What would take further answers as well is not what it waits for: it may be far from everything that this plan is about.
    const alone = standsIn.filter((one) => one.alone);
    if (alone.length === 0) return hangsOn();
    const names = alone.map((one) => `\`${one.path}\``);
    return [{ path, kind: "unasked", text: `${question.short}: It does not count while ${listed(names)} ${names.length === 1 ? "is" : "are"} not answered. Give ${names.length === 1 ? "that answer" : "those answers"} as well, or take this one away.` }];
  };
  return chapters.flatMap(({ questions }) => [
    ...questions.plan.flatMap((question) => told(question)),
    ...LISTED_KINDS.flatMap((kind) => answers.subjects[kind].flatMap((subject) => questions[kind].flatMap((question) => told(question, subject)))),
  ]);
}

const isClosed = ({ type }: Control): boolean => type === "choice" || type === "choices" || type === "yes-no";

/** Which answers leave a question unasked, in a sentence. */
function because(answers: Answers, question: Question<unknown>, subject: string | undefined): string {
  const look = lookAt(answers);
  const seen = new Set<string>();
  const noting = <T>(at: Question<T>, of?: string): T | undefined => {
    const value = look(at, of);
    seen.add(`“${at.short}${value !== undefined && isClosed(at.control) ? `: ${shownOf(at.control, value)}` : ""}”`);
    return value;
  };
  const noted: Look = Object.assign(noting, { subjects: look.subjects });
  question.asked?.(noted, subject ?? PLAN);
  const names = [...seen];
  return `It is not asked with ${names.length === 0 || names.length > MOST_NAMED ? "the other answers" : listed(names)}, and does not count.`;
}
