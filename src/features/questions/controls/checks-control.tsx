import { useAnswer, useSession } from "../../../lib/session/index.ts";
import { CheckboxList, OptionCard } from "../../../ui/radio-cards.tsx";
import { useAnswerForm } from "../use-answer-form.ts";
import type { ControlProps } from "./control.tsx";

/** Any number of a closed list. "None of them" is an answer, and differs from no answer. */
export function ChecksControl({ asked, fieldId, headingId, describedBy }: ControlProps) {
  const { question, path } = asked;
  const { readOnly, answer } = useSession();
  const { given } = useAnswer(path);
  const { form, changed } = useAnswerForm(asked);
  const choices = question.control.type === "choices" ? question.control.choices : [];
  const chosen = form.watch("text").split("\n").filter(Boolean);
  const none = Array.isArray(given) && given.length === 0;
  return (
    <div>
      <CheckboxList
        labelledBy={headingId}
        describedBy={describedBy}
        disabled={readOnly}
        options={choices.map(({ value, label, help }) => ({ value, title: label, detail: help }))}
        values={chosen}
        onChange={(values) => {
          form.setValue("text", values.join("\n"));
          changed();
        }}
      />
      <OptionCard
        type="checkbox"
        name={`${fieldId}-none`}
        option={{ value: "none", title: "None of them" }}
        checked={none}
        onChange={(checked) => !readOnly && answer(path, checked ? [] : undefined, checked ? `${question.short}: none of them` : `${question.short} taken away`)}
        plain
      />
    </div>
  );
}
