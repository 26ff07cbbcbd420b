import type { jsPDF } from "jspdf";
import type { Assets, FontName } from "../../exporter.ts";
import { readTrueType, type FontMetrics } from "./true-type.ts";
import { RIGHT_TO_LEFT } from "./visual-order.ts";

/** How a text is set, apart from its size and colour. */
export interface Face {
  readonly mono: boolean;
  readonly bold: boolean;
}

const ALWAYS = ["inter-400", "inter-700", "mono-400", "mono-700"] as const satisfies readonly FontName[];
const ONLY_RIGHT_TO_LEFT = ["rtl-400", "rtl-700"] as const satisfies readonly FontName[];

/** Most texts: nothing in them needs care, and every font draws them. */
const PLAIN = /^[ -~]*$/;

/** Characters that show nothing and only steer other renderers. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/**
 * The fonts of a document. A character that the wanted font lacks is taken from another one; one that none has becomes
 * "?" and is remembered, so that the document can say so. Nothing is dropped silently.
 */
export class Typefaces {
  readonly #metrics: ReadonlyMap<FontName, FontMetrics>;
  readonly #shape: (text: string) => string;
  readonly #replaced = new Set<number>();
  /** Font and width by face and code point. */
  readonly #found = new Map<number, { readonly font: FontName; readonly width: number } | undefined>();

  private constructor(metrics: ReadonlyMap<FontName, FontMetrics>, shape: (text: string) => string) {
    this.#metrics = metrics;
    this.#shape = shape;
  }

  /**
   * Loads the fonts into a document.
   * @param text Everything that will be printed; fonts for right-to-left scripts are only loaded where it needs them.
   */
  static async load(doc: jsPDF, assets: Assets, text: string): Promise<Typefaces> {
    const names: readonly FontName[] = [...ALWAYS, ...(RIGHT_TO_LEFT.test(text) ? ONLY_RIGHT_TO_LEFT : [])];
    const files = await Promise.all(names.map((name) => assets.font(name)));
    const metrics = new Map<FontName, FontMetrics>();
    names.forEach((name, i) => {
      const file = files[i];
      if (!file) return;
      doc.addFileToVFS(`${name}.ttf`, binaryString(file));
      doc.addFont(`${name}.ttf`, name, "normal");
      metrics.set(name, readTrueType(file));
    });
    // jsPDF types the Arabic part of its plugin nowhere.
    const shaper = doc as unknown as { readonly processArabic: (text: string) => string };
    return new Typefaces(metrics, (printed) => shaper.processArabic(printed));
  }

  /** Code points that were replaced by "?", sorted. */
  get replaced(): readonly number[] {
    return [...this.#replaced].sort((a, b) => a - b);
  }

  /** The text as it can be drawn: composed, without control characters, Arabic letters joined, missing ones replaced. */
  drawable(text: string, face: Face): string {
    if (PLAIN.test(text)) return text;
    const shaped = this.#shape(text.normalize("NFC").replace(/\p{Cc}|[^\S\u00a0]/gu, " ").replace(INVISIBLE, ""));
    let drawable = "";
    for (const character of shaped) {
      const code = character.codePointAt(0) ?? 0;
      if (this.#find(code, face)) drawable += character;
      else {
        this.#replaced.add(code);
        drawable += "?";
      }
    }
    return drawable;
  }

  /** Width of drawable text in ems. */
  width(text: string, face: Face): number {
    let sum = 0;
    for (const character of text) sum += this.#find(character.codePointAt(0) ?? 0, face)?.width ?? 0;
    return sum;
  }

  /** Drawable text, cut where the font changes. */
  runs(text: string, face: Face): readonly { readonly font: FontName; readonly text: string; readonly width: number }[] {
    const [first] = PLAIN.test(text) ? fontsFor(face) : [];
    if (first) return [{ font: first, text, width: this.width(text, face) }];
    const runs: { font: FontName; text: string; width: number }[] = [];
    for (const character of text) {
      const found = this.#find(character.codePointAt(0) ?? 0, face);
      if (!found) continue;
      const last = runs.at(-1);
      if (last?.font === found.font) {
        last.text += character;
        last.width += found.width;
      } else runs.push({ font: found.font, text: character, width: found.width });
    }
    return runs;
  }

  #find(code: number, face: Face) {
    const key = code * 4 + (face.mono ? 2 : 0) + (face.bold ? 1 : 0);
    const known = this.#found.get(key);
    if (known || this.#found.has(key)) return known;
    const found = fontsFor(face).flatMap((font) => {
      const width = this.#metrics.get(font)?.widthOf(code);
      return width === undefined ? [] : [{ font, width }];
    })[0];
    this.#found.set(key, found);
    return found;
  }
}

/** Fonts in the order in which they are asked for a character. */
function fontsFor({ mono, bold }: Face): readonly FontName[] {
  const weight = bold ? "700" : "400";
  return [mono ? `mono-${weight}` : `inter-${weight}`, mono ? `inter-${weight}` : `mono-${weight}`, `rtl-${weight}`];
}

/** One character per byte, the form that jsPDF keeps its files in. */
function binaryString(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
