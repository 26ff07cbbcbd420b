import { describe, expect, it } from "vitest";
import { NO_ANSWERS, planFrom, withAnswer, withSubject, type Answers } from "../engine/index.ts";
import { firstNeeded } from "./first-needed.ts";

const titles = (answers: Answers) => firstNeeded(planFrom(answers), answers).map(({ title }) => title);

describe("what a plan begins with", () => {
  it("is everything at first", () => expect(titles(NO_ANSWERS)).toEqual(["the base domain", "a place", "a cluster for the master"]));

  it("never asks for what was given", () => {
    const domain = withAnswer(NO_ANSWERS, "project.domain", "a.example.com");
    expect(titles(domain)).toEqual(["a place", "a cluster for the master"]);
    expect(titles(withSubject(withSubject(domain, "place", "fra"), "cluster", "seed"))).toEqual([]);
  });
});
