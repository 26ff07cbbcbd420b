import { expect, test } from "vitest";
import { planFrom } from "./plan-from.ts";
import { referenceAnswers } from "../testing/reference.ts";

const plan = planFrom(referenceAnswers());

test("the records of a plan read like a map", () => {
  const { cells } = plan;
  const ids = [...cells.keys()];
  expect(cells.size).toBe(new Set(ids).size);
  expect([...cells].map(([id]) => id)).toEqual(ids);
  expect([...cells.entries()].map(([, record]) => record)).toEqual([...cells.values()]);
  const seen: string[] = [];
  cells.forEach((_record, id) => seen.push(id));
  expect(seen).toEqual(ids);
  expect([cells.has("project.facts"), cells.has("nothing")]).toEqual([true, false]);
  expect(cells.get("project.facts")).toMatchObject({ rule: "project.facts", subject: "plan", state: "known" });
});

test("a record is written out once", () => {
  expect(plan.cells.get("project.facts")).toBe(plan.cells.get("project.facts"));
});

test("nothing of a plan is a getter, whose object would be kept with the shape of the plan", () => {
  expect(Object.entries(Object.getOwnPropertyDescriptors(plan)).filter(([, property]) => "get" in property)).toEqual([]);
});
