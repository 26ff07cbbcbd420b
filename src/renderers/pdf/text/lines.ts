import type { Fragment, Mark, SignName, TextStyle } from "./fragments.ts";
import type { Typefaces } from "./typefaces.ts";

/** A stretch of text on a line, in reading order. */
export interface TextPart {
  readonly kind: "text";
  readonly text: string;
  readonly width: number;
  readonly style: TextStyle;
  readonly mark: Mark;
  readonly target: string | undefined;
}

/** A drawn sign with the gap behind it. */
export interface SignPart {
  readonly kind: "sign";
  readonly sign: SignName;
  readonly size: number;
  readonly width: number;
}

export type Part = TextPart | SignPart;

export interface Line {
  readonly parts: readonly Part[];
  readonly width: number;
}

/** What must stay together on a line, with the space in front of it. */
export interface Word {
  readonly space: TextPart | undefined;
  readonly parts: readonly Part[];
  readonly breakBefore: boolean;
}

/** Gap behind a sign, in ems. */
const SIGN_WIDTH = 0.92;
const SIGN_GAP = 0.42;

/**
 * Breaks fragments into lines no wider than `width`. Words stay whole; one that is wider than a line is cut after the
 * signs that names are built with, or anywhere if it has none.
 */
export function breakLines(fragments: readonly Fragment[], width: number, typefaces: Typefaces): readonly Line[] {
  const lines: Part[][] = [[]];
  let used = 0;
  const put = (parts: readonly Part[]) => {
    lines.at(-1)?.push(...parts);
    used += widthOf(parts);
  };
  const startLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const word of wordsOf(fragments, typefaces)) {
    if (word.breakBefore) startLine();
    const space = used > 0 && word.space ? [word.space] : [];
    const needed = widthOf(word.parts);
    if (used + widthOf(space) + needed <= width + 0.01) {
      put([...space, ...word.parts]);
      continue;
    }
    if (used > 0) startLine();
    if (needed <= width + 0.01) {
      put(word.parts);
      continue;
    }
    cut(word.parts, width, typefaces).forEach((piece, i) => {
      if (i > 0) startLine();
      put(piece);
    });
  }
  return lines.map((parts) => ({ parts: merged(parts), width: widthOf(parts) }));
}

/** Width of the longest word, and of the longest line. */
export function extent(fragments: readonly Fragment[], typefaces: Typefaces): { readonly word: number; readonly line: number } {
  let word = 0;
  let longest = 0;
  let line = 0;
  for (const { space, parts, breakBefore } of wordsOf(fragments, typefaces)) {
    const width = widthOf(parts);
    word = Math.max(word, width);
    line = breakBefore ? width : line + (line > 0 ? (space?.width ?? 0) : 0) + width;
    longest = Math.max(longest, line);
  }
  return { word, line: longest };
}

/** Width of the longest stretch of a word that has no sign to break after: narrower than that, it is torn. */
export function solidWidth({ parts }: Word, typefaces: Typefaces): number {
  let longest = 0;
  let solid = 0;
  for (const part of parts) {
    if (part.kind === "sign") solid += part.width;
    else
      for (const stretch of part.text.split(AFTER_SIGN)) {
        solid += textPart(stretch, part, typefaces).width;
        longest = Math.max(longest, solid);
        if (SIGN_AT_END.test(stretch)) solid = 0;
      }
  }
  return Math.max(longest, solid);
}

export const widthOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.width, 0);

/** The words of a text in their order, measured. */
export function wordsOf(fragments: readonly Fragment[], typefaces: Typefaces): readonly Word[] {
  const words: Word[] = [];
  let parts: Part[] = [];
  let space: TextPart | undefined;
  let breakBefore = false;
  const finish = () => {
    if (parts.length > 0 || breakBefore) words.push({ space, parts, breakBefore });
    parts = [];
    space = undefined;
    breakBefore = false;
  };
  for (const fragment of fragments) {
    if (fragment.kind === "break") {
      finish();
      breakBefore = true;
    } else if (fragment.kind === "sign") {
      parts.push({ kind: "sign", sign: fragment.sign, size: fragment.size, width: fragment.size * (SIGN_WIDTH + SIGN_GAP) });
    } else {
      for (const text of fragment.text.split(/( +)/)) {
        if (text === "") continue;
        const part = textPart(text.startsWith(" ") ? " " : text, fragment, typefaces);
        if (!text.startsWith(" ")) parts.push(part);
        else {
          if (parts.length > 0) finish();
          space = part;
        }
      }
    }
  }
  finish();
  return words;
}

function textPart(text: string, { style, mark, target }: Pick<TextPart, "style" | "mark" | "target">, typefaces: Typefaces): TextPart {
  const width = (typefaces.width(text, style) + (style.tracking ?? 0) * text.length) * style.size;
  return { kind: "text", text, width, style, mark, target };
}

const SIGN_AT_END = /[./:,;_@=&?–-]$/;
/** A sign between digits belongs to an address, a block or a version, which is read, and copied, as one. */
const AFTER_SIGN = /(?<=[,;_@=&?–-]|[./:](?!\d)|(?<!\d)[./:])/;

/** Cuts one word that is too wide into pieces that fit. */
function cut(parts: readonly Part[], width: number, typefaces: Typefaces): readonly (readonly Part[])[] {
  const pieces: Part[][] = [[]];
  let used = 0;
  const room = () => width - used;
  for (const part of parts) {
    if (part.kind === "sign") {
      pieces.at(-1)?.push(part);
      used += part.width;
      continue;
    }
    let rest = part.text;
    while (rest !== "") {
      const fitting = longestFit(rest, part, room(), typefaces, used === 0);
      if (fitting !== "") {
        const piece = textPart(fitting, part, typefaces);
        pieces.at(-1)?.push(piece);
        used += piece.width;
        rest = rest.slice(fitting.length);
      }
      if (rest === "") break;
      pieces.push([]);
      used = 0;
    }
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** How much of a line a word must fill before it is broken after a sign: emptier lines are worse than a torn word. */
const LEAST_SHARE = 0.3;

/** The longest beginning that fits; at the start of a line at least one character. */
function longestFit(text: string, part: TextPart, room: number, typefaces: Typefaces, atStart: boolean): string {
  let fitting = "";
  let atSign = "";
  let used = 0;
  for (const stretch of text.split(AFTER_SIGN)) {
    for (const character of stretch) {
      used += (typefaces.width(character, part.style) + (part.style.tracking ?? 0)) * part.style.size;
      if (used > room && !(atStart && fitting === "")) return atSign.length > fitting.length * LEAST_SHARE ? atSign : fitting;
      fitting += character;
    }
    atSign = fitting;
  }
  return fitting;
}

/** Neighbours in the same style become one stretch, so that less is written and marks run through. */
function merged(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === "text" && part.kind === "text" && last.style === part.style && last.mark === part.mark && last.target === part.target) {
      result[result.length - 1] = { ...last, text: last.text + part.text, width: last.width + part.width };
    } else result.push(part);
  }
  return result;
}
