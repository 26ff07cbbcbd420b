import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

/** Colours of a block, by token. */
function coloursAfter(selector: string): Readonly<Record<string, string>> {
  const block = css.slice(css.indexOf(selector)).split("{")[1]?.split("}")[0] ?? "";
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, token = "", colour = ""]): [string, string] => [token, colour]));
}

const light = coloursAfter(":root {");
const dark = coloursAfter(':root[data-theme="dark"] {');
const system = coloursAfter(":root:not([data-theme]) {");

/** Contrast by the WCAG 2 formula. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Foreground, ground, measured contrast in light and dark. */
const MEASURED: readonly (readonly [string, string, number, number])[] = [
  ["text", "canvas", 16.14, 16.11],
  ["text", "surface", 17.46, 14.86],
  ["text-2", "surface", 8.01, 9.29],
  ["text-2", "accent-soft", 6.93, 8.03],
  ["text-3", "surface", 5.81, 6.6],
  ["text-3", "canvas", 5.37, 7.16],
  ["text-3", "sunken", 5.03, 7.36],
  ["text-3", "accent-soft", 5.02, 5.7],
  ["text-2", "blocker-soft", 7.05, 8.44],
  ["text-2", "warning-soft", 7.35, 8.0],
  ["open", "surface", 7.53, 9.08],
  ["blocker", "surface", 6.67, 8.73],
  ["accent", "surface", 8.41, 8.57],
  ["accent", "accent-soft", 7.28, 7.4],
  ["on-accent", "accent", 8.41, 8.96],
  ["control", "surface", 4.0, 4.48],
  ["control", "canvas", 3.7, 4.86],
  ["control", "sunken", 3.47, 4.99],
  ["open", "open-soft", 6.57, 8.27],
  ["blocker", "blocker-soft", 5.87, 7.93],
  ["warning", "warning-soft", 6.12, 8.69],
  ["advice", "advice-soft", 6.0, 8.79],
  ["ok", "ok-soft", 5.83, 8.79],
];

describe("colours", () => {
  it.each(MEASURED)("%s on %s", (front, ground, inLight, inDark) => {
    const measured = [light, dark].map((colours) => contrast(colours[front] ?? "", colours[ground] ?? ""));
    expect(measured[0]).toBeCloseTo(inLight, 2);
    expect(measured[1]).toBeCloseTo(inDark, 2);
    const least = front === "control" ? 3 : 4.5;
    expect(Math.min(...measured)).toBeGreaterThanOrEqual(least);
  });

  it("are the same whether dark was chosen here or in the system", () => {
    expect(Object.keys(dark).length).toBeGreaterThan(20);
    expect(system).toEqual(dark);
  });
});
