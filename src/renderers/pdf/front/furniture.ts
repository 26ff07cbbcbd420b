import type { PageFormat } from "../page/measures.ts";
import { ink } from "../page/ink.ts";
import type { Paper } from "../page/paper.ts";
import { type as scale } from "../text/fragments.ts";
import { breakLines } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";

const style = scale.caption;

/**
 * Head and foot of every page but the cover: title and chapter; how to read the lines, the plan's fingerprint, the page.
 *
 * @param chapterOf Title of the chapter that a page belongs to.
 */
export function drawFurniture(paper: Paper, formats: readonly PageFormat[], title: string, planId: string, chapterOf: (page: number) => string): void {
  formats.forEach((format, index) => {
    const page = index + 1;
    if (page === 1) return;
    paper.turnTo(page);
    const { left, right, height } = format;
    const head = 41;
    const chapter = firstLine(paper, chapterOf(page), (right - left) * 0.5);
    paper.line(firstLine(paper, title, right - left - chapter.width - 20), left, head);
    paper.line(chapter, right - chapter.width, head);
    paper.stroke([[left, head + 6.5], [right, head + 6.5]], ink.rule, 0.5);

    const foot = height - 32;
    paper.stroke([[left, foot - 13.5], [right, foot - 13.5]], ink.rule, 0.5);
    drawLegend(paper, left, foot);
    paper.text(`Plan ${planId}`, (left + right) / 2 + 26, foot, { ...style, mono: true, size: 7.6 }, "middle");
    paper.text(`Page ${page} of ${formats.length}`, right, foot, style, "end");
  });
}

/** How certain a value is, told by the line that it shows. */
function drawLegend(paper: Paper, x: number, y: number): void {
  const typefaces = paper.typefaces;
  const parts = [
    ...plain("Plain: given. \u00a0", style, typefaces),
    { kind: "text", text: "Dashed", style, mark: "assumed", target: undefined } as const,
    ...plain(": assumed.", style, typefaces),
    ...plain("\u00a0 \u00a0", style, typefaces),
    { kind: "text", text: "Dotted", style, mark: "open", target: undefined } as const,
    ...plain("\u00a0: open.", style, typefaces),
  ];
  const [line] = breakLines(parts, 400, typefaces);
  if (line) paper.line(line, x, y);
}

function firstLine(paper: Paper, text: string, width: number) {
  const all = breakLines(plain(text, style, paper.typefaces), width, paper.typefaces);
  return all[0] ?? { parts: [], width: 0 };
}
