import { useState } from "react";
import { subjectName, type ListedKind } from "../../engine/index.ts";
import { navigate } from "../../lib/hash-location.ts";
import { useSession } from "../../lib/session/index.ts";
import { askedAbout, progressOf } from "../../plan-ui/answer-state.ts";
import { askPages, type AskPage } from "../../plan-ui/layout.ts";
import { pageHref } from "../../plan-ui/links.ts";
import { WorstSign } from "../../plan-ui/worst-sign.tsx";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/icons.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useToast } from "../../ui/toast.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { aboutSubject } from "./about-subject.ts";
import styles from "./subject-list.module.css";
import { count } from "../../plan-ui/words.ts";

/** More than these get a field to search by name. */
const SEARCH_FROM = 9;

/** All places, clusters or datacenters, with the one that the cards below are about. */
export function SubjectList({ page, kind, at }: { readonly page: AskPage; readonly kind: ListedKind; readonly at: string | undefined }) {
  const { answers, plan, planKey, readOnly, addSubject } = useSession();
  const [search, setSearch] = useState("");
  const words = KIND_WORDS[kind];
  const { names } = plan.project;
  const ids = answers.subjects[kind];
  const wanted = search.trim().toLowerCase();
  const found = wanted === "" ? ids : ids.filter((id) => `${subjectName(names, kind, id)} ${aboutSubject(answers, kind, id, names)}`.toLowerCase().includes(wanted));
  return (
    <section className={styles.list} aria-label={words.many}>
      <header className={styles.head}>
        <h2>{ids.length === 0 ? `No ${words.many} yet` : count(ids.length, words.one.toLowerCase())}</h2>
        <Button size="small" disabled={readOnly} onClick={() => navigate(pageHref(planKey, page, addSubject(kind)))}>
          <Icon name="plus" /> Add {words.a}
        </Button>
      </header>
      {ids.length === 0 && <p className={styles.empty}>{words.about}</p>}
      {ids.length >= SEARCH_FROM && <TextField small label={`Find ${words.a}`} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />}
      {ids.length > 0 && (
        <ul className={styles.rows} aria-label={words.many}>
          {found.map((id) => (
            <SubjectRow key={id} page={page} kind={kind} id={id} chosen={id === at} />
          ))}
        </ul>
      )}
      {ids.length > 0 && found.length === 0 && <p className={styles.empty}>None of the {words.many} is called so.</p>}
    </section>
  );
}

interface SubjectRowProps {
  readonly page: AskPage;
  readonly kind: ListedKind;
  readonly id: string;
  readonly chosen: boolean;
}

/** One subject of the list, with the worst state of everything that is asked about it. */
function SubjectRow({ page, kind, id, chosen }: SubjectRowProps) {
  const { answers, plan, planKey } = useSession();
  const { names } = plan.project;
  const about = askPages.filter(({ kinds }) => kinds.includes(kind)).flatMap((each) => askedAbout(answers, each, kind, id));
  return (
    <li className={styles.item}>
      <a className={classes(styles.row, chosen && styles.chosen)} href={pageHref(planKey, page, id)} aria-current={chosen ? "true" : undefined}>
        <WorstSign worst={progressOf(answers, plan, about).worst} />
        <span className={styles.name}>{subjectName(names, kind, id)}</span>
        <span className={styles.about}>{aboutSubject(answers, kind, id, names)}</span>
      </a>
    </li>
  );
}

/** Head of the cards of one subject: its name, and the way to remove it. */
export function SubjectHead({ kind, at, page }: { readonly kind: ListedKind; readonly at: string; readonly page: AskPage }) {
  const { plan, planKey, readOnly, removeSubject, undo } = useSession();
  const toast = useToast();
  const name = subjectName(plan.project.names, kind, at);
  const remove = () => {
    removeSubject(kind, at);
    navigate(pageHref(planKey, page));
    toast({ text: `${KIND_WORDS[kind].one} ${name} removed, with everything said about it.`, undo });
  };
  return (
    <header className={styles.subject}>
      <h2>{name}</h2>
      <Button size="small" kind="quiet" disabled={readOnly} onClick={remove}>
        <Icon name="bin" /> Remove {name}
      </Button>
    </header>
  );
}
