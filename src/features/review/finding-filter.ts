import type { Finding } from "../../engine/index.ts";
import { askedAt, rail } from "../../plan-ui/layout.ts";

/** Value of a filter that lets everything through. */
export const ALL = "";

/** Whether a finding is about one of the chapters (ids with blanks between) and concerns the team. */
export function matches({ answers }: Finding, chapters: string, team: string): boolean {
  const asked = answers.flatMap((path) => askedAt(path) ?? []);
  const inChapter = chapters === ALL || asked.some(({ question }) => chapters.split(" ").includes(question.chapter));
  return inChapter && (team === ALL || asked.some(({ question }) => question.team === team));
}

/** Title of the chapter that a finding is about first. */
export function chapterOf({ answers }: Finding): string {
  const [path] = answers;
  const chapter = path?.split(".")[0];
  return rail.find(({ pages }) => pages.some((page) => page.chapter === chapter))?.title ?? "";
}
