import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { tooLate } from "./too-late.ts";

test("a day that lead times do not allow is named, with the earliest one as a fix", () => {
  const [finding] = findingsOf(tooLate, referenceAnswers({ "project.start": "2026-11-23", "project.wanted": "2026-11-27" }));
  expect(finding).toMatchObject({ check: "schedule.too-late", severity: "warning" });
  const day = finding?.fixes[0]?.set[0]?.value;
  expect(String(day) > "2026-11-27").toBe(true);
  expect(findingsOf(tooLate, referenceAnswers({ "project.start": "2026-11-23", "project.wanted": String(day) }))).toEqual([]);
});

test("nothing is said while no day is wanted", () => {
  expect(findingsOf(tooLate, referenceAnswers({ "project.start": "2026-11-23" }))).toEqual([]);
});
