import { findQuestion } from "../answers/chapters/registry.ts";
import { formatCount } from "../values/figures.ts";
import { listed } from "../values/sentence.ts";
import type { Assumption, SubjectNames } from "./plan.ts";
import { subjectName } from "./subject-of.ts";

/** Most places, clusters or datacenters that a title names one by one. */
const MOST_NAMED = 3;

/** One thing that is assumed, wherever it holds: for the plan, for one cluster, or for forty of them alike. */
export interface AssumptionGroup {
  readonly title: string;
  /** What is assumed, as people read it. */
  readonly shown: string;
  /** The first; the others say the same of their own subjects. */
  readonly first: Assumption;
  readonly all: readonly Assumption[];
}

/** Assumptions that say the same of several places, clusters or datacenters as one, where the first of them stood; `apart` tells those from each other that people see differently. */
export function groupAssumptions(assumptions: readonly Assumption[], names: SubjectNames, apart: (assumption: Assumption) => string = () => ""): readonly AssumptionGroup[] {
  const groups = new Map<string, [Assumption, ...Assumption[]]>();
  for (const one of assumptions) {
    const key = JSON.stringify([one.question, saidOf(one, names), apart(one)]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((all) => ({ title: titleOfAll(all, names), first: all[0], all, shown: all.length > 1 ? saidOf(all[0], names) : all[0].shown }));
}

/** What is assumed, in words that hold for others as well. */
function saidOf({ question: id, subject, shown }: Assumption, names: SubjectNames): string {
  const kind = findQuestion(id)?.subject ?? "plan";
  return kind !== "plan" && shown === subjectName(names, kind, subject) ? "its own name" : shown;
}

function titleOfAll(all: readonly [Assumption, ...Assumption[]], names: SubjectNames): string {
  const [{ question: id, title }] = all;
  const question = findQuestion(id);
  if (all.length === 1 || !question || question.subject === "plan") return title;
  const { short, subject: kind } = question;
  return `${short}, ${all.length > MOST_NAMED ? formatCount(all.length, kind) : listed(all.map(({ subject }) => subjectName(names, kind, subject)))}`;
}
