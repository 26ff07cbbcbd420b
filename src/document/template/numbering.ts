import type { Block, Cover, DocumentChapter, Inline } from "../model.ts";
import { text, type Inlines } from "../text/inlines.ts";

/** Numbers for chapters, sections and tables, and the words of links between chapters. */
export function numbered(chapters: readonly DocumentChapter[]): readonly DocumentChapter[] {
  let tables = 0;
  const titles = titlesOf(chapters);
  return chapters.map((chapter, at) => {
    const counts = [0, 0];
    const number = (block: Block): Block => {
      if (block.type === "heading") return { ...block, number: headingNumber(at + 1, block.level, counts) };
      if (block.type === "table") {
        tables += 1;
        const stop = block.caption.length > 0 ? " " : "";
        return { ...block, caption: [text(`Table ${tables}.${stop}`), ...block.caption] };
      }
      return block;
    };
    return { ...chapter, number: String(at + 1), blocks: chapter.blocks.map((block) => withReferences(number(block), titles)) };
  });
}

/** The cover with the words of its links to chapters. */
export function numberedCover(cover: Cover, chapters: readonly DocumentChapter[]): Cover {
  const titles = titlesOf(chapters);
  return { ...cover, verdict: resolved(cover.verdict, titles), purpose: resolved(cover.purpose, titles) };
}

const titlesOf = (chapters: readonly DocumentChapter[]): ReadonlyMap<string, string> =>
  new Map(chapters.map(({ id, title }, at) => [`#${id}`, `chapter ${at + 1}, ${title}`]));

function headingNumber(chapter: number, level: 2 | 3, counts: number[]): string {
  const [sections = 0, parts = 0] = counts;
  counts[0] = level === 2 ? sections + 1 : sections;
  counts[1] = level === 2 ? 0 : parts + 1;
  return [chapter, counts[0], ...(level === 3 ? [counts[1]] : [])].join(".");
}

function withReferences(block: Block, titles: ReadonlyMap<string, string>): Block {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, content: resolved(block.content, titles) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((inner) => withReferences(inner, titles))) };
    default:
      return block;
  }
}

/** Links to chapters with their words; a chapter that was left out is not linked. */
function resolved(content: Inlines, titles: ReadonlyMap<string, string>): Inlines {
  return content.map((inline): Inline => {
    if (inline.type === "strong" || inline.type === "emphasis") return { ...inline, content: resolved(inline.content, titles) };
    if (inline.type !== "link" || !inline.url.startsWith("#") || inline.content.length > 0) return inline;
    const title = titles.get(inline.url);
    return title === undefined ? text("this document") : { ...inline, content: [text(title)] };
  });
}
