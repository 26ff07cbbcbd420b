import * as fc from "fast-check";
import { pathOf, questions, withAnswer, type Answers, type AnswerValue } from "../../src/engine/index.ts";
import { aims, askedAbout, choicesOf, metIn, type Aim } from "./aims.ts";
import { edit, followed, plausible, someStart, starts, valueFor } from "./arbitrary-answers.ts";

/** The answers after each step, from where the walk began to where it ended. */
export type Walk = readonly [Answers, ...Answers[]];
export const endOf = (walk: Walk): Answers => walk.at(-1) ?? walk[0];

/** Steps that a walk takes at most after its first aim. */
const STEPS = 12;
/** Walks after which a round gives up; whoever checks the reach of the plans then names the aims that were missed. */
const MOST_WALKS = 160;

/** The answers with an aim met that their questions allow, and with what people go on to say. */
function meeting(answers: Answers, { question, choice }: Aim): fc.Arbitrary<Answers> {
  const { control } = question;
  const value: fc.Arbitrary<AnswerValue | undefined> =
    choice === undefined
      ? valueFor(control, question, answers.subjects)
      : control.type === "choices"
        ? fc.subarray(control.choices.map(({ value: one }) => one)).map((some) => control.choices.map(({ value: one }) => one).filter((one) => one === choice || some.includes(one)))
        : fc.constant(choice);
  return fc.tuple(fc.constantFrom(...askedAbout(question, answers)), value, fc.nat(99)).map(([subject, wanted, pick]) => {
    const parsed = question.schema.safeParse(wanted);
    const sound = parsed.success ? (parsed.data as AnswerValue) : plausible(question, answers, pick);
    return sound === undefined ? answers : followed(answers, withAnswer(answers, pathOf(question, subject), sound), pick);
  });
}

/** Answers with every choice of each question made that takes several: they ask for whatever departs from the usual. */
const opened = (answers: Answers): Answers =>
  questions.reduce(
    (so, question) =>
      question.control.type !== "choices"
        ? so
        : askedAbout(question, so).reduce((now, subject) => withAnswer(now, pathOf(question, subject), choicesOf(question) as AnswerValue), so),
    answers,
  );

const oneChoiceAway = (answers: Answers): readonly Answers[] =>
  aims.flatMap(({ question, choice }) =>
    choice === undefined || question.control.type === "choices" ? [] : askedAbout(question, answers).map((subject) => withAnswer(answers, pathOf(question, subject), choice)),
  );

/** Where a walk to an aim begins: at any start that asks its question, or as few choices away from one as it takes. */
const startsFor: ReadonlyMap<string, readonly Answers[]> = new Map(
  questions.map((question) => {
    const ways: readonly ((start: Answers) => readonly Answers[])[] = [(start) => [start], (start) => [opened(start)], oneChoiceAway, (start) => oneChoiceAway(opened(start))];
    const asking = (way: (start: Answers) => readonly Answers[]) => starts.flatMap((start) => way(start).filter((answers) => askedAbout(question, answers).length > 0));
    for (const way of ways) {
      const found = asking(way);
      if (found.length > 0) return [question.id, found];
    }
    return [question.id, []];
  }),
);

/** A walk that first meets an aim, and then goes about: half of its steps anywhere, half of them to other aims. */
function someWalkTo(missing: readonly Aim[]): fc.Arbitrary<Walk> {
  const further = (walk: Walk, left: number): fc.Arbitrary<Walk> => {
    if (left === 0) return fc.constant(walk);
    const here = endOf(walk);
    const met = metIn(here);
    const near = missing.filter(({ id, question }) => !met.has(id) && askedAbout(question, here).length > 0);
    // The last steps lead to aims, so that no step after them takes away why their questions are asked.
    const next = near.length > 0 && left % 2 === 1 ? fc.constantFrom(...near).chain((aim) => meeting(here, aim)) : edit(here);
    return next.chain((answers) => further([...walk, answers], left - 1));
  };
  const begin: fc.Arbitrary<Walk> =
    missing.length === 0
      ? someStart().map((start): Walk => [start])
      : fc.constantFrom(...missing).chain((aim) => {
          const from = startsFor.get(aim.question.id) ?? [];
          if (from.length === 0) throw new Error(`No start asks ${aim.question.id}, nor any answers two choices away from one`);
          return fc.constantFrom(...from).chain((start) => meeting(start, aim).map((answers): Walk => [start, answers]));
        });
  return fc.tuple(begin, fc.integer({ min: 0, max: STEPS })).chain(([walk, steps]) => further(walk, steps));
}

/** A walk of one step from each of these answers. The same for the same seed. */
export function shortWalks(seed: number, from: readonly Answers[]): readonly Walk[] {
  return from.flatMap((start, at) => fc.sample(edit(start), { numRuns: 1, seed: seed + at }).map((next): Walk => [start, next]));
}

/**
 * Walks that begin at golden and minimal plans and whose ends together meet every aim. The same for the same seed: each
 * walk is drawn towards what the walks before it did not meet.
 */
export function steeredWalks(seed: number, atLeast: number): readonly Walk[] {
  const walks: Walk[] = [];
  let missing = aims;
  while (walks.length < atLeast || (missing.length > 0 && walks.length < MOST_WALKS)) {
    const [walk] = fc.sample(someWalkTo(missing), { numRuns: 1, seed: seed + walks.length });
    if (walk === undefined) throw new Error("fast-check drew nothing");
    walks.push(walk);
    const met = metIn(endOf(walk));
    missing = missing.filter(({ id }) => !met.has(id));
  }
  return walks;
}
