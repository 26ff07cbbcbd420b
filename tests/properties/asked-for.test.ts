import { describe, expect, test } from "vitest";
import { findQuestion, givenAt, isAsked, PLAN, pathOf, planFrom, planner, questions, withOpen, type Answers, type OpenMark, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

const MARK: OpenMark = { owner: "Petra", due: "2026-12-03" };
/** Answers of which one is marked at a time; a prime, so that all kinds of questions have their turn. */
const STRIDE = 5;

/** Every question for every subject of a plan. */
const pathsOf = ({ subjects }: Answers) => questions.flatMap((question) => (question.subject === "plan" ? [PLAN] : subjects[question.subject]).map((subject) => ({ question, subject, path: pathOf(question, subject) })));

/** Marks that a plan does not hand on as they are: asked for and not listed once, with owner and day, or listed without a word about them. */
function lostIn(answers: Answers, { openPoints, assumptions }: Plan): readonly string[] {
  const listed = new Map(openPoints.map((point) => [point.path, point]));
  const twice = openPoints.length === listed.size ? [] : [`${openPoints.length - listed.size} open points stand twice`];
  const lost = pathsOf(answers).flatMap(({ question, subject, path }) => {
    const mark = answers.open[path];
    const point = listed.get(path);
    if (!mark) return point && point.waiting.length === 0 ? [`${path} waits for nothing and nobody was asked`] : [];
    if (!point) return isAsked(question, answers, subject) ? [`${path} is asked and not listed`] : [];
    if (point.owner !== mark.owner || point.due !== mark.due) return [`${path} lost ${JSON.stringify(mark)}`];
    if (point.waiting.length > 0) return point.meanwhile ? [`${path} holds up something, and says that nothing waits`] : [];
    if (!point.meanwhile) return [`${path} says nothing`];
    const assumed = assumptions.find((assumption) => assumption.path === path);
    if (assumed) return point.meanwhile.kind === "assumed" && point.meanwhile.shown === assumed.shown ? [] : [`${path} does not tell its assumption`];
    if (isAsked(question, answers, subject)) return point.meanwhile.kind === "nothing" ? [] : [`${path} is asked now`];
    return point.meanwhile.kind === "asked-after" && point.meanwhile.answers.length > 0 ? [] : [`${path} does not tell when it is asked`];
  });
  return [...twice, ...lost];
}

describe("whoever was asked for an answer stands in the open points of", () => {
  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    const derive = planner();
    const all = pathsOf(answers);
    const given = all.filter(({ path }) => givenAt(answers, path) !== undefined);
    const unanswered = all.filter(({ path }) => givenAt(answers, path) === undefined).reduce((marked, { path }) => withOpen(marked, path, MARK), answers);
    const everyOther = given.filter((_path, at) => at % 2 === 0).reduce((marked, { path }) => withOpen(marked, path, MARK), answers);
    const one = given.filter((_path, at) => at % STRIDE === 0).map(({ path }) => withOpen(answers, path, MARK));
    expect([unanswered, everyOther, ...one].flatMap((marked) => lostIn(marked, derive(marked)))).toEqual([]);
  });
});

test("an open point that nothing waits for is a mark, never a guess", () => {
  for (const [name, answers] of goldenAnswers()) {
    const unmarked: Answers = { ...answers, open: {} };
    expect(planFrom(unmarked).openPoints.filter(({ question, waiting, meanwhile }) => findQuestion(question) && (waiting.length === 0 || meanwhile)), name).toEqual([]);
  }
});
