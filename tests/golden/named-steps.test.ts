import { expect, test } from "vitest";
import { planner, withAnswer, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Of how many answers one is taken away: each takes a plan of its own. */
const ONE_OF = Number(process.env["ONE_OF"] ?? 9);

/** "in the steps “A” and “B” of the runbook", and "Not before “A”". */
const NAMED = /(?:\bsteps?|\bNot before) ((?:“[^”]+”(?:, | and )?)+)/g;

/** Titles that a text gives as those of steps. */
const namedIn = (text: string): readonly string[] => [...text.matchAll(NAMED)].flatMap(([, names = ""]) => [...names.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name));

/** Texts that may send a reader to a step. */
const textsOf = ({ checklist, runbook, settings, secrets, accounts }: Plan): readonly string[] => [
  ...checklist.flatMap(({ title, verify, why }) => [title, verify, why]),
  ...runbook.flatMap(({ text, why }) => [text, why]),
  ...[...settings, ...secrets, ...accounts].map(({ why }) => why),
];

/** Steps that texts name and that neither stand in the runbook nor wait in it. */
function missing(plan: Plan): readonly string[] {
  if (plan.runbook.length === 0) return [];
  const titles = new Set(plan.runbook.map(({ title }) => title));
  const places = plan.runbook.filter(({ waiting }) => waiting !== undefined).map(({ title, text }) => `${title} ${text}`);
  return [...new Set(textsOf(plan).flatMap(namedIn))].filter((name) => !titles.has(name) && !places.some((words) => words.includes(name)));
}

test("a text that names a step is found", () => {
  expect(namedIn("it is tried in the steps “Try the network of a” and “Try the network of b” of the runbook")).toEqual(["Try the network of a", "Try the network of b"]);
});

test.each([...goldenAnswers()])("%s: every step that a text names stands in the runbook, or waits there", (_name, answers) => {
  const derive = planner();
  const taken = Object.keys(answers.given).filter((_path, at) => at % ONE_OF === 0);
  const faults = [undefined, ...taken].flatMap((path) => missing(derive(path === undefined ? answers : withAnswer(answers, path, undefined))).map((name) => `${name}${path === undefined ? "" : ` without ${path}`}`));
  expect(faults).toEqual([]);
});
