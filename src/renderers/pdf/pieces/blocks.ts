import type { Block } from "../../../document/index.ts";
import { spaced, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { calloutPieces } from "./callout.ts";
import { codePieces } from "./code.ts";
import { headingPieces } from "./heading.ts";
import { listPieces } from "./list.ts";
import { BLOCK_GAP, paragraphPieces } from "./paragraph.ts";
import { signaturePieces } from "./signatures.ts";
import { tablePieces } from "./table.ts";

/** Room that blocks may use. */
export interface Space {
  /** Width of tables that use the whole page. */
  readonly full: number;
  /** Width of everything that is read as text. */
  readonly text: number;
  /** Height of a whole page. */
  readonly height: number;
}

/** Blocks as pieces, with the room between them. Diagrams take pages of their own and are no pieces. */
export function blockPieces(blocks: readonly Block[], space: Space, typefaces: Typefaces): readonly Piece[] {
  return blocks.flatMap((block, i) => {
    const previous = blocks[i - 1];
    // A paragraph leads into the list or listing below it.
    const isLead = previous?.type === "paragraph" && (block.type === "list" || block.type === "code");
    const next = blocks[i + 1];
    const before = i === 0 ? 0 : block.type === "table" || previous?.type === "table" ? 13 : block.type === "callout" || previous?.type === "callout" ? 11 : isLead ? 4 : BLOCK_GAP;
    const pieces = spaced(piecesOf(block, space, typefaces), before);
    // A paragraph stays with what it introduces; the first one of a chapter with the chapter's first section.
    const leads = block.type === "paragraph" && (next?.type === "table" || next?.type === "list" || next?.type === "code" || (i === 0 && next?.type === "heading"));
    return leads && pieces.length <= 4 ? pieces.map((part) => ({ ...part, keepWithNext: true })) : pieces;
  });
}

function piecesOf(block: Block, space: Space, typefaces: Typefaces): readonly Piece[] {
  const inner = (blocks: readonly Block[], indent: number) => blockPieces(blocks, { ...space, text: space.text - indent, full: space.text - indent }, typefaces);
  switch (block.type) {
    case "heading": {
      const [style, before, after] = block.level === 2 ? ([scale.heading, 24, 3] as const) : ([scale.subheading, 14, 1] as const);
      return headingPieces(block.id, block.level === 2 ? block.number : "", block.content, style, before, after, space.text, typefaces);
    }
    case "paragraph":
      return paragraphPieces(block.content, scale.body, space.text, typefaces);
    case "list":
      return listPieces(block.items, block.ordered, inner);
    case "table":
      return tablePieces(block, block.wide ? space.full : space.text, space.height, typefaces);
    case "code":
      return codePieces(block, space.text, typefaces);
    case "callout":
      return calloutPieces(block, space.text, inner, typefaces);
    case "signatures":
      return signaturePieces(block.roles, space.text);
    case "diagram":
      return [];
  }
}
