import { expect, test } from "vitest";
import { capital } from "./sentence.ts";

test.each([
  ["your Gateway", "Your Gateway"],
  ["Envoy Gateway", "Envoy Gateway"],
  ["", ""],
])("“%s” begins a sentence as “%s”", (text, begun) => {
  expect(capital(text)).toBe(begun);
});
