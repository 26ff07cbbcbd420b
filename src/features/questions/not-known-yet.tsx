import { TEAMS, type OpenMark } from "../../engine/index.ts";
import { useAnswer, useSession } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./not-known-yet.module.css";

/** In place of the control: who will know, by when, and what the plan does until then. */
export function NotKnownYet({ asked, mark: marked }: { readonly asked: Asked; readonly mark: OpenMark }) {
  const { plan, readOnly, markOpen } = useSession();
  const { path } = asked;
  const mark = useAnswer(path).mark ?? marked;
  const { contacts } = plan.project;
  const owner = mark.owner ?? "";
  const isListed = owner === "" || Object.hasOwn(TEAMS, owner) || contacts.some(({ name }) => name === owner);
  const change = (next: { readonly owner?: string; readonly due?: string }) => {
    const { owner: who, due: when } = { ...mark, ...next };
    markOpen(path, { ...(who ? { owner: who } : {}), ...(when ? { due: when } : {}) });
  };
  return (
    <div className={styles.open}>
      <div className={styles.fields}>
        <SelectField label="Who will know?" disabled={readOnly} value={owner} onChange={(event) => change({ owner: event.target.value })}>
          <option value="">Nobody named yet</option>
          {!isListed && <option value={owner}>{owner}</option>}
          <optgroup label="Teams">
            {Object.entries(TEAMS).map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
          {contacts.length > 0 && (
            <optgroup label="Contacts of this plan">
              {contacts.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        <TextField small label="By when?" type="date" readOnly={readOnly} value={mark.due ?? ""} onChange={(event) => change({ due: event.target.value })} />
      </div>
      <UntilThen asked={asked} />
    </div>
  );
}

function UntilThen({ asked: { path, question } }: { readonly asked: Asked }) {
  const { plan } = useSession();
  const index = indexOf(plan);
  const assumption = index.assumptions.get(path);
  const waiting = index.openPoints.get(path)?.waiting ?? [];
  if (assumption) {
    return (
      <p className={styles.until}>
        Until then the plan uses <code className={styles.assumed}>{assumption.value}</code>. <RichText text={assumption.sentence} />
      </p>
    );
  }
  if (question.productDefault) return <p className={styles.until}>Until then: {question.productDefault.sentence}</p>;
  if (waiting.length === 0) return <p className={styles.until}>Nothing in the plan waits for it so far.</p>;
  return (
    <details className={styles.until}>
      <summary>Until then the plan uses nothing; {count(waiting.length, "value waits", "values wait")}.</summary>
      <ul>
        {waiting.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
