import { givenAt, type Answers } from "../../engine/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { askedAt } from "../../plan-ui/layout.ts";

/** Longest value shown on either side of the arrow, in characters. */
const LONGEST = 60;

/** The one answer that differs, before and after in words; undefined when several or none differ. */
export function answerChange(
  before: Answers,
  after: Answers,
  names: Readonly<Record<string, string>>,
): { readonly title: string; readonly before: string; readonly after: string } | undefined {
  const paths = new Set([before.given, after.given, before.open, after.open].flatMap((map) => Object.keys(map)));
  const [path, ...others] = [...paths].filter((each) => before.given[each] !== after.given[each] || before.open[each] !== after.open[each]);
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

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
