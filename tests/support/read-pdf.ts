import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader finds in a PDF. */
export interface ReadPdf {
  readonly pages: readonly { readonly text: string; readonly width: number; readonly height: number; readonly links: readonly ReadLink[] }[];
  readonly outline: readonly ReadEntry[];
  readonly info: Readonly<Record<string, unknown>>;
}

export interface ReadLink {
  readonly url: string | undefined;
  /** Page that it leads to, from 1. */
  readonly page: number | undefined;
}

export interface ReadEntry {
  readonly title: string;
  readonly page: number | undefined;
  readonly items: readonly ReadEntry[];
}

interface RawEntry {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly RawEntry[];
}

/** Reads a PDF with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pageOf = async (destination: unknown): Promise<number | undefined> => {
    if (!Array.isArray(destination)) return undefined;
    const [reference] = destination as readonly unknown[];
    return typeof reference === "object" && reference !== null ? (await pdf.getPageIndex(reference as { num: number; gen: number })) + 1 : undefined;
  };
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const annotations = (await page.getAnnotations()) as readonly { subtype: string; url?: string; dest?: unknown }[];
    const links = await Promise.all(annotations.filter(({ subtype }) => subtype === "Link").map(async ({ url, dest }) => ({ url, page: await pageOf(dest) })));
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ text: items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""), width, height, links });
  }
  const entry = async ({ title, dest, items }: RawEntry): Promise<ReadEntry> => ({ title, page: await pageOf(dest), items: await Promise.all(items.map(entry)) });
  const outline = await Promise.all((((await pdf.getOutline()) as readonly RawEntry[] | null) ?? []).map(entry));
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { pages, outline, info: info as Readonly<Record<string, unknown>> };
}
