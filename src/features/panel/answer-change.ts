import { givenAt, type AnswerPath, type Answers, type SubjectNames } from "../../engine/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { askedAt } from "../../plan-ui/layout.ts";

/** Longest value shown on either side of the arrow, in characters. */
const LONGEST = 60;

/** The one answer that differs, before and after in words; undefined when several or none differ. */
export function answerChange(
  before: Answers,
  after: Answers,
  names: SubjectNames,
): { readonly title: string; readonly before: string; readonly after: string } | undefined {
  const [path, ...others] = new Set([...differing(before.given, after.given), ...differing(before.open, after.open)]);
  const question = path === undefined ? undefined : askedAt(path)?.question;
  if (path === undefined || !question || others.length > 0) return undefined;
  const text = (answers: Answers) => {
    if (Object.hasOwn(answers.open, path)) return "not known yet";
    const value = givenAt(answers, path);
    return value === undefined ? "no answer" : shortened(answerText(question.control, value, names));
  };
  const [was, is] = [text(before), text(after)];
  return was === is ? undefined : { title: question.short, before: was, after: is };
}

/** Keys whose values differ; most maps are the same object, and large plans have thousands of answers. */
function differing(before: Readonly<Record<AnswerPath, unknown>>, after: Readonly<Record<AnswerPath, unknown>>): readonly AnswerPath[] {
  if (before === after) return [];
  return [...Object.keys(before).filter((path) => before[path] !== after[path]), ...Object.keys(after).filter((path) => !Object.hasOwn(before, path))];
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
