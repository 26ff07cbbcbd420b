import { expect, test } from "vitest";
import { formatAll, formatCount, formatFigure } from "./figures.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [2768, "2,768"],
  [21863, "21,863"],
  [1234567, "1,234,567"],
  [563.3, "563.3"],
  [29.52, "29.5"],
  [-12, "−12"],
])("%d reads %s", (value, text) => {
  expect(formatFigure(value)).toBe(text);
});

test("a count takes the singular for one only", () => {
  expect([formatCount(0, "cluster"), formatCount(1, "cluster"), formatCount(1200, "cluster")]).toEqual(["0 clusters", "1 cluster", "1,200 clusters"]);
  expect(formatCount(2, "address", "addresses")).toBe("2 addresses");
});

test("every one of two is both", () => {
  expect([formatAll(2, "names"), formatAll(3, "names"), formatAll(1200, "names")]).toEqual(["both names", "all 3 names", "all 1,200 names"]);
});
