import { expect, test } from "vitest";
import { whileSame } from "./while-same.ts";

test("makes something anew only for other objects", () => {
  let made = 0;
  const sum = whileSame((numbers: readonly number[], plus: number) => ({ sum: numbers.reduce((a, b) => a + b, plus), at: (made += 1) }));
  const numbers = [1, 2];
  const first = sum(numbers, 3);
  expect(first).toEqual({ sum: 6, at: 1 });
  expect(sum(numbers, 3)).toBe(first);
  expect(sum(numbers, 4)).toEqual({ sum: 7, at: 2 });
  expect(sum([1, 2], 4)).toEqual({ sum: 7, at: 3 });
});
