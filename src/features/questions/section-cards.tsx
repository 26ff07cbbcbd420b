import { useState } from "react";
import { isAsked } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { NotNeededCard } from "./folded-card.tsx";
import { QuestionCard } from "./question-card.tsx";
import styles from "./questions-page.module.css";

interface SectionCardsProps {
  readonly asked: readonly Asked[];
  /** The question that someone came for. */
  readonly wanted: string | undefined;
}

/**
 * The cards of one section. Questions that few answer stand behind one line that names them, unless somebody has answered
 * or marked one before; what is answered there stays in its place while the page is open, and in sight.
 */
export function SectionCards({ asked, wanted }: SectionCardsProps) {
  const { answers, drafts } = useSession();
  const isTouched = ({ path }: Asked) => Object.hasOwn(answers.given, path) || Object.hasOwn(answers.open, path) || Object.hasOwn(drafts, path);
  const [tucked] = useState(() => new Set(asked.filter((each) => each.question.seldom === true && !isTouched(each)).map(({ path }) => path)));
  const behind = asked.filter(({ question, path, subject }) => tucked.has(path) && isAsked(question, answers, subject));
  const held = behind.some(isTouched);
  // Whoever comes for another question begins anew.
  const [toggled, setToggled] = useState<{ readonly wanted: string | undefined; readonly open: boolean }>();
  const open = held || (toggled !== undefined && toggled.wanted === wanted ? toggled.open : behind.some(({ path }) => path === wanted));
  return (
    <>
      {asked
        .filter((each) => !behind.includes(each))
        .map((each) => (isAsked(each.question, answers, each.subject) ? <QuestionCard key={each.path} asked={each} /> : <NotNeededCard key={each.path} asked={each} />))}
      {behind.length > 0 && (
        <details className={styles.seldom} open={open} onToggle={({ currentTarget }) => setToggled({ wanted, open: currentTarget.open })}>
          <summary onClick={(event) => held && event.preventDefault()}>Seldom needed: {behind.map(({ question }) => question.short).join(", ")}</summary>
          <div className={styles.section}>
            {behind.map((each) => (
              <QuestionCard key={each.path} asked={each} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
