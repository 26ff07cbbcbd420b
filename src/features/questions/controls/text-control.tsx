import type { KeyboardEvent } from "react";
import { continued, formatBlock, networkOf, type Control } from "../../../engine/index.ts";
import { useAnswer, useSession } from "../../../lib/session/index.ts";
import { isMono } from "../../../plan-ui/answer-text.ts";
import { takesNone } from "../../../plan-ui/entry.ts";
import { plainText } from "../../../plan-ui/plain-text.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { unitAfter } from "../../../plan-ui/words.ts";
import { Button } from "../../../ui/button.tsx";
import { OptionCard } from "../../../ui/radio-cards.tsx";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { BlockReading } from "../block-reading.tsx";
import { otherLength } from "../block-length.ts";
import { useAnswerForm } from "../use-answer-form.ts";
import type { ControlProps } from "./control.tsx";
import styles from "./controls.module.css";

/** One field of text: names, addresses, blocks, ranges, dates, numbers, and lists with one entry a line. */
export function TextControl({ asked, fieldId, describedBy }: ControlProps) {
  const { question, path } = asked;
  const { control, label, example } = question;
  const empty = (control.type === "list" ? control.none : undefined) ?? "none";
  const { readOnly, answer } = useSession();
  const { given: value } = useAnswer(path);
  const { form, changed, settle } = useAnswerForm(asked);
  const error = form.formState.errors.text?.message;
  const none = Array.isArray(value) && value.length === 0;

  const replace = (text: string) => {
    form.setValue("text", text);
    changed();
  };
  const changeLength = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const next = step === 0 ? undefined : otherLength(form.getValues("text"), step);
    if (next === undefined) return;
    event.preventDefault();
    replace(next);
  };
  const shared = {
    ...form.register("text", { onChange: changed, onBlur: settle }),
    id: fieldId,
    label,
    labelHidden: true,
    mono: isMono(control),
    readOnly,
    error: error && <Complaint error={error} onUse={replace} blockTyped={control.type === "block" ? form.getValues("text") : undefined} />,
    "aria-describedby": describedBy,
  };
  const field = isLong(control) ? (
    <TextArea {...shared} rows={control.type === "list" ? 3 : 4} />
  ) : (
    <TextField {...shared} {...inputOf(control)} {...(control.type === "block" ? { onKeyDown: changeLength } : {})} />
  );
  return (
    <div className={styles.text}>
      {!none && (
        <div className={styles.line}>
          <div className={isLong(control) || isWide(control) ? styles.wide : styles.narrow}>{field}</div>
          {control.type === "integer" && control.unit && <span className={styles.unit}>{unitAfter(value, control.unit)}</span>}
          {control.type === "block" && <BlockReading asked={asked} />}
        </div>
      )}
      {error && value !== undefined && !Array.isArray(value) && (
        <p className={styles.kept}>
          Until then the plan keeps <code>{plainText(value)}</code>.
        </p>
      )}
      {example !== undefined && !none && !error && form.getValues("text") === "" && (
        <p className={styles.example}>
          For example {isMono(control) || control.type === "integer" ? <code>{example}</code> : example}
        </p>
      )}
      {takesNone(question) && (
        <OptionCard
          type="checkbox"
          name={`${fieldId}-none`}
          option={{ value: "none", title: empty === "none" ? "There are none" : empty }}
          checked={none}
          onChange={(checked) => !readOnly && answer(path, checked ? [] : undefined, checked ? `${question.short}: ${continued(empty)}` : `${question.short} taken away`)}
          plain
        />
      )}
    </div>
  );
}

/** What is wrong, and the network itself where the text lies inside one. */
function Complaint({ error, blockTyped, onUse }: { readonly error: string; readonly blockTyped: string | undefined; readonly onUse: (text: string) => void }) {
  const network = blockTyped === undefined ? undefined : networkOf(blockTyped.trim());
  const text = network && formatBlock(network);
  return (
    <>
      <RichText text={error} />
      {text !== undefined && text !== blockTyped?.trim() && (
        <>
          {" "}
          <Button kind="link" onClick={() => onUse(text)}>
            Use <code>{text}</code>
          </Button>
        </>
      )}
    </>
  );
}

const isLong = (control: Control): boolean => control.type === "list" || (control.type === "text" && control.multiline === true);
const isWide = (control: Control): boolean => control.type === "text" || control.type === "range";

function inputOf(control: Control): { readonly type?: string; readonly inputMode?: "numeric"; readonly autoCapitalize?: string } {
  if (control.type === "date") return { type: "date" };
  return control.type === "integer" ? { inputMode: "numeric" } : { autoCapitalize: "off" };
}
