import { WIDTHS } from "./widths.ts";

/** One of the faces that drawings use. */
export interface Face {
  readonly weight: 400 | 700;
  readonly mono: boolean;
}

/** JetBrains Mono: every character, both weights. */
const MONO = 600;
/** Hebrew, Arabic and other letters that Inter lacks; the widest ones that stand-in faces draw. */
const UNKNOWN = 760;
/** Ideographs, kana, hangul, emoji: one em. */
const FULL = 1000;

const tables = { 400: tableOf("inter-400"), 700: tableOf("inter-700") };

/**
 * Width of a text in points, from the embedded fonts' own metrics, so that a layout is the same in Node and in every
 * browser without loading a font. Accented letters count as their base letter, unknown ones as wide.
 */
export function textWidth(text: string, size: number, face: Face): number {
  let sum = 0;
  for (const character of text.normalize("NFC")) sum += widthOf(character, face);
  return (sum * size) / 1000;
}

function widthOf(character: string, { weight, mono }: Face): number {
  const code = character.codePointAt(0) ?? 0;
  if (isMark(code)) return 0;
  if (isFull(code)) return FULL;
  if (mono) return code < 0x590 || (code >= 0x1e00 && code < 0x2c00) ? MONO : UNKNOWN;
  const exact = tables[weight].get(code);
  if (exact !== undefined) return exact;
  const base = character.normalize("NFD").codePointAt(0) ?? code;
  return tables[weight].get(base) ?? UNKNOWN;
}

function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f);
}

function isFull(code: number): boolean {
  return (code >= 0x1100 && code < 0x1200) || (code >= 0x2e80 && code < 0xd7b0) || (code >= 0xf900 && code < 0xfb00) || (code >= 0xfe30 && code < 0xfe70) || (code >= 0xff00 && code < 0xffe8) || code > 0xffff;
}

function tableOf(name: "inter-400" | "inter-700"): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [from, widths] of WIDTHS[name]) {
    widths.split(" ").forEach((width, i) => {
      if (width !== "0") table.set(from + i, Number(width));
    });
  }
  return table;
}
