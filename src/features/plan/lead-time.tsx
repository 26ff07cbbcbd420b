import { useState, type SubmitEvent } from "react";
import { findQuestion, type AnswerValue, type ChecklistItem } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { count } from "../../plan-ui/words.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./plan-part.module.css";

const PATH = "project.leadTimes";
const question = findQuestion(PATH);
/** Longest lead time that the question takes, in working days. */
const MOST = 250;

type Row = { readonly work: string; readonly days: number };

/** The kind of work in words, as the question has it. */
function wordOf(work: string): string {
  const control = question?.control;
  const column = control?.type === "table" ? control.columns.find(({ key }) => key === "work")?.control : undefined;
  return (column?.type === "choice" ? column.choices.find(({ value }) => value === work)?.label : undefined) ?? work;
}

const rowsOf = (value: AnswerValue | undefined): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

/** Working days of a line; press them to plan with others for its kind of work. */
export function LeadTime({ item }: { readonly item: ChecklistItem }) {
  const { answers } = useSession();
  const [open, setOpen] = useState<boolean | "never">("never");
  const own = rowsOf(answers.given[PATH]).some(({ work }) => work === item.work);
  const days = count(item.leadTime, "day");
  const name = `${item.title}: ${count(item.leadTime, "working day")}${own ? "" : ", a planning value"}. Change`;
  // A checklist has many of these; the popover is made when it is first asked for.
  if (open === "never") {
    return (
      <Button kind="link" className={own ? undefined : styles.planned} aria-label={name} aria-haspopup="dialog" aria-expanded={false} onClick={() => setOpen(true)}>
        {days}
      </Button>
    );
  }
  const trigger = (
    <Button kind="link" className={own ? undefined : styles.planned} aria-label={name}>
      {days}
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} heading={wordOf(item.work)}>
      <LeadTimeForm work={item.work} days={item.leadTime} own={own} onDone={() => setOpen(false)} />
    </Popover>
  );
}

interface LeadTimeFormProps {
  readonly work: string;
  readonly days: number;
  /** The figure is the person's own. */
  readonly own: boolean;
  readonly onDone: () => void;
}

function LeadTimeForm({ work, days, own, onDone }: LeadTimeFormProps) {
  const { answers, plan, answer, readOnly } = useSession();
  const [text, setText] = useState(String(days));
  const [tried, setTried] = useState(false);
  const lines = plan.checklist.filter((item) => item.work === work).length;
  const others = rowsOf(answers.given[PATH]).filter((row) => row.work !== work);
  const value = /^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined;
  const error = value === undefined ? "Write a whole number." : value > MOST ? `The largest number here is ${MOST}.` : undefined;
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (value === undefined || error !== undefined) return;
    answer(PATH, [...others, { work, days: value }], `${wordOf(work)}: ${count(value, "working day")}`);
    onDone();
  };
  const takeBack = () => {
    answer(PATH, others.length === 0 ? undefined : others.map((row) => ({ ...row })), `${wordOf(work)}: working days as planned`);
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <p className={styles.small}>Holds for {count(lines, "line")} of the checklist; the earliest days follow.</p>
      <TextField small label="Working days, once it is ordered" inputMode="numeric" value={text} disabled={readOnly} error={tried ? error : undefined} onChange={(event) => setText(event.target.value)} />
      <p className={styles.buttons}>
        <Button type="submit" kind="primary" size="small" disabled={readOnly}>
          Plan with it
        </Button>
        {own && (
          <Button kind="link" disabled={readOnly} onClick={takeBack}>
            Take the planned figure back
          </Button>
        )}
      </p>
    </form>
  );
}
