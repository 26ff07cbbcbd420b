import { expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { planFrom, withAnswer } from "../engine/index.ts";
import { effectOf } from "./fix-effect.ts";

const answers = withAnswer(starterAnswers("reference-setup"), "dns.seedWildcard", false);
const plan = planFrom(answers);
const finding = plan.findings.find(({ check }) => check === "dns.seed-wildcard")!;
const effect = (title: string) => effectOf(answers, plan, finding, finding.fixes.find((fix) => fix.title === title)!);

it("says which answer a fix sets, and what else changes, but not the finding that it solves", () => {
  expect(effect("Expose user clusters by LoadBalancer").sets).toEqual(["Expose strategy: NodePort → LoadBalancer"]);
  const { also } = effect("Expose user clusters by LoadBalancer");
  expect(also[0]).toBe("12 addresses more");
  expect(also.join()).not.toContain(finding.title);
});

it("is derived once for each plan", () => {
  expect(effect("Allow wildcard records for Seeds")).toBe(effect("Allow wildcard records for Seeds"));
});
