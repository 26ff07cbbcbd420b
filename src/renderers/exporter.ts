import type { Answers, Plan } from "../engine/index.ts";

export const EXPORTER_IDS = ["markdown", "pdf", "plan", "json", "proxy"] as const;
export type ExporterId = (typeof EXPORTER_IDS)[number];

/** Faces that the PDF embeds. */
export const FONT_NAMES = ["inter-400", "inter-700", "mono-400", "mono-700", "rtl-400", "rtl-700"] as const;
export type FontName = (typeof FONT_NAMES)[number];

/** What every exporter is given. */
export interface ExportInput {
  readonly answers: Answers;
  readonly plan: Plan;
  /** First 12 hex digits of the fingerprint over the canonical plan file. */
  readonly planId: string;
}

/** Files that exporters need; the browser fetches them, the command line reads them from disk. */
export interface Assets {
  /** Text of a document template. */
  template(name: "handover"): Promise<string>;
  /** A TrueType file. */
  font(name: FontName): Promise<Uint8Array>;
}

/** How an input becomes a file. Pure but for the assets it asks for: the same input gives the same bytes. */
export interface Renderer {
  render(input: ExportInput, assets: Assets): Promise<string | Uint8Array>;
}

/** One export format. Its code is loaded when first asked for. */
export interface Exporter {
  readonly id: ExporterId;
  /** As a person would call it: "Markdown". */
  readonly label: string;
  /** The file as a button names it, where the label is no name of a format: "the plan file". */
  readonly file?: string;
  /** Without dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether the file is text that may go to a terminal. */
  readonly text: boolean;
  /** What somebody does with it, in one sentence. */
  readonly purpose: string;
  /** For formats that one team alone receives: whether a plan holds anything for it. */
  readonly offered?: (plan: Plan) => boolean;
  readonly load: () => Promise<Renderer>;
}

/** A finished file. */
export interface Artifact {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** `groundplan-3f2a91c2d5e7.pdf`: safe in every file system, and tells which plan it is. */
export const fileName = ({ planId }: Pick<ExportInput, "planId">, { extension }: Pick<Exporter, "extension">): string => `groundplan-${planId}.${extension}`;
