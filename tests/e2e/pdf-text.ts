import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader sees of a PDF: the text of each page, the titles of its outline, and its properties. */
export interface PdfText {
  readonly pages: readonly string[];
  readonly outline: readonly string[];
  readonly title: string;
}

/** Reads a PDF back with another library than the one that wrote it. */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  const outline = ((await pdf.getOutline()) as { title: string }[] | null) ?? [];
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { pages, outline: outline.map(({ title }) => title), title: (info as { Title?: string }).Title ?? "" };
}

/** The text without any blanks: where a line was broken does not matter. */
export const solid = (text: string): string => text.replace(/\s+/g, "");
