import type { Document } from "../../document/index.ts";

/** Heading of a chapter as it is written: "5 DNS". */
export const chapterHeading = ({ number, title }: { readonly number: string; readonly title: string }): string => (number === "" ? title : `${number} ${title}`);

/** Where links to chapters lead, as GitHub names its headings: `dns` → `#5-dns`. */
export function anchorsOf(document: Document): ReadonlyMap<string, string> {
  return new Map(document.chapters.map((chapter) => [chapter.id, `#${githubSlug(chapterHeading(chapter))}`]));
}

const githubSlug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replace(/ /g, "-");
