import { describe, expect, test } from "vitest";
import { codeParts, withoutBackticks } from "./code-parts.ts";

describe("code in a sentence", () => {
  test.each([
    ["`kubectl get nodes` answers with it", "[kubectl get nodes] answers with it"],
    ["After `curl -I` of http://kkp.example.com, `dig` answers", "After [curl -I] of http://kkp.example.com, [dig] answers"],
    ["`grep -c 'BEGIN CERTIFICATE' ca-bundle.pem` counts", "[grep -c 'BEGIN CERTIFICATE' ca-bundle.pem] counts"],
    // One backtick alone, or inside a value, is a letter like any other.
    ["a ` b", "a ` b"],
    ["`na`me` is no name", "[na`me] is no name"],
    ["", ""],
  ])("%s", (sentence, expected) => {
    expect(codeParts(sentence).map(({ text, code }) => (code ? `[${text}]` : text)).join("")).toBe(expected);
  });

  test("is read without its backticks", () => {
    expect(withoutBackticks("`ssh` opens a session, and ` stays")).toBe("ssh opens a session, and ` stays");
  });
});
