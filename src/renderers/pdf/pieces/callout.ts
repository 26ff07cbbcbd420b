import type { Block, CalloutBlock } from "../../../document/index.ts";
import { ink } from "../page/ink.ts";
import { beside, spaced, together, type Piece } from "../page/piece.ts";
import { fragmentsOf, type as scale, type Fragment } from "../text/fragments.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { textPieces } from "./paragraph.ts";

const BAR = 3;
const INDENT = 13;
const WORDS: Readonly<Record<CalloutBlock["severity"], string>> = { blocker: "Blocker", warning: "Warning", advice: "Advice", open: "Open", assumption: "Assumption" };

/** A finding: a bar in ink at the left, severity as sign and word, what is wrong, what to do. */
export function calloutPieces(callout: CalloutBlock, width: number, inner: (blocks: readonly Block[], indent: number) => readonly Piece[], typefaces: Typefaces): readonly Piece[] {
  const { severity, mark, title, body } = callout;
  const style = scale.subheading;
  const sign: readonly Fragment[] = severity === "assumption" ? [] : [{ kind: "sign", sign: severity, size: style.size }];
  const lead = plain(`${WORDS[severity]}${mark === "" ? "" : ` ${mark}`}: `, style, typefaces);
  const head = textPieces([...sign, ...lead, ...fragmentsOf(title, style, typefaces)], style, width - INDENT, typefaces).map((line) => ({ ...line, keepWithNext: true }));
  const content = [...head, ...spaced(inner(body, INDENT), 0)];
  return together(beside(content, INDENT, (paper, x, y, height) => paper.fill({ x, y, width: BAR, height }, ink.text)));
}
