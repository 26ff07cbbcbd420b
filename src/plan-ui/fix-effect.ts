import { givenAt, withFix, type AnswerPath, type Answers, type AnswerValue, type Finding, type Fix, type Plan } from "../engine/index.ts";
import { answerText } from "./answer-text.ts";
import { changesBetween, type ChangeLine } from "./changes.ts";
import { askedAt } from "./layout.ts";
import { planIf } from "./plan-if.ts";
import { count } from "./words.ts";

/** What a fix does, told before it is applied. */
export interface FixEffect {
  /** Answers that it sets or takes away: "Edition: Community Edition → Enterprise Edition", "Issuer of the Seed: take away login.example.com". */
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

function derived(answers: Answers, plan: Plan, finding: Finding, fix: Fix): FixEffect {
  const after = planIf(withFix(answers, fix));
  const said = (path: AnswerPath, change: (before: string, words: (answer: AnswerValue) => string) => string) => {
    const question = askedAt(path)?.question;
    if (!question) return [];
    const words = (answer: AnswerValue) => answerText(question.control, answer, plan.project.names);
    const before = givenAt(answers, path);
    return [`${question.short}: ${change(before === undefined ? "no answer" : words(before), words)}`];
  };
  const open = new Set(plan.openPoints.map(({ path }) => path));
  const asked = after.openPoints.filter(({ path }) => !open.has(path));
  return {
    sets: [
      ...(fix.takeAway ?? []).flatMap((path) => said(path, (before) => `take away ${before}`)),
      ...fix.set.flatMap(({ path, value }) => said(path, (before, words) => `${before} → ${words(value)}`)),
    ],
    also: [
      ...changesBetween(plan, after).flatMap((line) => (isSolved(line, finding) ? [] : [line.spoken])),
      ...(asked.length === 0 ? [] : [`${count(asked.length, "answer")} more to give: ${asked.map(({ title }) => title).join(", ")}`]),
    ],
  };
}

const isSolved = ({ key }: ChangeLine, { id }: Finding): boolean => key === `finding-${id}`;
