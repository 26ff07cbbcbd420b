import { expect, test } from "vitest";
import { hclValue, type HclValue } from "./hcl.ts";

test.each<[string, HclValue, string]>([
  ["a word", "seed-north", '"seed-north"'],
  ["a number", 4, "4"],
  ["a truth value", true, "true"],
  ["nothing", "", '""'],
  ["a list", ["10.0.0.2", "10.0.0.3"], '["10.0.0.2", "10.0.0.3"]'],
  ["a quote and a backslash", 'a"b\\c', String.raw`"a\"b\\c"`],
  ["a line break", "a\nb", String.raw`"a\nb"`],
  ["a template", '${file("/etc/passwd")}', '"$${file(\\"/etc/passwd\\")}"'],
  ["a directive", "%{ for a in b }", '"%%{ for a in b }"'],
  ["a list with a template", ["${a}"], '["$${a}"]'],
])("%s", (_name, value, written) => {
  expect(hclValue(value)).toBe(written);
});
