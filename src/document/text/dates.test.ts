import { expect, it } from "vitest";
import { formatDate } from "./dates.ts";

it.each([
  ["2026-12-03", "3 Dec 2026"],
  ["2027-01-31", "31 Jan 2027"],
  ["2026-13-01", "2026-13-01"],
  ["soon", "soon"],
])("%s reads %s", (day, text) => expect(formatDate(day)).toBe(text));
