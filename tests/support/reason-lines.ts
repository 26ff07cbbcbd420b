import { questions, pathOf, planFrom, type Answers } from "../../src/engine/index.ts";
import { rowsByPart } from "./plan-rows.ts";

/** Words that hold a figure, an address, a host or an id: values of one plan. */
const VALUES = /\S*[\d./@*_-]\S*/g;
/** Values one after the other say no more than one. */
const RUNS = /(?:· ?(?:(?:and|or) )?)+/g;

/** What people called their places, clusters and datacenters, and those by which the engine does: the longest first. */
function namesIn(answers: Answers): readonly string[] {
  const kinds = ["place", "cluster", "datacenter"] as const;
  const given = questions.flatMap((question) =>
    question.key === "name" && question.subject !== "plan" ? answers.subjects[question.subject].map((subject) => answers.given[pathOf(question, subject)]) : []);
  const names = [...given, ...kinds.flatMap((kind) => answers.subjects[kind])];
  return [...new Set(names.filter((name) => typeof name === "string"))].toSorted((a, b) => b.length - a.length);
}

/** A sentence without the values and names of its plan: what is left is how the rule says it. */
function shapeOf(why: string, names: readonly string[]): string {
  const unnamed = names.reduce((so, name) => so.replaceAll(name, "·"), why);
  return unnamed.replaceAll(VALUES, "·").replaceAll(RUNS, "· ");
}

/** Every way in which some plan gives a reason, once, in the words of the first plan that gives it; by rule. */
export function reasonLines(plans: Iterable<Answers>): readonly string[] {
  const byRule = new Map<string, Map<string, string>>();
  for (const answers of plans) {
    const plan = planFrom(answers);
    const names = namesIn(answers);
    for (const { from, why } of [...rowsByPart(plan).values()].flat()) {
      const rule = plan.cells.get(from)?.rule ?? "none";
      const shapes = byRule.get(rule) ?? new Map<string, string>();
      const shape = shapeOf(why, names);
      if (!shapes.has(shape)) shapes.set(shape, why);
      byRule.set(rule, shapes);
    }
  }
  return [...byRule.keys()].toSorted().flatMap((rule) => [`# ${rule}`, ...[...(byRule.get(rule)?.values() ?? [])].toSorted(), ""]);
}
