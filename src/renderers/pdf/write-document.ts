import type { Block, Document, DocumentChapter } from "../../document/index.ts";
import type { Plan } from "../../engine/index.ts";
import { contents, entriesOf, writeBookmarks } from "./front/contents.ts";
import { drawCover } from "./front/cover.ts";
import { drawFurniture } from "./front/furniture.ts";
import { Flow } from "./page/flow.ts";
import { noteOnCharacters, noteOnFile } from "./notes.ts";
import { landscape, portrait, TEXT_WIDTH, type PageFormat } from "./page/measures.ts";
import type { Paper } from "./page/paper.ts";
import { heightOfPieces, spaced } from "./page/piece.ts";
import { blockPieces, type Space } from "./pieces/blocks.ts";
import { diagramPieces, isUpright } from "./pieces/diagram.ts";
import { headingPieces } from "./pieces/heading.ts";
import { needsLandscape } from "./pieces/table.ts";
import { type as scale } from "./text/fragments.ts";
import type { Typefaces } from "./text/typefaces.ts";

/** Room above a chapter that goes on where the last one ended. */
const CHAPTER_GAP = 34;
/** A chapter begins on a new page when the last one has filled more than this part of its page. */
const FILLED = 0.76;

/** Puts the whole document on paper: cover, the chapters without number, contents with a note on the file, the others; then what is known only at the end. */
export function writeDocument(document: Document, plan: Plan, paper: Paper): void {
  const { meta } = document;
  drawCover(paper, document, plan.topology, meta.planId);
  const flow = new Flow(paper);
  const entries = entriesOf(document);
  const front = contents(entries, TEXT_WIDTH, paper.typefaces);
  const firstNumbered = document.chapters.findIndex(({ number }) => number !== "");
  const before = firstNumbered > 0 ? firstNumbered : Math.min(1, document.chapters.length);
  document.chapters.slice(0, before).forEach((chapter, i) => writeChapter(chapter, plan, flow, i === 0));
  flow.startPage("portrait");
  flow.place(headingPieces("contents", "", [{ type: "text", value: "Contents" }], scale.chapter, 0, 10, TEXT_WIDTH, paper.typefaces));
  const note = spaced(blockPieces(noteOnFile(meta.planId), spaceOf(flow), paper.typefaces), 30);
  flow.place(front.piecesFor(flow.room - heightOfPieces(note)));
  flow.place(note);
  document.chapters.slice(before).forEach((chapter, i) => writeChapter(chapter, plan, flow, i === 0));
  flow.place(spaced(blockPieces(noteOnCharacters(paper.typefaces.replaced), spaceOf(flow), paper.typefaces), 30));
  front.finish(paper);
  drawFurniture(paper, flow.formats, titleOf(document), meta.planId, chapterFinder(document, paper));
  paper.writeLinks();
  writeBookmarks(entries, paper);
}

const titleOf = ({ meta }: Document): string => [meta.customer, meta.title].filter((part) => part !== "").join(", ");

/** Sections of a chapter that need the width of a lying page get one, together with the headings above them. */
function writeChapter(chapter: DocumentChapter, plan: Plan, flow: Flow, onNewPage: boolean): void {
  const typefaces = flow.paper.typefaces;
  const isListed = chapter.blocks.some((block) => block.type === "table" && block.id === "connections");
  sectionsOf(chapter.blocks).forEach((section, index) => {
    const orientation = orientationOf(section, plan, typefaces);
    const filled = 1 - flow.room / (flow.format.bottom - flow.format.top);
    const isStart = index === 0;
    const hasDiagram = section.some(({ type }) => type === "diagram");
    if (flow.format.orientation !== orientation || (isStart && (onNewPage || filled > FILLED)) || (hasDiagram && !flow.isFresh)) flow.startPage(orientation);
    const heading = isStart ? headingPieces(chapter.id, chapter.number, [{ type: "text", value: chapter.title }], scale.chapter, CHAPTER_GAP, 6, TEXT_WIDTH, typefaces) : [];
    const [first, ...others] = splitAtDiagrams(section);
    const pieces = blockPieces(first ?? [], spaceOf(flow), typefaces);
    // The first section follows its chapter closely; later ones keep their distance.
    flow.place(isStart ? [...heading, ...spaced(pieces.map((part, i) => (i === 0 ? { ...part, before: 0 } : part)), first?.[0]?.type === "heading" ? 8 : 0)] : spaced(pieces, 24));
    for (const [diagram, ...rest] of others) {
      if (diagram?.type === "diagram") flow.place(diagramPieces(diagram, plan.topology, { width: spaceOf(flow).full, height: flow.room - 8 }, isListed, typefaces).map((part, i) => (i === 0 ? { ...part, before: 8 } : part)));
      flow.place(spaced(blockPieces(rest, spaceOf(flow), typefaces), 12));
    }
  });
}

/** Diagrams, and wide tables that are more than a few rows or cannot be squeezed. */
const isWide = (block: Block, typefaces: Typefaces): boolean => block.type === "diagram" || (block.type === "table" && needsLandscape(block, typefaces));

function orientationOf(section: readonly Block[], { topology }: Plan, typefaces: Typefaces): PageFormat["orientation"] {
  if (!section.some((block) => isWide(block, typefaces))) return "portrait";
  const onlyDiagram = !section.some((block) => block.type === "table" && isWide(block, typefaces));
  return onlyDiagram && isUpright(topology, diagramRoom(landscape), diagramRoom(portrait), typefaces) ? "portrait" : "landscape";
}

/** What a page offers to a diagram below the heading of its chapter. */
const diagramRoom = ({ left, right, top, bottom }: PageFormat) => ({ width: right - left, height: bottom - top - 60 });

/**
 * The beginning of a chapter, then one section for each heading of the second level. A beginning that is only a few
 * lines long goes with the section behind it, so that no page holds nothing else.
 */
function sectionsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  const [first, second, ...others] = sections;
  const isLead = first?.every(({ type }) => type === "paragraph") === true;
  return first && second && isLead ? [[...first, ...second], ...others] : sections;
}

/** Blocks before the first diagram, then each diagram with the blocks behind it. */
function splitAtDiagrams(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === "diagram") parts.push([block]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

function spaceOf({ format }: Flow): Space {
  return { full: format.right - format.left, text: TEXT_WIDTH, height: format.bottom - format.top };
}

/** The first chapter that begins on a page, else the one that goes on there. */
function chapterFinder({ chapters }: Document, paper: Paper): (page: number) => string {
  const starts = [
    { title: "Contents", page: paper.pageOf("contents") ?? 0 },
    ...chapters.map(({ id, number, title }) => ({ title: number === "" ? title : `${number} ${title}`, page: paper.pageOf(id) ?? 0 })),
  ].sort((a, b) => a.page - b.page);
  return (page) => (starts.find((start) => start.page === page) ?? starts.findLast((start) => start.page <= page))?.title ?? "";
}
