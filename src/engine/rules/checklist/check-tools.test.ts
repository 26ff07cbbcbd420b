import { describe, expect, test } from "vitest";
import { goldenAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referencePlan } from "../../testing/reference.ts";

/** What each Linux has, or what stands on a machine of its own that is no engineer's. */
const LINUX = new Set(["cat", "hostname", "uname", "sudo", "swapon", "grep", "resolvectl", "timedatectl", "kubermatic-installer", "mirror-images"]);

const titles = (plan: ReturnType<typeof planFrom>) => new Set(plan.tools.flatMap(({ title }) => title.split(/, | and /)));

describe("programs of the checklist", () => {
  test("stand among the tools, with what they show", () => {
    const row = referencePlan().tools.find(({ id }) => id === "tool.govc");
    expect(row).toMatchObject({ title: "govc", version: "any current" });
    expect(row?.why).toMatch(/^It shows that “vCenter and hosts of a release that is tested, Frankfurt” is done/);
  });

  test("are told once, where the runbook needs them as well", () => {
    const { tools } = referencePlan();
    expect(tools.filter(({ title }) => /\bkubectl\b/.test(title))).toHaveLength(1);
    expect(new Set(tools.map(({ id }) => id)).size).toBe(tools.length);
  });

  test.each([...goldenAnswers()])("%s: no proof calls a program that no row of the tools names", (_name, answers) => {
    const plan = planFrom(answers);
    const known = titles(plan);
    const called = plan.checklist.flatMap(({ id, verify }) => [...verify.matchAll(/`(?:sudo )?([a-z][\w-]*) [^`]*`/g)].map(([, program = ""]) => [id, program] as const));
    expect(called.filter(([, program]) => !known.has(program) && !LINUX.has(program))).toEqual([]);
  });
});
