import { describe, expect, test } from "vitest";
import { findQuestion, givenAt, isAsked, PLAN, pathOf, planFrom, planner, questions, withAnswer, withOpen, type Answers, type OpenMark, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { planLines } from "../support/plan-lines.ts";

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
    // Nobody can answer what is not asked.
    if (point && point.waiting.length > 0 && !isAsked(question, answers, subject)) return [`${path} holds up ${point.waiting.join(", ")}, and is not asked`];
    if (!mark) return point && point.waiting.length === 0 ? [`${path} waits for nothing and nobody was asked`] : [];
    if (!point) return isAsked(question, answers, subject) ? [`${path} is asked and not listed`] : [];
    if (point.owner !== mark.owner || point.due !== mark.due) return [`${path} lost ${JSON.stringify(mark)}`];
    if (point.waiting.length > 0) return point.meanwhile ? [`${path} holds up something, and says that nothing waits`] : [];
    if (!point.meanwhile) return [`${path} says nothing`];
    const assumed = assumptions.find((assumption) => assumption.path === path);
    if (assumed) return point.meanwhile.kind === "assumed" && point.meanwhile.shown === assumed.shown ? [] : [`${path} does not tell its assumption`];
    if (isAsked(question, answers, subject)) {
      const { kind } = point.meanwhile;
      if (kind !== "nothing" && kind !== "goes-on") return [`${path} is asked now`];
      const othersMissing = openPoints.some(({ path: other, waiting }) => other !== path && waiting.length > 0);
      return point.meanwhile.more === othersMissing ? [] : [`${path} is wrong about what else may wait`];
    }
    if (point.meanwhile.kind !== "asked-after") return [`${path} does not tell when it is asked`];
    const nowhere = point.meanwhile.answers.filter(({ path: before, assumed }) => !listed.has(before) && assumed === undefined);
    if (nowhere.length > 0) return nowhere.map(({ path: before }) => `${path} sends the reader to ${before}, which stands in no list`);
    return point.meanwhile.answers.length > 0 ? [] : [`${path} does not tell when it is asked`];
  });
  return [...twice, ...lost];
}

/** Values and rows that a plan says, without its lists of what is open. */
const saidIn = (plan: Plan): ReadonlySet<string> => new Set(planLines(plan).filter((line) => !/^(open|assumed) /.test(line)));

/** Of an answer that alone was taken back and marked: whether "no row names it" is said though the plan reads otherwise without it. */
function deniedIn(full: ReadonlySet<string>, path: string, plan: Plan): readonly string[] {
  const meanwhile = plan.openPoints.find((point) => point.path === path)?.meanwhile;
  if (meanwhile?.kind !== "nothing") return [];
  const now = saidIn(plan);
  const changed = [...full, ...now].filter((line) => full.has(line) !== now.has(line));
  return changed.length === 0 ? [] : [`${path} is said to change nothing, and changes ${changed.slice(0, 2).join(" and ")}`];
}

describe("whoever was asked for an answer stands in the open points of", () => {
  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    const derive = planner();
    const all = pathsOf(answers);
    const given = all.filter(({ path }) => givenAt(answers, path) !== undefined);
    const unanswered = all.filter(({ path }) => givenAt(answers, path) === undefined).reduce((marked, { path }) => withOpen(marked, path, MARK), answers);
    const everyOther = given.filter((_path, at) => at % 2 === 0).reduce((marked, { path }) => withOpen(marked, path, MARK), answers);
    const one = given.filter((_path, at) => at % STRIDE === 0).map(({ path }) => ({ path, marked: withOpen(answers, path, MARK) }));
    const full = saidIn(derive(answers));
    expect([unanswered, everyOther].flatMap((marked) => lostIn(marked, derive(marked)))).toEqual([]);
    expect(
      one.flatMap(({ path, marked }) => {
        const plan = derive(marked);
        return [...lostIn(marked, plan), ...deniedIn(full, path, plan)];
      }),
    ).toEqual([]);
  });
});

test("an open point that nothing waits for is a mark, never a guess", () => {
  for (const [name, answers] of goldenAnswers()) {
    const unmarked: Answers = { ...answers, open: {} };
    expect(planFrom(unmarked).openPoints.filter(({ question, waiting, meanwhile }) => findQuestion(question) && (waiting.length === 0 || meanwhile)), name).toEqual([]);
  }
});

test("nobody waits for an answer that is not asked, also where workers move to networks of their own", () => {
  const derive = planner();
  for (const [name, answers] of goldenAnswers()) {
    const moved = answers.subjects.datacenter.reduce((now, id) => withAnswer(now, `network.datacenters.${id}.workersIn`, "own-network"), answers);
    const unnamed = answers.subjects.place.reduce((now, id) => withAnswer(now, `network.places.${id}.nodeNetwork`, undefined), moved);
    const asked = new Set(pathsOf(unnamed).flatMap(({ question, subject, path }) => (isAsked(question, unnamed, subject) ? [path] : [])));
    expect(derive(unnamed).openPoints.filter(({ path, waiting }) => waiting.length > 0 && !asked.has(path)).map(({ path }) => path), name).toEqual([]);
  }
});
