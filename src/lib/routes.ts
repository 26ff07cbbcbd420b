/**
 * Addresses of everything on the screen, as values for `href`. This module knows no engine, so that the start page
 * stays small.
 */
const part = encodeURIComponent;

export const START = "#/";

/** The plan itself; leads to where the person was last. */
export const planHref = (planKey: string): string => `#/p/${part(planKey)}`;

/** A chapter of the questions; `at` is the place, cluster or datacenter, `question` the path of the answer to focus. */
export function askHref(
  planKey: string,
  chapter: string,
  section?: string,
  query: { readonly at?: string | undefined; readonly question?: string | undefined } = {},
): string {
  const search = new URLSearchParams();
  if (query.at) search.set("at", query.at);
  if (query.question) search.set("question", query.question);
  const tail = search.size > 0 ? `?${search}` : "";
  return `${planHref(planKey)}/ask/${part(chapter)}${section ? `/${sectionSlug(section)}` : ""}${tail}`;
}

/** A part of the derived plan; `item` is the id of a row. */
export const partHref = (planKey: string, planPart: string, item?: string): string =>
  `${planHref(planKey)}/plan/${part(planPart)}${item ? `/${part(item)}` : ""}`;

export const reviewHref = (planKey: string): string => `${planHref(planKey)}/review`;

/** A section's title as it stands in addresses: "Master and Seeds" → `master-and-seeds`. */
export function sectionSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
