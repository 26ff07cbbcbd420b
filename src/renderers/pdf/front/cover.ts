import type { Document, Inline } from "../../../document/index.ts";
import { layoutCover } from "../../../diagram/index.ts";
import type { Topology } from "../../../engine/index.ts";
import { ink } from "../page/ink.ts";
import { portrait } from "../page/measures.ts";
import type { Paper } from "../page/paper.ts";
import { fragmentsOf, type as scale, type TextStyle } from "../text/fragments.ts";
import { breakLines, type Line } from "../text/lines.ts";
import { baselineOf } from "../pieces/paragraph.ts";
import { drawDrawing } from "../pieces/drawing.ts";

const { left, right } = portrait;
const WIDTH = right - left;
const plain = { mono: false, bold: false } as const;
const styles = {
  mark: { ...plain, bold: true, size: 10.5, leading: 13, ink: ink.text },
  purpose: { ...plain, size: 10.5, leading: 14.5, ink: ink.grey },
  title: { ...plain, size: 18, leading: 23, ink: ink.text, tracking: -0.01 },
  label: { ...plain, size: 8, leading: 10.5, ink: ink.grey },
  fact: { ...plain, bold: true, size: 9.5, leading: 12.5, ink: ink.text },
  verdict: { ...plain, bold: true, size: 10.5, leading: 14.5, ink: ink.text },
} as const satisfies Record<string, TextStyle>;

/** Sizes for the customer's name; long names take the first that needs two lines at most. */
const NAME_SIZES = [34, 26, 20, 15, 11] as const;

/** The first page: for whom, what, the plan in one glance, six facts, and one framed sentence that says how it stands. */
export function drawCover(paper: Paper, { cover }: Document, topology: Topology, planId: string): void {
  drawMark(paper, left, 57);
  paper.text("Groundplan", left + 25, 69, styles.mark);

  let y = 198;
  y = block(paper, lines(paper, cover.purpose, styles.purpose, WIDTH), styles.purpose, left, y) + 6;
  const name = nameOf(paper, cover.customer);
  y = block(paper, name.lines, name.style, left, y);
  y = block(paper, lines(paper, cover.title, styles.title, WIDTH).slice(0, 8), styles.title, left, y + 3);

  const facts = factsOf(paper, cover.facts);
  const verdict = lines(paper, cover.verdict, styles.verdict, WIDTH - 32);
  const verdictHeight = verdict.length * styles.verdict.leading + 22;
  const verdictTop = portrait.bottom - 46 - verdictHeight;
  const factsTop = Math.min(525, verdictTop - facts.height - 32);
  if (cover.diagram) drawGlance(paper, topology, y + 22, factsTop - 26);

  paper.stroke([[left, factsTop], [right, factsTop]], ink.text, 0.9);
  facts.draw(factsTop + 13);
  paper.frame({ x: left, y: verdictTop, width: WIDTH, height: verdictHeight }, ink.text, 1);
  block(paper, verdict, styles.verdict, left + 16, verdictTop + 11);

  paper.stroke([[left, 796], [right, 796]], ink.rule, 0.5);
  paper.text("This document holds no passwords, keys or tokens.", left, 810, scale.caption);
  paper.text(`Plan ${planId}`, right, 810, { ...scale.caption, mono: true, size: 7.6 }, "end");
}

/** The mark of the product: a ground plan of walls. */
function drawMark(paper: Paper, x: number, y: number): void {
  const at = (h: number, v: number) => [x + h * 15.5, y + v * 15.5] as const;
  paper.stroke([at(0.38, 0.94), at(0.06, 0.94), at(0.06, 0.06), at(0.94, 0.06), at(0.94, 0.94), at(0.56, 0.94)], ink.accent, 1.5);
  paper.stroke([at(0.06, 0.42), at(0.44, 0.42), at(0.44, 0.28)], ink.accent, 1.5);
  paper.stroke([at(0.62, 0.94), at(0.62, 0.64), at(0.78, 0.64)], ink.accent, 1.5);
  paper.fill({ x: at(0.62, 0.3)[0], y: at(0.62, 0.3)[1], width: 2.6, height: 2.6 }, ink.accent);
}

function nameOf(paper: Paper, customer: readonly Inline[]): { readonly style: TextStyle; readonly lines: readonly Line[] } {
  const options = NAME_SIZES.map((size) => {
    const style: TextStyle = { ...plain, bold: true, size, leading: size * 1.147, ink: ink.text, tracking: -0.02 };
    return { style, lines: lines(paper, customer, style, WIDTH) };
  });
  const fitting = options.find((option) => option.lines.length <= 2) ?? options.at(-1);
  if (!fitting) throw new Error("There is no size for the name.");
  return fitting;
}

const lines = (paper: Paper, content: readonly Inline[], style: TextStyle, width: number): readonly Line[] =>
  breakLines(fragmentsOf(content, style, paper.typefaces), width, paper.typefaces);

/** Draws lines below each other and returns where the next one would begin. */
function block(paper: Paper, content: readonly Line[], style: TextStyle, x: number, y: number): number {
  content.forEach((line, i) => paper.line(line, x, y + i * style.leading + baselineOf(style)));
  return y + content.length * style.leading;
}

/** The small drawing in the middle of the room that is left for it. */
function drawGlance(paper: Paper, topology: Topology, top: number, bottom: number): void {
  const drawing = layoutCover(topology);
  const scale = Math.min(1, WIDTH / drawing.width, (bottom - top) / Math.max(1, drawing.height));
  if (drawing.shapes.length === 0 || scale < 0.5) return;
  drawDrawing(paper, drawing, left, top + (bottom - top - drawing.height * scale) / 2, scale);
}

const COLUMNS = 3;

function factsOf(paper: Paper, facts: Document["cover"]["facts"]) {
  const columnWidth = WIDTH / COLUMNS;
  const cells = facts.map(({ label, value }) => ({ label, lines: lines(paper, value, styles.fact, columnWidth - 14) }));
  const rows = Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, i) => cells.slice(i * COLUMNS, (i + 1) * COLUMNS));
  const heights = rows.map((row) => styles.label.leading + 2 + Math.max(...row.map((cell) => cell.lines.length)) * styles.fact.leading + 16);
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw: (top: number) => {
      let y = top;
      rows.forEach((row, index) => {
        row.forEach(({ label, lines: value }, i) => {
          paper.text(label, left + i * columnWidth, y + baselineOf(styles.label), styles.label);
          block(paper, value, styles.fact, left + i * columnWidth, y + styles.label.leading + 2);
        });
        y += heights[index] ?? 0;
      });
    },
  };
}
