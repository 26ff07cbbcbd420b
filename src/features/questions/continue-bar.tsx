import { subjectName } from "../../engine/index.ts";
import { reviewHref } from "../../lib/routes.ts";
import { useSession } from "../../lib/session/index.ts";
import { askPages, type AskPage } from "../../plan-ui/layout.ts";
import { pageHref } from "../../plan-ui/links.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import styles from "./questions-page.module.css";

/** Back and on: to the next subject of the page, then to the next page, at last to the review. */
export function ContinueBar({ page, subject }: { readonly page: AskPage; readonly subject: string | undefined }) {
  const { answers, plan, planKey } = useSession();
  const at = askPages.indexOf(page);
  const before = askPages[at - 1];
  const after = askPages[at + 1];
  const kind = page.kinds.find((each) => each !== "plan");
  const ids = kind === undefined ? [] : answers.subjects[kind];
  const next = subject === undefined ? undefined : ids[ids.indexOf(subject) + 1];
  const [href, title] =
    kind !== undefined && next !== undefined
      ? [pageHref(planKey, page, next), subjectName(plan.project.names, kind, next)]
      : after
        ? [pageHref(planKey, after), after.title]
        : [reviewHref(planKey), "Review"];
  return (
    <nav className={styles.continue} aria-label="Through the questions">
      {before && (
        <LinkButton href={pageHref(planKey, before)} size="large" aria-label={`Back to ${before.title}`}>
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
