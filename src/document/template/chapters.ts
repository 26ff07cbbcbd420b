import type { OpenPoint, Plan } from "../../engine/index.ts";
import type { Block, DocumentChapter } from "../model.ts";
import type { Scope } from "../scope.ts";
import { ownerOf } from "../scope.ts";
import { formatDate } from "../text/dates.ts";
import { markedSources } from "../used-sources.ts";
import { joined, link, strong, text } from "../text/inlines.ts";
import type { Piece } from "./expand.ts";
import { expandInlines } from "./expand-inlines.ts";

type BlockPiece = Extract<Piece, { kind: "block" }>;

/**
 * Chapters without emptiness: a section goes with its last table, a chapter whose rows all wait says what for, and one
 * that has nothing to say is left out. Numbers come later.
 */
export function chaptersOf(pieces: readonly Piece[], scope: Scope): readonly DocumentChapter[] {
  return grouped(pieces).flatMap(({ id, title, content }) => {
    const rules = content.flatMap((piece) => (piece.kind === "called" ? piece.rules : []));
    const body = withoutEmptySections(content.filter((piece) => piece.kind === "block"));
    const blocks = [...body.map(({ block }) => withChapterId(block, id)), ...content.flatMap((piece) => closing(piece, rules, scope, body.length > 0))];
    return blocks.length === 0 ? [] : [{ id, number: "", title, blocks }];
  });
}

function grouped(pieces: readonly Piece[]) {
  const groups: { readonly id: string; readonly title: string; readonly content: Piece[] }[] = [];
  for (const piece of pieces) {
    if (piece.kind === "chapter") groups.push({ id: piece.id, title: piece.title, content: [] });
    else groups.at(-1)?.content.push(piece);
  }
  return groups;
}

/** What stands at the end of a chapter: what it waits for, and what it rests on. */
function closing(piece: Piece, rules: readonly string[], scope: Scope, hasBody: boolean): readonly Block[] {
  if (piece.kind === "waiting") {
    const waiting = waitingFor(scope.plan, rules);
    if (waiting.length === 0) return [];
    const items = waiting.map((point): readonly Block[] => [{ type: "paragraph", content: [text(`${said(scope, point)}${kept(scope.plan, rules, point)}`)] }]);
    const title = expandInlines(piece.title, { ...scope, waiting });
    return [{ type: "callout", severity: "open", mark: "", title, body: [{ type: "list", ordered: false, items }] }];
  }
  if (piece.kind !== "chapter-sources" || !hasBody) return [];
  const used = sourcesOf(scope.plan, rules).map(({ mark, url }) => [link(url, text(mark))]);
  return used.length === 0 ? [] : [{ type: "paragraph", content: [strong(...expandInlines(piece.label, scope)), text(" "), ...joined(used), text(".")] }];
}

/** Open points that keep rows of these rules away altogether; holes inside rows are shown in the rows. */
function waitingFor(plan: Plan, rules: readonly string[]): readonly OpenPoint[] {
  const missing = new Set(cellsOf(plan, rules).flatMap((cell) => (cell.state === "waiting" ? cell.missing : [])));
  return plan.openPoints.filter(({ path }) => missing.has(path));
}

/** How a rule of the runbook is called whose value is a step, or several. */
const STEP = /^Steps?: /;

/** Most steps that one line names. */
const MOST = 4;

/** Steps of the runbook that an open point keeps away: by the number of their place, or where no step stands, by name. */
function kept(plan: Plan, rules: readonly string[], { path }: OpenPoint): string {
  const cells = cellsOf(plan, rules).filter(({ state, missing, title }) => state === "waiting" && missing.includes(path) && STEP.test(title));
  if (cells.length === 0) return "";
  const numbers = plan.runbook.flatMap(({ order, waiting }) => (waiting?.some(({ question }) => question === path) ? [String(order)] : []));
  if (numbers.length > 0) return `. ${numbers.length === 1 ? "Step" : "Steps"} ${numbers.join(", ")}`;
  const names = [...new Set(cells.map(({ title }) => title.replace(STEP, "")))];
  const more = names.length - MOST;
  return `. ${names.length === 1 ? "Step" : "Steps"}: ${names.slice(0, MOST).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

function sourcesOf(plan: Plan, rules: readonly string[]) {
  const used = new Set(cellsOf(plan, rules).flatMap((cell) => (cell.state === "known" ? cell.sources : [])));
  return markedSources(plan).filter(({ id }) => used.has(id));
}

const cellsOf = (plan: Plan, rules: readonly string[]) => [...plan.cells.values()].filter((cell) => rules.some((start) => cell.rule.startsWith(start)));

/** "O3 Block of virtual addresses, seed: Network team, 3 Dec 2026" */
function said(scope: Scope, point: OpenPoint): string {
  const mark = `O${scope.plan.openPoints.indexOf(point) + 1}`;
  const due = point.due === undefined ? "" : `, ${formatDate(point.due)}`;
  return `${mark} ${point.title}: ${ownerOf(scope, point)}${due}`;
}

/** Drops headings with nothing of substance below them, and the introductions that stood there. */
function withoutEmptySections(pieces: readonly BlockPiece[]): readonly BlockPiece[] {
  if (!pieces.some(({ substance }) => substance)) return [];
  const kept: BlockPiece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const head = piece.block.type === "heading" ? at : pieces.slice(0, at).findLastIndex(({ block }) => block.type === "heading");
    if (head < 0 || sectionFrom(pieces, head).some(({ substance }) => substance)) kept.push(piece);
  }
  return kept;
}

/** A heading and everything below it, up to the next heading of its level or above. */
function sectionFrom(pieces: readonly BlockPiece[], head: number): readonly BlockPiece[] {
  const level = levelOf(pieces[head]);
  const length = pieces.slice(head + 1).findIndex((piece) => piece.block.type === "heading" && levelOf(piece) <= level);
  return pieces.slice(head, length < 0 ? undefined : head + 1 + length);
}

const levelOf = (piece: BlockPiece | undefined): number => (piece?.block.type === "heading" ? piece.block.level : 0);

const withChapterId = (block: Block, chapter: string): Block => (block.type === "heading" ? { ...block, id: `${chapter}-${block.id}` } : block);
