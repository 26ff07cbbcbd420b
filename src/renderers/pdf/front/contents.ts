import type { Document } from "../../../document/index.ts";
import { plainText } from "../../../document/index.ts";
import { ink } from "../page/ink.ts";
import type { Paper } from "../page/paper.ts";
import { heightOfPieces, piece, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { breakLines } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { baselineOf } from "../pieces/paragraph.ts";

/** A line of the contents and an entry of the reader's side bar. */
export interface Entry {
  readonly level: 1 | 2;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Chapters and their sections in order. */
export function entriesOf(document: Document): readonly Entry[] {
  return document.chapters.flatMap(({ id, number, title, blocks }): readonly Entry[] => [
    { level: 1, id, number, title },
    ...blocks.flatMap((block): readonly Entry[] => (block.type === "heading" && block.level === 2 ? [{ level: 2, id: block.id, number: block.number, title: plainText(block.content) }] : [])),
  ]);
}

const NUMBER = 30;
const PAGE = 34;
/** Room between two columns of entries. */
const GUTTER = 24;

/**
 * The contents as pieces. Page numbers are known only when everything else is laid out, so drawing is put off: the
 * pieces note their place, and `finish` draws them.
 */
export function contents(entries: readonly Entry[], full: number, typefaces: Typefaces): { readonly piecesFor: (room: number) => readonly Piece[]; readonly finish: (paper: Paper) => void } {
  const later: ((paper: Paper) => void)[] = [];
  const piecesAt = (tightness: number, width: number = full, some: readonly Entry[] = entries) => some.map((entry, index) => {
    const body = { ...scale.body, leading: scale.body.leading * tightness };
    const style = entry.level === 1 ? { ...body, bold: true } : body;
    const lines = breakLines(plain(entry.title, style, typefaces), width - NUMBER - PAGE, typefaces);
    return piece({
      height: lines.length * style.leading,
      before: index === 0 ? 0 : (entry.level === 1 ? 7 : 0.5) * tightness,
      keepWithNext: entry.level === 1 && some[index + 1]?.level === 2,
      draw: (drawn, x, y) => {
        const page = drawn.page;
        later.push((paper) => {
          paper.turnTo(page);
          paper.text(entry.number, x, y + baselineOf(style), style);
          lines.forEach((line, i) => paper.line(line, x + NUMBER, y + i * style.leading + baselineOf(style)));
          const last = y + (lines.length - 1) * style.leading + baselineOf(style);
          const number = String(paper.pageOf(entry.id) ?? "");
          const end = x + NUMBER + (lines.at(-1)?.width ?? 0);
          paper.stroke([[end + 5, last - 0.4], [x + width - 6 - number.length * 5.6, last - 0.4]], ink.rule, 0.5, "dotted");
          paper.text(number, x + width, last, style, "end");
          paper.link({ x, y, width, height: lines.length * style.leading }, `#${entry.id}`);
        });
      },
    });
  });
  // A few entries more than a page holds are drawn together; more than that stand in two columns, or get a second page.
  const piecesFor = (room: number) => {
    const halves = inHalves(entries).map((half) => piecesAt(1, (full - GUTTER) / 2, half));
    const tightened = [1, 0.94, 0.88, 0.82].map((tightness) => piecesAt(tightness)).find((pieces) => heightOfPieces(pieces) <= room);
    return tightened ?? (halves.every((half) => heightOfPieces(half) <= room) ? [sideBySide(halves, (full + GUTTER) / 2)] : piecesAt(1));
  };
  return { piecesFor, finish: (paper) => later.forEach((draw) => draw(paper)) };
}

/** The entries in two parts that are about as long, parted before a chapter. */
function inHalves(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const chapters = entries.flatMap(({ level }, at) => (level === 1 && at > 0 ? [at] : []));
  const middle = Math.min(entries.length, ...chapters.filter((at) => at >= entries.length / 2));
  return [entries.slice(0, middle), entries.slice(middle)];
}

/** Columns as one piece, each so far to the right of the one before. */
function sideBySide(columns: readonly (readonly Piece[])[], step: number): Piece {
  return piece({
    height: Math.max(...columns.map(heightOfPieces)),
    draw: (paper, x, y) =>
      columns.forEach((pieces, column) => {
        let top = y;
        pieces.forEach(({ before, height, draw }, i) => {
          top += i === 0 ? 0 : before;
          draw(paper, x + column * step, top, before);
          top += height;
        });
      }),
  });
}

/** The same entries in the side bar of the reader, sections below their chapters. */
export function writeBookmarks(entries: readonly Entry[], paper: Paper): void {
  let chapter: unknown = null;
  for (const { level, id, number, title } of entries) {
    const name = number === "" ? title : `${number} ${title}`;
    if (level === 1) chapter = paper.bookmark(name, id, null);
    else paper.bookmark(name, id, chapter);
  }
}
