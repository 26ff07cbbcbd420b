import type { Inline } from "../../../document/index.ts";
import { ink, type Ink } from "../page/ink.ts";
import type { Face, Typefaces } from "./typefaces.ts";

/** How a text is set. */
export interface TextStyle extends Face {
  readonly size: number;
  readonly leading: number;
  readonly ink: Ink;
  /** Extra room between letters, in ems; negative for display sizes. */
  readonly tracking?: number;
}

const plain = { mono: false, bold: false } as const;

/** The type scale. */
export const type = {
  body: { ...plain, size: 9.5, leading: 13.5, ink: ink.text },
  table: { ...plain, size: 8.8, leading: 12, ink: ink.text },
  tableHead: { ...plain, bold: true, size: 8, leading: 10.5, ink: ink.text },
  tableSmall: { ...plain, size: 7.4, leading: 9.4, ink: ink.text },
  caption: { ...plain, size: 8, leading: 10.5, ink: ink.grey },
  code: { mono: true, bold: false, size: 8.4, leading: 12, ink: ink.text },
  chapter: { ...plain, bold: true, size: 18, leading: 22.5, ink: ink.text, tracking: -0.014 },
  heading: { ...plain, bold: true, size: 11.6, leading: 16, ink: ink.text, tracking: -0.006 },
  subheading: { ...plain, bold: true, size: 9.5, leading: 13.5, ink: ink.text },
} as const satisfies Record<string, TextStyle>;

export type SignName = Extract<Inline, { type: "sign" }>["sign"];

/** How certain a piece of text is: dashed underline, dotted box. */
export type Mark = "none" | "assumed" | "open";

/** A stretch of text in one style, a sign, or a forced line break. */
export type Fragment =
  | { readonly kind: "text"; readonly text: string; readonly style: TextStyle; readonly mark: Mark; readonly target: string | undefined }
  | { readonly kind: "sign"; readonly sign: SignName; readonly size: number }
  | { readonly kind: "break" };

/** Mono letters look larger than the text around them at the same size. */
const MONO_SIZE = 0.94;

/** Inlines of the document as fragments whose texts can be drawn as they are. */
export function fragmentsOf(inlines: readonly Inline[], style: TextStyle, typefaces: Typefaces, mark: Mark = "none", target?: string): readonly Fragment[] {
  const text = (value: string, own: TextStyle = style, ownMark: Mark = mark): Fragment => ({ kind: "text", text: typefaces.drawable(value, own), style: own, mark: ownMark, target });
  return inlines.flatMap((inline): readonly Fragment[] => {
    switch (inline.type) {
      case "text":
        return [text(inline.value)];
      case "code":
        return [text(inline.value, style.mono ? style : { ...style, mono: true, size: style.size * MONO_SIZE })];
      case "strong":
        return fragmentsOf(inline.content, { ...style, bold: true }, typefaces, mark, target);
      // There is no italic; grey sets the words apart.
      case "emphasis":
        return fragmentsOf(inline.content, { ...style, ink: ink.grey }, typefaces, mark, target);
      case "link":
        return fragmentsOf(inline.content, { ...style, ink: ink.accent }, typefaces, mark, inline.url);
      case "open":
        return [text(inline.value, style, "open")];
      case "assumed":
        return fragmentsOf(inline.content, style, typefaces, "assumed", target);
      case "sign":
        return [{ kind: "sign", sign: inline.sign, size: style.size }];
      case "break":
        return [{ kind: "break" }];
    }
  });
}
