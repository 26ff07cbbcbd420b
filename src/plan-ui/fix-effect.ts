import { givenAt, withAnswer, type Answers, type Finding, type Fix, type Plan } from "../engine/index.ts";
import { answerText } from "./answer-text.ts";
import { changesBetween, type ChangeLine } from "./changes.ts";
import { askedAt } from "./layout.ts";
import { planIf } from "./plan-if.ts";
import { count } from "./words.ts";

/** What a fix does, told before it is applied. */
export interface FixEffect {
  /** Answers that it sets: "Edition: Community Edition → Enterprise Edition". */
  readonly sets: readonly string[];
  /** Whatever else changes, as parts of a sentence. */
  readonly also: readonly string[];
}

const told = new WeakMap<Plan, Map<Fix, FixEffect>>();

/** What a fix sets, and what changes besides the finding that it solves. Derived once for each plan. */
export function effectOf(answers: Answers, plan: Plan, finding: Finding, fix: Fix): FixEffect {
  const known = told.get(plan) ?? new Map<Fix, FixEffect>();
  told.set(plan, known);
  let effect = known.get(fix);
  if (!effect) {
    effect = derived(answers, plan, finding, fix);
    known.set(fix, effect);
  }
  return effect;
}

/** The effect of a fix where it was told before. */
export const knownEffect = (plan: Plan, fix: Fix): FixEffect | undefined => told.get(plan)?.get(fix);

function derived(answers: Answers, plan: Plan, finding: Finding, { set }: Fix): FixEffect {
  const after = planIf(set.reduce((before, { path, value }) => withAnswer(before, path, value), answers));
  const { names } = plan.project;
  const sets = set.flatMap(({ path, value }) => {
    const question = askedAt(path)?.question;
    if (!question) return [];
    const before = givenAt(answers, path);
    const words = (answer: typeof before) => (answer === undefined ? "no answer" : answerText(question.control, answer, names));
    return [`${question.short}: ${words(before)} → ${words(value)}`];
  });
  const open = new Set(plan.openPoints.map(({ path }) => path));
  const asked = after.openPoints.filter(({ path }) => !open.has(path));
  return {
    sets,
    also: [
      ...changesBetween(plan, after).flatMap((line) => (isSolved(line, finding) ? [] : [line.spoken])),
      ...(asked.length === 0 ? [] : [`${count(asked.length, "answer")} more to give: ${asked.map(({ title }) => title).join(", ")}`]),
    ],
  };
}

const isSolved = ({ key }: ChangeLine, { id }: Finding): boolean => key === `finding-${id}`;
