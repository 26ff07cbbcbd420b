import { expect, test } from "vitest";
import { findQuestion, planFrom } from "../../engine/index.ts";
import { answersOf } from "../../engine/testing/reference.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { aboutSubject } from "./about-subject.ts";

const answers = answersOf({
  "infrastructure.places.west.name": "Western hall",
  "infrastructure.clusters.west.name": "seed-of-the-west",
  "infrastructure.clusters.west.place": "west",
  "infrastructure.datacenters.west.name": "halls",
  "infrastructure.datacenters.west.place": "west",
  "infrastructure.datacenters.west.seed": "west",
});
const { names } = planFrom(answers).project;

test("an answer that names a subject shows the name of its own kind, whatever else carries the id", () => {
  const shown = (id: string) => {
    const control = findQuestion(id)?.control;
    return control && answerText(control, "west", names);
  };
  expect([shown("infrastructure.clusters.place"), shown("infrastructure.datacenters.place"), shown("infrastructure.datacenters.seed")]).toEqual(["Western hall", "Western hall", "seed-of-the-west"]);
});

test("a subject is told by the names of its own place and Seed", () => {
  expect(aboutSubject(answers, "cluster", "west", names)).toContain("Western hall");
  expect(aboutSubject(answers, "datacenter", "west", names)).toBe("Western hall, seed-of-the-west");
});

test("a place is not told by answers that say nothing without their question", () => {
  const berlin = answersOf({ "infrastructure.places.berlin.floatingReach": "public", "infrastructure.places.berlin.apiRoot": "private" });
  expect(aboutSubject(berlin, "place", "berlin", planFrom(berlin).project.names)).toBe("");
});
