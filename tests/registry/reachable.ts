import { isAsked, pathOf, questions, withAnswer, type Answers, type AnswerValue, type Question } from "../../src/engine/index.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/** Answers in words on which another question hangs. */
const WORDS: Readonly<Record<string, readonly string[]>> = { "authentication.externalIssuerPath": ["/"], "authentication.oidcPath": ["/"], "authentication.clusters.ownIssuer": ["login.example.org"] };

/** Plans further away, for a question that hangs on three answers. */
const FURTHER: readonly Answers[] = [
  // Two programs that change a zone with two views.
  [["dns.zone", "split"], ["dns.externalDns", true], ["certificates.issuance", "dns01"]].reduce((answers, [path, value]) => withAnswer(answers, path as string, value as AnswerValue), starterAnswers("behind-a-proxy")),
];

/** Every value that a closed question can take, and the words of an open one that lead to a further question. */
function valuesOf({ id, control }: Question<unknown>): readonly AnswerValue[] {
  if (WORDS[id]) return WORDS[id];
  if (control.type === "yes-no") return [true, false];
  if (control.type === "choice") return control.choices.map(({ value }) => value);
  if (control.type === "choices") return [control.choices.map(({ value }) => value)];
  return [];
}

const subjectsOf = ({ subject }: Question<unknown>, answers: Answers): readonly (string | undefined)[] => (subject === "plan" ? [undefined] : answers.subjects[subject]);

/** The same plan with each closed question answered in each way, one at a time. */
function* oneAnswerAway(answers: Answers): Generator<Answers> {
  for (const question of questions) {
    for (const value of valuesOf(question)) {
      for (const subject of subjectsOf(question, answers)) yield withAnswer(answers, pathOf(question, subject), value);
    }
  }
}

/** Ids of all questions that are asked for some starter plan, for one at most two closed answers away from it, or for one listed here. */
export function reachedQuestions(): ReadonlySet<string> {
  const reached = new Set<string>();
  let left = questions;
  const note = (answers: Answers) => {
    const found = left.filter((question) => subjectsOf(question, answers).some((subject) => isAsked(question, answers, subject)));
    if (found.length === 0) return;
    for (const { id } of found) reached.add(id);
    left = left.filter(({ id }) => !reached.has(id));
  };
  for (const answers of FURTHER) note(answers);
  const near = starterNames.flatMap((name) => [...oneAnswerAway(starterAnswers(name))]);
  for (const answers of near) note(answers);
  for (const answers of near) {
    if (left.length === 0) break;
    for (const further of oneAnswerAway(answers)) note(further);
  }
  return reached;
}

