import { expect, it } from "vitest";
import { minimalPlans } from "../../tests/support/minimal-plans.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { planFrom, withAnswer } from "../engine/index.ts";
import { effectOf } from "./fix-effect.ts";

const answers = withAnswer(starterAnswers("reference-setup"), "dns.seedWildcard", false);
const plan = planFrom(answers);
const finding = plan.findings.find(({ check }) => check === "dns.seed-wildcard")!;
const effect = (title: string) => effectOf(answers, plan, finding, finding.fixes.find((fix) => fix.title === title)!);

it("says which answer a fix sets, and what else changes, but not the finding that it solves", () => {
  expect(effect("Expose user clusters by LoadBalancer, each with an address of its own").sets).toEqual(["Expose strategy: NodePort → LoadBalancer"]);
  const { also } = effect("Expose user clusters by LoadBalancer, each with an address of its own");
  expect(also[0]).toBe("12 addresses more");
  expect(also.join()).not.toContain(finding.title);
});

it("says which answer a fix takes away, with what it was", () => {
  const both = minimalPlans.get("identity.two-issuer-fields")!;
  const planned = planFrom(both);
  const refused = planned.findings.find(({ check }) => check === "identity.two-issuer-fields")!;
  expect(refused.fixes.map((fix) => effectOf(both, planned, refused, fix).sets)).toEqual([
    ["Issuer of the Seed: take away login.example.org", "Further token issuers: gitlab.example.com → gitlab.example.com, login.example.org"],
    ["Further token issuers: take away gitlab.example.com"],
  ]);
});

it("says what has to be answered then, which nobody was asked before", () => {
  const without = withAnswer(starterAnswers("reference-setup"), "storage.clusters.seed.backupTarget", "none");
  const planned = planFrom(without);
  const warned = planned.findings.find(({ check }) => check === "storage.no-backup")!;
  const outside = warned.fixes.find(({ set }) => set.some(({ value }) => value === "s3"))!;
  expect(effectOf(without, planned, warned, outside).also.at(-1)).toMatch(/^\d+ answers? more to give: .*Address of S3/);
});

it("is derived once for each plan", () => {
  expect(effect("Allow wildcard records for Seeds")).toBe(effect("Allow wildcard records for Seeds"));
});
