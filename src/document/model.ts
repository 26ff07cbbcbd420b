import type { AnswerPath, CellId, SourceId } from "../engine/index.ts";

/**
 * The neutral document: what is said, in which order, without any format. Markdown and PDF are written from it and from
 * nothing else, so they cannot disagree. Values are text nodes; no string in here is ever parsed again.
 */
export interface Document {
  readonly meta: DocumentMeta;
  readonly cover: Cover;
  readonly chapters: readonly DocumentChapter[];
}

/** What front matter, running head and foot say. */
export interface DocumentMeta {
  /** First 12 hex digits of the fingerprint. */
  readonly planId: string;
  /** Format version of the plan file it was derived from. */
  readonly format: number;
  /** KKP release, or undefined while it is open. */
  readonly release: string | undefined;
  readonly title: string;
  readonly customer: string;
  /** Day as `2026-12-03`, or undefined while it is open. */
  readonly date: string | undefined;
  readonly authors: readonly string[];
}

export interface Cover {
  readonly customer: readonly Inline[];
  readonly title: readonly Inline[];
  readonly purpose: readonly Inline[];
  /** Six facts: label and value. */
  readonly facts: readonly { readonly label: string; readonly value: readonly Inline[] }[];
  /** One framed sentence: what stops the installation, or that nothing does. */
  readonly verdict: readonly Inline[];
  /** The plan's own small diagram. */
  readonly diagram: DiagramBlock | undefined;
}

export interface DocumentChapter {
  /** Stable slug, used for anchors: `dns`. */
  readonly id: string;
  /** `5`; empty for chapters without number. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: "heading"; readonly level: 2 | 3; readonly id: string; readonly number: string; readonly content: readonly Inline[] }
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | TableBlock
  | { readonly type: "code"; readonly language: string; readonly text: string }
  | CalloutBlock
  | DiagramBlock
  | { readonly type: "signatures"; readonly roles: readonly string[] };

export interface TableBlock {
  readonly type: "table";
  /** Stable id: `dns-records`. */
  readonly id: string;
  /** Number, for which team, what all rows share. Stands above the table. */
  readonly caption: readonly Inline[];
  readonly columns: readonly {
    readonly title: string;
    readonly align: "left" | "right";
    /** Relative width; names and reasons get more. */
    readonly weight: number;
  }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (readonly Inline[])[]; readonly marked: boolean }[];
  /** More than seven columns: whole landscape pages in print. */
  readonly wide: boolean;
  /** Looked up, not read from top to bottom: set small in print. */
  readonly small: boolean;
}

export interface CalloutBlock {
  readonly type: "callout";
  readonly severity: "blocker" | "warning" | "advice" | "open" | "assumption";
  /** "B1" */
  readonly mark: string;
  readonly title: readonly Inline[];
  readonly body: readonly Block[];
}

/** The overview diagram; writers draw it in their own way from the Plan's topology. */
export interface DiagramBlock {
  readonly type: "diagram";
  readonly id: "overview";
  readonly caption: readonly Inline[];
  /** Longer text for people who cannot see it. */
  readonly alternative: string;
}

export type Inline =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "strong"; readonly content: readonly Inline[] }
  | { readonly type: "emphasis"; readonly content: readonly Inline[] }
  /** Addresses, names, ports: everything a machine will read. Printed in mono, never broken inside words. */
  | { readonly type: "code"; readonly value: string }
  /** `url` is an https link, or `#` and the id of a chapter. */
  | { readonly type: "link"; readonly url: string; readonly content: readonly Inline[] }
  /** A value that nobody knows yet, with who and when in words: "open, Network team, 3 Dec 2026". */
  | { readonly type: "open"; readonly value: string; readonly path: AnswerPath }
  /** A value from a product default: dashed underline in print, marked in Markdown. */
  | { readonly type: "assumed"; readonly content: readonly Inline[] }
  /** tick, cross: drawn as a vector in print, with a gap before the words beside it; alone in Markdown, it is a word. */
  | { readonly type: "sign"; readonly sign: "yes" | "no" | "blocker" | "warning" | "advice" | "open" | "box" }
  | { readonly type: "break" };

/** Where a row of the document comes from; kept for the preview's links. */
export interface Origin {
  readonly from: CellId;
  readonly sources: readonly SourceId[];
}
