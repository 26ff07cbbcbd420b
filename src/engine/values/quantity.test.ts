import { expect, test } from "vitest";
import { quantity } from "./quantity.ts";

test.each([
  [5, "Gi", "5Gi"],
  [22134, "Gi", "22134Gi"],
  [1234567, "Mi", "1234567Mi"],
  [0.1, "Gi", "1Gi"],
  [1500, "m", "1500m"],
] as const)("%s in %s is %s", (value, unit, text) => {
  expect(quantity(value, unit)).toBe(text);
});
