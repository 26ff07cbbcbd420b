import { expect, test } from "vitest";
import { inPlan } from "./in-plan.ts";

test.each<[number, string]>([
  [0, "None in the plan"],
  [1, "The only one of the plan"],
  [2, "All 2 of the plan"],
])("%s in the plan", (total, words) => expect(inPlan(total)).toBe(words));
