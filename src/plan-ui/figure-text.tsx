import { Sign } from "../ui/signs.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { Figure } from "./totals.ts";
import { figure } from "./words.ts";

/** A figure of the plan; the sign of what is open while it waits for answers. */
export function FigureText({ value }: { readonly value: Figure }) {
  if (value !== "waiting") return figure(value);
  return (
    <>
      <Sign name="open" />
      <VisuallyHidden>not known yet</VisuallyHidden>
    </>
  );
}
