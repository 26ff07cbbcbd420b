import { describe, expect, test } from "vitest";
import { indexAnswers, NO_ANSWERS, withAnswer, withSubject, type Answers } from "../answers/answers.ts";
import { network } from "../answers/chapters/network.ts";
import { project } from "../answers/chapters/project.ts";
import { Evaluation } from "./evaluation.ts";
import { rule, type Rule } from "./rule.ts";

const runs: string[] = [];
const counted = <T>(id: string, derive: Rule<T>["derive"], per: Rule<T>["per"] = "plan"): Rule<T> =>
  rule({ id, title: id, per, sources: [], derive: (read, subject) => (runs.push(id), derive(read, subject)) });

const domain = counted("test.domain", (read) => read.answer(project.plan.domain));
const depth = counted("test.depth", (read) => read.rule(domain).split(".").length);
const sentence = counted("test.sentence", (read) => `${read.rule(depth)} labels`);
const gateways = counted("test.gateways", (read) => read.subjects("place").map((place) => read.optional(network.place.gateway, place) ?? "none"));

function ran(evaluation: Evaluation, answers: Answers, rules: readonly Rule<unknown>[]): readonly string[] {
  runs.length = 0;
  evaluation.turnTo(indexAnswers(answers));
  for (const one of rules) evaluation.cell(one);
  return [...runs];
}

test("an edit runs what read the answer, and no further than something changes", () => {
  const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
  const evaluation = new Evaluation(indexAnswers(answers));
  evaluation.cell(sentence);
  expect(ran(evaluation, answers, [sentence])).toEqual([]);
  expect(ran(evaluation, withAnswer(answers, "project.customer", "Example AG"), [sentence])).toEqual([]);
  expect(ran(evaluation, withAnswer(answers, "project.domain", "kubermatic.example.org"), [sentence])).toEqual(["test.domain", "test.depth"]);
  expect(ran(evaluation, withAnswer(answers, "project.domain", "example.org"), [sentence])).toEqual(["test.domain", "test.depth", "test.sentence"]);
  expect(evaluation.cell(sentence).outcome).toEqual({ kind: "known", value: "2 labels" });
});

test("a suspect that nobody asks for is still looked through when somebody does", () => {
  const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
  const evaluation = new Evaluation(indexAnswers(answers));
  evaluation.cell(sentence);
  const shorter = withAnswer(answers, "project.domain", "example.org");
  expect(ran(evaluation, shorter, [gateways])).toEqual(["test.gateways"]);
  expect(ran(evaluation, withAnswer(shorter, "project.customer", "Example AG"), [sentence])).toEqual(["test.domain", "test.depth", "test.sentence"]);
});

test("a cell that begins to read another is noted with it", () => {
  const either = counted("test.either", (read) => (read.optional(project.plan.customer) === undefined ? "nobody" : read.rule(sentence)));
  const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
  const evaluation = new Evaluation(indexAnswers(answers));
  evaluation.cell(either);
  const named = withAnswer(answers, "project.customer", "Example AG");
  expect(ran(evaluation, named, [either])).toEqual(["test.either", "test.sentence", "test.depth", "test.domain"]);
  expect(ran(evaluation, withAnswer(named, "project.domain", "example.org"), [either])).toEqual(["test.domain", "test.depth", "test.sentence", "test.either"]);
  expect(evaluation.cells.all.map(({ id }) => id)).toEqual(["test.domain", "test.depth", "test.sentence", "test.either"]);
});

test("taking the answer away makes everything behind it wait", () => {
  const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
  const evaluation = new Evaluation(indexAnswers(answers));
  evaluation.cell(sentence);
  evaluation.turnTo(indexAnswers(NO_ANSWERS));
  expect(evaluation.cell(sentence).outcome).toEqual({ kind: "waiting", missing: ["project.domain"] });
});

test("a subject that comes or goes is noticed by rules that walk over all of them", () => {
  const one = withSubject(NO_ANSWERS, "place", "fra");
  const evaluation = new Evaluation(indexAnswers(one));
  expect(evaluation.cell(gateways).outcome).toEqual({ kind: "known", value: ["none"] });
  const two = withAnswer(withSubject(one, "place", "ber"), "network.places.ber.gateway", "10.0.0.1");
  expect(ran(evaluation, two, [gateways])).toEqual(["test.gateways"]);
  expect(evaluation.cell(gateways).outcome).toEqual({ kind: "known", value: ["none", "10.0.0.1"] });
});

test("only cells asked for in this turn are held, each behind those it read", () => {
  const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
  const evaluation = new Evaluation(indexAnswers(answers));
  evaluation.cell(sentence);
  evaluation.cell(gateways);
  expect(evaluation.cells.all.map(({ id }) => id)).toEqual(["test.domain", "test.depth", "test.sentence", "test.gateways"]);
  evaluation.turnTo(indexAnswers(answers));
  evaluation.cell(depth);
  expect(evaluation.cells.all.map(({ id }) => id)).toEqual(["test.domain", "test.depth"]);
});

test("rules that read each other in a circle are an error that names the cell", () => {
  const chicken: Rule<unknown> = counted("test.chicken", (read) => read.rule(egg));
  const egg: Rule<unknown> = counted("test.egg", (read) => read.rule(chicken));
  expect(() => new Evaluation(indexAnswers(NO_ANSWERS)).cell(chicken)).toThrow("Rules read each other in a circle at test.chicken");
});

test("a broken rule shows its fault to everybody who reads it, not a circle", () => {
  const broken: Rule<unknown> = counted("test.broken", () => {
    throw new Error("no such month");
  });
  const evaluation = new Evaluation(indexAnswers(NO_ANSWERS));
  for (const reader of ["test.first", "test.second"]) expect(() => evaluation.cell(counted(reader, (read) => read.rule(broken)))).toThrow("no such month");
});

describe("what a rule reads for single rows", () => {
  const rows: Rule<readonly string[]> = counted("test.rows", (read) => {
    read.cite("rfc.1034");
    const first = read.forRow("first", () => (read.cite("rfc.1035", "rfc.1034"), read.rule(domain)));
    read.aside(() => read.cite("rfc.2131"));
    read.forRow("second", () => read.optional(project.plan.customer));
    read.cite("rfc.5905");
    return [first, "second"];
  });

  test("is told apart from what holds for all, and counts for the whole all the same", () => {
    const evaluation = new Evaluation(indexAnswers(withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com")));
    const { record } = evaluation.cell(rows);
    expect(record).toMatchObject({ answers: ["project.customer"], via: ["test.domain"], sources: ["rfc.1034", "rfc.1035", "rfc.2131", "rfc.5905"] });
    expect(record.grounds).toEqual({
      shared: { answers: [], via: [], facts: [], sources: ["rfc.1034", "rfc.5905"] },
      rows: {
        first: { answers: [], via: ["test.domain"], facts: [], sources: ["rfc.1035", "rfc.1034"] },
        "": { answers: [], via: [], facts: [], sources: ["rfc.2131"] },
        second: { answers: ["project.customer"], via: [], facts: [], sources: [] },
      },
    });
  });

  test("is left out of the record where nothing is told apart", () => {
    expect(new Evaluation(indexAnswers(NO_ANSWERS)).cell(gateways).record.grounds).toBeUndefined();
  });

  test("makes the rule run again like anything that it reads", () => {
    const answers = withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com");
    const evaluation = new Evaluation(indexAnswers(answers));
    evaluation.cell(rows);
    expect(ran(evaluation, withAnswer(answers, "project.customer", "Example AG"), [rows])).toEqual(["test.rows"]);
  });
});
