import { askHref, partHref } from "../lib/routes.ts";
import type { Half, Places } from "../lib/storage/database.ts";

const seen = new Map<string, Partial<Places>>();

/** The half that an address belongs to; undefined for the review, which belongs to both. */
export const halfOf = (path: string): Half | undefined => /^\/p\/[^/]+\/(ask|plan)\//.exec(path)?.[1] as Half | undefined;

/** Where each half was left, and which one was seen last: since the page was loaded, else as this device has kept it. */
export function placesIn(planKey: string, kept: Partial<Places> | null | undefined): Required<Omit<Places, "last">> {
  return { half: "ask", ask: askHref(planKey, "project"), plan: partHref(planKey, "summary"), ...kept, ...seen.get(planKey) };
}

/** Remembers an address as the last one of its half. */
export function rememberHalf(planKey: string, href: string): void {
  const half = halfOf(href.slice(1));
  if (half) seen.set(planKey, { ...seen.get(planKey), half, [half]: href });
}
