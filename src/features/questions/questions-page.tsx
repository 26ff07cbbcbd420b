import { useEffect, type KeyboardEvent } from "react";
import { isAsked, PLAN, pathOf, subjectName } from "../../engine/index.ts";
import { navigate, useHashSearch } from "../../lib/hash-location.ts";
import { useSession } from "../../lib/session/index.ts";
import { askPage, asksNothing, questionsOn, rail, type Asked } from "../../plan-ui/layout.ts";
import { pageHref, questionHref } from "../../plan-ui/links.ts";
import { useAnnounceChanges } from "../../plan-ui/use-announce-changes.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { cardId, focusCard } from "./card-focus.ts";
import { ContinueBar } from "./continue-bar.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { nextUnanswered } from "./next-question.ts";
import { SectionCards } from "./section-cards.tsx";
import styles from "./questions-page.module.css";
import { SubjectHead, SubjectList } from "./subject-list.tsx";

interface QuestionsPageProps {
  readonly chapter: string;
  readonly section?: string | undefined;
  /** The place, cluster or datacenter that the cards are about; the first one when absent. */
  readonly at?: string | undefined;
}

/** A page of question cards: everything a chapter, or one part of it, asks about one subject. */
export function QuestionsPage({ chapter, section, at }: QuestionsPageProps) {
  const { answers, plan, planKey } = useSession();
  useAnnounceChanges();
  const page = askPage(chapter, section);
  const wanted = new URLSearchParams(useHashSearch()).get("question");
  const kind = page.kinds.find((each) => each !== "plan");
  const ids = kind === undefined ? [] : answers.subjects[kind];
  const subject = ids.find((id) => id === at) ?? ids[0];
  const { names } = plan.project;

  useEffect(() => {
    if (wanted) focusCard(wanted);
  }, [wanted, page, subject]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const card = (event.target as Element).closest(`[id^="${cardId("")}"]`);
    const next = nextUnanswered(answers, plan, card?.id.slice(cardId("").length));
    if (next !== undefined && !focusCard(next)) navigate(questionHref(planKey, next));
  };

  const all = questionsOn(page).flatMap((question): readonly Asked[] => {
    const of = question.subject === "plan" ? PLAN : subject;
    return of === undefined ? [] : [{ question, subject: of, path: pathOf(question, of) }];
  });
  const entry = rail.find(({ pages }) => pages.includes(page));
  const sections = bySection(all);
  // Where a page asks about the platform and about one of several subjects, each heading says about which.
  const mixed = kind !== undefined && ids.length > 1 && page.kinds.includes("plan");
  const asksSubject = kind !== undefined && subject === undefined && page.manages === undefined;
  return (
    <article className={styles.page} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <div>
          {entry && entry.pages.length > 1 && <p className={styles.above}>{entry.title}</p>}
          <h1 tabIndex={-1}>{page.title}</h1>
          <p className={styles.lead}>{page.lead}</p>
        </div>
        {kind !== undefined && page.manages === undefined && ids.length > 1 && (
          <SelectField
            inline
            mono={kind !== "place"}
            label={KIND_WORDS[kind].one}
            value={subject}
            onChange={(event) => navigate(pageHref(planKey, page, event.target.value))}
          >
            {ids.map((id) => (
              <option key={id} value={id}>
                {subjectName(names, kind, id)}
              </option>
            ))}
          </SelectField>
        )}
      </header>
      {page.manages && <SubjectList page={page} kind={page.manages} at={subject} />}
      {page.manages && subject !== undefined && <SubjectHead page={page} kind={page.manages} at={subject} />}
      {asksSubject && <NoSubject kind={kind} />}
      {!asksSubject && asksNothing(page, subject, answers) && (
        <p className={styles.none}>Nothing is asked here{kind !== undefined && subject !== undefined ? ` about ${subjectName(names, kind, subject)}` : ""}: it does not matter with the answers so far.</p>
      )}
      {sections.map(([title, asked]) => (
        <div key={`${title} ${asked[0]?.subject ?? ""}`} className={styles.section}>
          {asked.some(({ question, subject: of }) => isAsked(question, answers, of)) && (
            // Where the page's title says the same, the heading is there for those who jump by headings.
            <h2 className={sections.length > 1 && title !== page.title ? styles.title : styles.unseen}>
              {title}
              {mixed && <span className={styles.scope}> {asked.some(({ subject: of }) => of === PLAN) ? "for the whole platform" : `of ${subject === undefined ? "" : subjectName(names, kind, subject)}`}</span>}
            </h2>
          )}
          <SectionCards key={`${planKey} ${page.chapter} ${page.section} ${subject ?? ""}`} asked={asked} wanted={wanted ?? undefined} />
        </div>
      ))}
      <ContinueBar page={page} subject={subject} />
    </article>
  );
}

/** Questions under the heading of their section, sections in the order in which they first come up. */
function bySection(all: readonly Asked[]): readonly (readonly [title: string, asked: readonly Asked[]])[] {
  const keyOf = ({ question, subject }: Asked) => JSON.stringify([subject === PLAN, question.section]);
  return [...new Set(all.map(keyOf))].map((key) => {
    const asked = all.filter((each) => keyOf(each) === key);
    return [asked[0]?.question.section ?? "", asked];
  });
}

function NoSubject({ kind }: { readonly kind: keyof typeof KIND_WORDS }) {
  const { planKey } = useSession();
  const page = rail.flatMap(({ pages }) => pages).find(({ manages }) => manages === kind);
  const words = KIND_WORDS[kind];
  return (
    <p className={styles.none}>
      No {words.many} yet. {words.about} {page && <a href={pageHref(planKey, page)}>Add {words.a}</a>}
    </p>
  );
}
