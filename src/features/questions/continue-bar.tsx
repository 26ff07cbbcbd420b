import { PLAN, subjectName, type Answers, type ListedKind } from "../../engine/index.ts";
import { reviewHref } from "../../lib/routes.ts";
import { useSession } from "../../lib/session/index.ts";
import { askPages, asksNothing, type AskPage } from "../../plan-ui/layout.ts";
import { pageHref } from "../../plan-ui/links.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import styles from "./questions-page.module.css";

/** Back and on: to the next subject of the page, then to the next page, at last to the review, past everything that asks nothing. */
export function ContinueBar({ page, subject }: { readonly page: AskPage; readonly subject: string | undefined }) {
  const { answers, plan, planKey } = useSession();
  const at = askPages.indexOf(page);
  const before = askPages.slice(0, at).findLast((candidate) => firstAt(candidate, answers) !== undefined);
  const after = askPages.slice(at + 1).find((candidate) => firstAt(candidate, answers) !== undefined);
  const kind = kindOf(page);
  const ids = kind === undefined ? [] : answers.subjects[kind];
  const next = subject === undefined ? undefined : ids.slice(ids.indexOf(subject) + 1).find((id) => !asksNothing(page, id, answers));
  const [href, title] =
    kind !== undefined && next !== undefined
      ? [pageHref(planKey, page, next), subjectName(plan.project.names, kind, next)]
      : after
        ? [hrefOf(planKey, after, answers), after.title]
        : [reviewHref(planKey), "Review"];
  return (
    <nav className={styles.continue} aria-label="Through the questions">
      {before && (
        <LinkButton href={hrefOf(planKey, before, answers)} size="large" aria-label={`Back to ${before.title}`}>
          <span className={styles.icon}>
            <Icon name="left" />
          </span>
          <span className={styles.words}>{before.title}</span>
        </LinkButton>
      )}
      <LinkButton href={href} kind="primary" size="large" className={styles.on}>
        <span className={styles.onWords}>Continue to {title}</span> <Icon name="right" />
      </LinkButton>
    </nav>
  );
}

const kindOf = ({ kinds }: AskPage): ListedKind | undefined => kinds.find((each) => each !== "plan");

/** The first subject about which a page asks something, or the plan itself; undefined where it asks nothing at all. */
function firstAt(page: AskPage, answers: Answers): string | undefined {
  const kind = kindOf(page);
  const ids = kind === undefined ? [] : answers.subjects[kind];
  if (ids.length === 0) return asksNothing(page, undefined, answers) ? undefined : PLAN;
  return ids.find((id) => !asksNothing(page, id, answers));
}

/** The way to a page, at the first subject about which it asks something. */
function hrefOf(planKey: string, page: AskPage, answers: Answers): string {
  const [first, wanted] = [answers.subjects[kindOf(page) ?? "place"][0], firstAt(page, answers)];
  return wanted === undefined || wanted === PLAN || wanted === first ? pageHref(planKey, page) : pageHref(planKey, page, wanted);
}
