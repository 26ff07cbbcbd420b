import { textWidth } from "../metrics/text-width.ts";
import type { TextStyle } from "../overview/sizes.ts";
import { wrap } from "./wrap.ts";

/** One line of text, ready to be drawn. */
export interface TextLine {
  readonly value: string;
  readonly style: TextStyle;
  readonly width: number;
}

/** Sizes that long names shrink to, relative to the style. */
const SHRINKING = [1, 0.9, 0.8, 0.75] as const;
const ENOUGH_LINES = 3;

/**
 * Fits a text into a width: at its own size where that takes three lines at most, else smaller. A text that is longer
 * even then keeps the smallest size and gets as many lines as it needs; nothing is ever cut.
 */
export function textBlock(text: string, width: number, style: TextStyle): readonly TextLine[] {
  let lines: readonly TextLine[] = [];
  for (const shrink of SHRINKING) {
    const face = { ...style, size: style.size * shrink, leading: style.leading * shrink };
    lines = wrap(text, width, face.size, face).map((value) => ({ value, style: face, width: textWidth(value, face.size, face) }));
    if (lines.length <= ENOUGH_LINES) break;
  }
  return lines;
}

/** Height of lines set below each other. */
export const heightOf = (lines: readonly TextLine[]): number => lines.reduce((sum, { style }) => sum + style.leading, 0);

/** Addresses, names, ports: one word with a digit, a dot or a slash in it is set in mono. */
export const isMachineText = (text: string): boolean => /^\S+$/u.test(text) && /[\d./]/u.test(text);
