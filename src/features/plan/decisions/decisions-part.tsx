import { useState } from "react";
import type { OpenChoice } from "../../../engine/index.ts";
import { navigate } from "../../../lib/hash-location.ts";
import { useSession } from "../../../lib/session/index.ts";
import { choicesOf } from "../../../plan-ui/choices.ts";
import { partLink } from "../../../plan-ui/links.ts";
import { useAnnounceChanges } from "../../../plan-ui/use-announce-changes.ts";
import { count } from "../../../plan-ui/words.ts";
import { useItem } from "../item-context.ts";
import { NothingInPart } from "../nothing-in-part.tsx";
import { PartHead } from "../part-head.tsx";
import { DecisionCard } from "./decision-card.tsx";
import styles from "./decisions.module.css";

/** The decisions of the plan, one card for each kind; the one that the address names is set beside its other ways. */
export function DecisionsPart() {
  const { answers, plan, planKey } = useSession();
  const item = useItem();
  const [closed, setClosed] = useState<string | undefined>(undefined);
  useAnnounceChanges();
  const all = choicesOf(answers, plan);
  const kinds = new Map<string, OpenChoice[]>();
  for (const choice of all) kinds.set(choice.kind, [...(kinds.get(choice.kind) ?? []), choice]);
  const assumed = plan.decisions.filter((decision) => decision.assumed).length;
  const waiting = all.filter(({ current, decision }) => !current && !decision).length;
  const gone = item !== undefined && !all.some(({ id }) => id === item);

  const show = (id: string, open: boolean) => {
    setClosed(open ? undefined : id);
    if (id !== item) navigate(partLink(planKey, "decisions", id), { replace: true });
  };
  return (
    <>
      <PartHead title="Decisions">
        {all.length === 0 ? (
          <NothingInPart part="decisions" />
        ) : (
          `${count(plan.decisions.length, "decision")}${assumed > 0 ? `, ${assumed} of them assumed` : ""}${waiting > 0 ? `, ${waiting} more not taken yet` : ""}. Each can be set beside what else could be chosen; every figure is that of the plan which the other choice gives.`
        )}
      </PartHead>
      {gone && <p className={styles.muted}>The decision that the address names is not asked with these answers, or nothing else could be chosen.</p>}
      <div className={styles.cards}>
        {[...kinds].map(([kind, choices]) => {
          const named = choices.find(({ id }) => id === item);
          const choice = named ?? choices[0];
          const isOpen = named !== undefined && closed !== item;
          return choice && <DecisionCard key={kind} choices={choices} choice={choice} open={isOpen} onOpen={(wanted) => show(choice.id, wanted)} onSubject={(id) => show(id, isOpen)} />;
        })}
      </div>
    </>
  );
}
