import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { textWidth } from "./text-width.ts";

const regular = { weight: 400, mono: false } as const;

describe("textWidth", () => {
  // Inter 400: A 690, V 690 thousandths of the size, no kerning.
  it("adds up the widths of the embedded font", () => expect(textWidth("AV", 10, regular)).toBeCloseTo(13.8));

  it("is wider in bold", () => expect(textWidth("Platform entry", 10, { weight: 700, mono: false })).toBeGreaterThan(textWidth("Platform entry", 10, regular)));

  it("gives every mono character the same width", () => expect(textWidth("10.20.30.1", 10, { weight: 400, mono: true })).toBeCloseTo(60));

  it("takes accented letters as wide as their base letter, composed or not", () => {
    expect(textWidth("ế", 10, regular)).toBe(textWidth("e", 10, regular));
    expect(textWidth("e\u0301", 10, regular)).toBe(textWidth("é", 10, regular));
  });

  it("knows the licences of what it measures", () => {
    const fonts = join(import.meta.dirname, "../../renderers/pdf/fonts");
    expect(readFileSync(join(fonts, "Inter-OFL.txt"), "utf8")).toContain("SIL OPEN FONT LICENSE");
    expect(readFileSync(join(fonts, "JetBrainsMono-OFL.txt"), "utf8")).toContain("SIL OPEN FONT LICENSE");
  });
});
