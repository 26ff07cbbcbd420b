import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { quote } from "./shell.ts";

test.each([
  ["seed", "seed"],
  ["https://git.example.com/platform/kubermatic.git", "https://git.example.com/platform/kubermatic.git"],
  ["", "''"],
  ["two words", "'two words'"],
  ["it's", "'it'\\''s'"],
  ["$(id)", "'$(id)'"],
])("%s", (text, word) => {
  expect(quote(text)).toBe(word);
});

test.each(["a b", "it's", "'", "''", "$(id)", "`id`", "a;b", "a\nb", "*", "~root", "#x", "!!", "\\", "-rf", "<b>", "ü‮x", "a\tb", "{a,b}", "x=y"])("a shell reads %j back", (text) => {
  expect(execFileSync("/bin/sh", ["-c", `printf %s ${quote(text)}`], { encoding: "utf8" })).toBe(text);
});
