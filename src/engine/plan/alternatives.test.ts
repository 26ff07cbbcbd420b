import { expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { withAnswer } from "../answers/answers.ts";
import { referenceAnswers } from "../testing/reference.ts";
import { figuresOf, weighDecisions } from "./alternatives.ts";
import { planFrom } from "./plan-from.ts";

const weighed = weighDecisions(referenceAnswers());
const of = (id: string) => weighed.find(({ decision }) => decision.id === id);
const alternative = (id: string, value: string) => of(id)?.alternatives.find((candidate) => candidate.value === value);

test("the important decisions are weighed, each against everything else that could be chosen", () => {
  expect(weighed.map(({ decision }) => decision.id)).toEqual([
    "decision.layout[seed]",
    "decision.expose-strategy",
    "decision.load-balancer[seed]",
    "decision.certificates",
    "decision.authentication",
    "decision.backup[seed]",
  ]);
  expect(of("decision.expose-strategy")?.alternatives.map(({ value }) => value)).toEqual(["LoadBalancer", "Tunneling"]);
});

test("LoadBalancer takes an address for each of 12 user clusters, and one worker more", () => {
  const here = of("decision.expose-strategy")?.figures;
  const there = alternative("decision.expose-strategy", "LoadBalancer")?.figures;
  expect((there?.addresses ?? 0) - (here?.addresses ?? 0)).toBe(12);
  expect(alternative("decision.expose-strategy", "LoadBalancer")?.brings).toContain("12 user clusters take an address each");
});

test("Tunneling opens 2 ports to user-cluster APIs instead of 2,768", () => {
  expect(of("decision.expose-strategy")?.figures.apiPorts).toBe(2768);
  expect(alternative("decision.expose-strategy", "Tunneling")?.figures.apiPorts).toBe(2);
});

test("S3 outside asks for its address and adds a bucket", () => {
  const s3 = alternative("decision.backup[seed]", "s3");
  expect(s3?.asks.map(({ path }) => path)).toContain("storage.clusters.seed.s3Endpoint");
  expect(s3?.more.some((title) => title.startsWith("S3 bucket"))).toBe(true);
});

test("what brings a blocker is not possible with these answers", () => {
  const split = weighDecisions(withAnswer(starterAnswers("proof-of-concept"), "project.edition", "CE"));
  const impossible = split.flatMap(({ alternatives }) => alternatives).filter(({ possible }) => !possible);
  expect(impossible.length).toBeGreaterThan(0);
  for (const { blockers } of impossible) expect(blockers.length).toBeGreaterThan(0);
});

test("an alternative is the plan that the changed answer gives", () => {
  const plan = planFrom(referenceAnswers({ "loadBalancer.exposeStrategy": "Tunneling" }));
  expect(alternative("decision.expose-strategy", "Tunneling")?.figures).toEqual(figuresOf(plan));
});
