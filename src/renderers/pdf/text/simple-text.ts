import type { Fragment, TextStyle } from "./fragments.ts";
import type { Typefaces } from "./typefaces.ts";

/** Plain words of the renderer's own as one fragment. */
export function plain(text: string, style: TextStyle, typefaces: Typefaces, target?: string): readonly Fragment[] {
  return [{ kind: "text", text: typefaces.drawable(text, style), style, mark: "none", target }];
}
