import { expect, it } from "vitest";
import { otherLength } from "./block-length.ts";

it("changes the length of a block by one and keeps it a block", () => {
  expect(otherLength("10.20.30.0/28", 1)).toBe("10.20.30.0/29");
  expect(otherLength("10.20.30.16/28", -1)).toBe("10.20.30.0/27");
  expect(otherLength("10.20.30.0/32", 1)).toBeUndefined();
  expect(otherLength("10.20.30.0", 1)).toBeUndefined();
});
