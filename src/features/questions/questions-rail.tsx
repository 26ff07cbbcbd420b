import { useHashLocation } from "../../lib/hash-location.ts";
import { useSession } from "../../lib/session/index.ts";
import { progressOn, sumOf, type Progress } from "../../plan-ui/answer-state.ts";
import { askPage, rail, type AskPage, type RailEntry } from "../../plan-ui/layout.ts";
import { pageHref } from "../../plan-ui/links.ts";
import { RailLink, RailList } from "../../plan-ui/rail-link.tsx";
import { ReviewLink } from "../../plan-ui/review-link.tsx";
import { WorstSign } from "../../plan-ui/worst-sign.tsx";
import { count } from "../../plan-ui/words.ts";
import { ProgressBar } from "./progress-bar.tsx";

/**
 * The chapters with their progress and worst state; the sections of the one that is open. Each entry counts its own
 * pages, so that the browser can take a stroke between two of them.
 */
export function QuestionsRail() {
  const [location] = useHashLocation();
  const [, , , half, chapter, section] = location.split("/");
  const here = half === "ask" ? askPage(chapter, section) : undefined;
  return (
    <>
      <RailList label="Chapters">
        {rail.map((entry) => (
          <Entry key={entry.title} entry={entry} here={here} />
        ))}
      </RailList>
      <RailList label="Review">
        <ReviewLink />
      </RailList>
      <WholeProgress />
    </>
  );
}

function WholeProgress() {
  const { answers, plan } = useSession();
  return <ProgressBar progress={sumOf(rail.flatMap(({ pages }) => pages).map((page) => progressOn(answers, plan, page)))} />;
}

function Entry({ entry, here }: { readonly entry: RailEntry; readonly here: AskPage | undefined }) {
  const { answers, plan, planKey } = useSession();
  const pages = entry.pages.map((page) => ({ page, progress: progressOn(answers, plan, page) }));
  const sum = sumOf(pages.map(({ progress }) => progress));
  const isOpen = here !== undefined && entry.pages.includes(here);
  const [first] = pages;
  if (!first) return null;
  const single = pages.length === 1;
  return (
    <>
      <RailLink href={pageHref(planKey, first.page)} current={isOpen ? (single ? "page" : "true") : undefined} sign={<WorstSign worst={sum.worst} />} figure={progressText(sum)}>
        {entry.title}
      </RailLink>
      {isOpen &&
        !single &&
        pages.map(({ page, progress }) => (
          <RailLink key={`${page.chapter} ${page.section}`} href={pageHref(planKey, page)} current={page === here ? "page" : undefined} figure={progressText(progress)} inner>
            {page.title}
          </RailLink>
        ))}
    </>
  );
}

function progressText({ answered, total }: Progress): { readonly shown: string; readonly said: string } | undefined {
  return total === 0 ? undefined : { shown: `${answered} of ${total}`, said: `${answered} of ${count(total, "question")} answered` };
}
