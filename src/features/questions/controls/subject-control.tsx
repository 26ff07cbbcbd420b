import { subjectName } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { askPages } from "../../../plan-ui/layout.ts";
import { pageHref } from "../../../plan-ui/links.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { aboutSubject } from "../about-subject.ts";
import { useAnswerForm } from "../use-answer-form.ts";
import { KIND_WORDS } from "../kind-words.ts";
import type { ControlProps } from "./control.tsx";
import styles from "./controls.module.css";

/** More than these become a list to choose from by typing. */
const CARDS_AT_MOST = 5;

/** A reference to a place, cluster or datacenter of this plan. */
export function SubjectControl({ asked, fieldId, headingId, describedBy }: ControlProps) {
  const { answers, plan, planKey, readOnly } = useSession();
  const { form, changed } = useAnswerForm(asked);
  const { control } = asked.question;
  if (control.type !== "subject") return null;
  const { names } = plan.project;
  const { kind } = control;
  const ids = answers.subjects[kind];
  const words = KIND_WORDS[kind];
  const page = askPages.find(({ manages }) => manages === kind);
  const choose = (id: string) => {
    form.setValue("text", id);
    changed();
  };
  const manage = page && <a href={pageHref(planKey, page)}>{ids.length === 0 ? `Add ${words.a}` : `Add or change ${words.many}`}</a>;
  if (ids.length === 0) {
    return (
      <p className={styles.kept}>
        No {words.many} yet. {manage}
      </p>
    );
  }
  return (
    <div className={styles.choices}>
      {ids.length <= CARDS_AT_MOST ? (
        <RadioCards
          labelledBy={headingId}
          describedBy={describedBy}
          disabled={readOnly}
          options={ids.map((id) => ({ value: id, title: subjectName(names, kind, id), detail: aboutSubject(answers, kind, id, names) }))}
          value={form.watch("text") || undefined}
          onChange={choose}
        />
      ) : (
        <SelectField
          id={fieldId}
          label={words.one}
          disabled={readOnly}
          aria-describedby={describedBy}
          value={form.watch("text")}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">Choose {words.a}</option>
          {ids.map((id) => (
            <option key={id} value={id}>
              {subjectName(names, kind, id)}
            </option>
          ))}
        </SelectField>
      )}
      <p className={styles.kept}>{manage}</p>
    </div>
  );
}
