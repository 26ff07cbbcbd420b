import type { Control, Question } from "../../answers/question.ts";
import { PLAN } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Decision } from "../../plan/plan.ts";

interface Words {
  readonly id: string;
  readonly title: string;
  /** What the choice brings, with this plan's own numbers. */
  readonly why: string;
}

/** One decision about an answer that the rule has read, or about the product default that stands in for it. */
export function decisionOn(read: Reader, question: Question<unknown>, subject: string, { id, title, why }: Words): Decision {
  const value = read.answer(question, subject);
  return {
    id: `decision.${id}${subject === PLAN ? "" : `[${subject}]`}`,
    question: read.path(question, subject),
    title,
    choice: wordOf(question.control, value),
    assumed: read.optional(question, subject) === undefined,
    from: read.cell,
    why,
  };
}

/** An answer as the form words it. */
function wordOf(control: Control, value: unknown): string {
  if (control.type === "yes-no") return value === true ? control.yes : control.no;
  if (control.type === "choice") return control.choices.find((choice) => choice.value === value)?.label ?? String(value);
  return String(value);
}
