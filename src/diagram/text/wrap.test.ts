import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../metrics/text-width.ts";
import { wrap } from "./wrap.ts";

const mono = { weight: 400, mono: true } as const;
// At 10 points a mono character is 6 points wide: 60 points hold ten.
const lines = (text: string) => wrap(text, 60, 10, mono);

describe("wrap", () => {
  it.each([
    ["keeps what fits", "ten signs.", ["ten signs."]],
    ["breaks between words", "one two three", ["one two", "three"]],
    ["breaks long names after their signs", "grafana.seed.example", ["grafana.", "seed.", "example"]],
    ["does not break short names", "at 10.0.0.1", ["at", "10.0.0.1"]],
    ["cuts what has no sign", "abcdefghijklm", ["abcdefghij", "klm"]],
    ["takes a name over from a full line", "at abcdefghijklm", ["at abcdefg", "hijklm"]],
    ["makes no empty line", "  \n ", []],
  ])("%s", (_name, text, expected) => expect(lines(text)).toEqual(expected));

  it("never exceeds the width and never loses a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const wrapped = lines(text);
        for (const line of wrapped) if (Array.from(line).length > 1) expect(textWidth(line, 10, mono)).toBeLessThanOrEqual(60);
        expect(wrapped.join("").replace(/\s/gu, "")).toBe(text.normalize("NFC").replace(/\s/gu, ""));
      }),
    );
  });
});
