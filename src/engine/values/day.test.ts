import { describe, expect, test } from "vitest";
import { addWorkingDays, formatDay, parseDay } from "./day.ts";

const later = (from: string, count: number) => formatDay(addWorkingDays(parseDay(from) ?? Number.NaN, count));

describe("days", () => {
  test.each([
    ["1970-01-01", 0],
    ["1970-01-02", 1],
    ["1969-12-31", -1],
    ["2000-03-01", 11_017],
    ["2026-11-22", 20_779],
  ])("%s is day %d", (text, number) => {
    expect(parseDay(text)).toBe(number);
    expect(formatDay(number)).toBe(text);
  });

  test("every day of four centuries comes back as it was", () => {
    const first = parseDay("1900-01-01") ?? 0;
    const days = Array.from({ length: 146_097 }, (_, at) => first + at);
    expect(days.every((day) => parseDay(formatDay(day)) === day)).toBe(true);
  });

  test.each(["2026-02-29", "2026-13-01", "2026-1-1", "yesterday", ""])("%s is no day", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe("working days", () => {
  test.each([
    ["2026-11-20", 0, "2026-11-20"],
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-21", 0, "2026-11-23"],
    ["2026-11-22", 1, "2026-11-24"],
    ["2026-11-23", 5, "2026-11-30"],
    ["2026-11-23", 4, "2026-11-27"],
    ["2026-12-30", 3, "2027-01-04"],
  ])("%s and %d more is %s", (from, count, to) => {
    expect(later(from, count)).toBe(to);
  });
});
