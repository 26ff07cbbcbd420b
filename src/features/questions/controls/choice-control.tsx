import { useMemo } from "react";
import { lookAt, type Choice, type Control } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { indexOf } from "../../../plan-ui/plan-index.ts";
import { Chip } from "../../../ui/chip.tsx";
import { RadioCards, type Option } from "../../../ui/radio-cards.tsx";
import { isBlocked } from "../consequences.ts";
import { OptionDetail } from "../option-detail.tsx";
import { useAnswerForm } from "../use-answer-form.ts";
import { useConsequences } from "../use-consequences.ts";
import type { ControlProps } from "./control.tsx";
import styles from "./controls.module.css";

const CHIPS = { recommended: "Recommended", "product-default": "Product default" } as const;

/** One of a closed list, each with what choosing it brings. */
export function ChoiceControl({ asked, headingId, describedBy }: ControlProps) {
  const { question, path } = asked;
  const { answers, plan, readOnly } = useSession();
  const { form, changed } = useAnswerForm(asked);
  const given = form.watch("text");
  const choices = useMemo(() => choicesOf(question.control).filter(({ value, fits }) => value === given || (fits?.(lookAt(answers)) ?? true)), [question.control, answers, given]);
  const assumed = indexOf(plan).assumptions.get(path)?.value;
  const { watch, weighed } = useConsequences(asked, choices);
  const options = choices.map(
    ({ value, label, help, chip }): Option => ({
      value,
      title: label,
      chip: chip && !(chip === "recommended" && isBlocked(weighed, value)) && <Chip tone="accent">{CHIPS[chip]}</Chip>,
      detail: <OptionDetail help={help} weighed={weighed} option={value} assumed={assumed === value} />,
    }),
  );
  return (
    <div ref={watch} className={styles.choices}>
      <RadioCards
        labelledBy={headingId}
        describedBy={describedBy}
        disabled={readOnly}
        options={options}
        value={form.watch("text") || undefined}
        onChange={(value) => {
          form.setValue("text", value);
          changed();
        }}
      />
    </div>
  );
}

function choicesOf(control: Control): readonly Choice[] {
  if (control.type === "yes-no") return [{ value: "true", label: control.yes }, { value: "false", label: control.no }];
  return control.type === "choice" ? control.choices : [];
}
