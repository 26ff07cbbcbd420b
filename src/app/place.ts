import { askPage, askPages, questionsOn, rail, type AskPage } from "../plan-ui/layout.ts";
import { PLAN_PARTS } from "../plan-ui/links.ts";
import { sectionSlug } from "../lib/routes.ts";

/** A page inside a plan, as its address names it. */
export interface Place {
  /** Names the page in the browser's tab and history. */
  readonly title: string;
  /** Name of the entry in the rail, and how far along it is: "3 of 9". */
  readonly bar: { readonly title: string; readonly count?: string };
  /** The chapter, in the Questions half. */
  readonly chapter?: string;
}

const PLACE = /^\/p\/[^/]+\/(ask|plan|review)(?:\/([^/]+))?(?:\/([^/]+))?\/?$/;

/** The page at an address inside a plan; undefined for an address that no page has. */
export function placeOf(path: string): Place | undefined {
  const [, half, first, second] = PLACE.exec(path) ?? [];
  if (half === "review") return first === undefined ? { title: "Review", bar: { title: "Review" } } : undefined;
  if (half === "plan") {
    const title = PLAN_PARTS.find(([id]) => id === first)?.[1];
    return title === undefined ? undefined : { title, bar: { title } };
  }
  return half === "ask" ? questionsAt(first, second) : undefined;
}

function questionsAt(chapter: string | undefined, section: string | undefined): Place | undefined {
  const pages = askPages.filter((page) => page.chapter === chapter);
  if (pages.length === 0 || (section !== undefined && !pages.some((page) => isAt(page, section)))) return undefined;
  const page = askPage(chapter, section);
  const at = rail.findIndex((entry) => entry.pages.includes(page));
  return { title: page.title, bar: { title: rail[at]?.title ?? page.title, count: `${at + 1} of ${rail.length}` }, chapter: page.chapter };
}

const isAt = (page: AskPage, section: string): boolean => page.section === section || questionsOn(page).some((question) => sectionSlug(question.section) === section);
