import { isAskedThrough, lookThrough } from "../answers/answers.ts";
import { shownOf, textOf } from "../answers/answer-words.ts";
import type { Question } from "../answers/question.ts";
import { findQuestion } from "../answers/chapters/registry.ts";
import type { Gap } from "../kernel/cell-order.ts";
import type { Entry, Evaluation } from "../kernel/evaluation.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../kernel/rule.ts";
import type { Assumption, SubjectNames } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** A product default or an empty answer that stood in, with the cell that tells what it came to. */
interface Assumed {
  readonly path: AnswerPath;
  readonly subject: string;
  readonly question: Question<unknown>;
  readonly entry: Entry;
}

/** Everything that stood in for an unanswered question, once: product defaults, and what an empty answer means. Names them anew only when one of them has become another. */
export class Assumptions {
  private gaps: readonly Gap[] = [];
  private names: SubjectNames | undefined;
  private turn = 0;
  private assumed: readonly Assumed[] = [];
  private made: readonly Assumption[] = [];

  /** The list for an evaluation; always the same evaluation. */
  of(evaluation: Evaluation, gaps: readonly Gap[], names: SubjectNames): readonly Assumption[] {
    if (gaps !== this.gaps) this.assumed = assumedIn(evaluation, gaps);
    let same = gaps === this.gaps && names === this.names;
    for (const { entry } of this.assumed) if (evaluation.upToDate(entry).changed > this.turn) same = false;
    if (!same) this.made = this.assumed.flatMap((one) => assumptionOf(one, names));
    this.gaps = gaps;
    this.names = names;
    this.turn = evaluation.turn;
    return this.made;
  }
}

function assumedIn(evaluation: Evaluation, gaps: readonly Gap[]): readonly Assumed[] {
  const paths = new Set<AnswerPath>();
  for (const gap of gaps) for (const path of gap.assumed) paths.add(path);
  return [...paths].flatMap((path) => {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    return question?.productDefault ?? question?.empty ? [{ path, subject, question, entry: evaluation.entry(valueOf(question), subject) }] : [];
  });
}

function assumptionOf({ path, subject, question, entry: { cell } }: Assumed, names: SubjectNames): readonly Assumption[] {
  const standsIn = question.productDefault ?? question.empty;
  if (!standsIn || cell?.outcome.kind !== "known") return [];
  const { sentence, source } = standsIn;
  const { value } = cell.outcome;
  const [text, shown] = question.productDefault ? [textOf(question.control, value), shownOf(question.control, value)] : [String(value), String(value)];
  return [{ path, question: question.id, subject, title: titleOf(question, subject, { names }), value: text, shown, sentence, source, ...(question.productDefault ? {} : { empty: true as const }) }];
}

/** What an empty answer means, where its question is asked. */
function whenEmpty(read: Reader, question: Question<unknown>, subject: string): string {
  if (!isAskedThrough(read, question, subject)) return read.notApplicable("The question is not asked there.");
  if (!question.empty || question.empty.where?.(lookThrough(read), subject) === false) return read.notApplicable("The question has to be answered.");
  return question.empty.shown;
}

const values = new WeakMap<Question<unknown>, Rule<unknown>>();

/** The rule that gives what stands in for the answer to a question; one for each question, so that it is kept. */
function valueOf(question: Question<unknown>): Rule<unknown> {
  let value = values.get(question);
  if (!value) {
    const derive = question.productDefault ? (read: Reader, subject: string): unknown => read.answer(question, subject) : (read: Reader, subject: string) => whenEmpty(read, question, subject);
    value = rule({ id: `assumed.${question.id}`, title: question.short, per: question.subject, sources: [], derive });
    values.set(question, value);
  }
  return value;
}
