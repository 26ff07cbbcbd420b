import { askHref, partHref } from "../lib/routes.ts";

/** The two halves of a plan: what people say, and what follows. */
export type Half = "ask" | "plan";

interface Places {
  readonly half: Half;
  readonly ask: string;
  readonly plan: string;
}

const left = new Map<string, Places>();

/** The half that an address belongs to; undefined for the review, which belongs to both. */
export const halfOf = (path: string): Half | undefined => /^\/p\/[^/]+\/(ask|plan)\//.exec(path)?.[1] as Half | undefined;

/** Where each half was left, and which one was seen last. */
export function placesIn(planKey: string): Places {
  return left.get(planKey) ?? { half: "ask", ask: askHref(planKey, "project"), plan: partHref(planKey, "summary") };
}

/** Remembers an address as the last one of its half. */
export function rememberHalf(planKey: string, href: string): void {
  const half = halfOf(href.slice(1));
  if (half) left.set(planKey, { ...placesIn(planKey), half, [half]: href });
}
