import { useFieldArray } from "react-hook-form";
import type { Column } from "../../../engine/index.ts";
import { useAnswer, useSession } from "../../../lib/session/index.ts";
import { isMono } from "../../../plan-ui/answer-text.ts";
import { takesNone } from "../../../plan-ui/entry.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { ControlGroup, OptionCard } from "../../../ui/radio-cards.tsx";
import { useAnswerForm } from "../use-answer-form.ts";
import { TableCell } from "./table-cell.tsx";
import type { ControlProps } from "./control.tsx";
import styles from "./table-control.module.css";

const emptyRow = (columns: readonly Column[]): Record<string, string> => Object.fromEntries(columns.map(({ key }) => [key, ""]));

/** Rows of cells; a row without any text does not count. */
export function TableControl({ asked, fieldId, headingId, describedBy }: ControlProps) {
  const { question, path } = asked;
  const columns = question.control.type === "table" ? question.control.columns : [];
  const { readOnly, answer } = useSession();
  const { given } = useAnswer(path);
  const answerForm = useAnswerForm(asked);
  const { form, changed, settle } = answerForm;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "rows" });
  const none = fields.length === 0 && Array.isArray(given) && given.length === 0;
  const errors = form.formState.errors;
  const messages = [...new Set([errors.text?.message, ...columns.flatMap(({ key }) => fields.map((_, at) => errors.rows?.[at]?.[key]?.message))].filter(Boolean))];
  return (
    <ControlGroup labelledBy={headingId} describedBy={`${describedBy} ${fieldId}-errors`} disabled={readOnly}>
      {fields.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ key, label, required }) => (
                <th key={key} scope="col">
                  {label}
                  {!required && <span className={styles.optional}> (if any)</span>}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map((field, at) => (
              <tr key={field.id}>
                {columns.map((column) => (
                  <td key={column.key} data-label={column.label}>
                    <TableCell
                      column={column}
                      label={`${column.label}, row ${at + 1}`}
                      mono={isMono(column.control)}
                      wrong={errors.rows?.[at]?.[column.key] !== undefined}
                      errorId={`${fieldId}-errors`}
                      field={form.register(`rows.${at}.${column.key}`, { onChange: changed, onBlur: settle })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    kind="quiet"
                    square
                    aria-label={`Remove row ${at + 1}`}
                    onClick={() => {
                      remove(at);
                      changed();
                    }}
                  >
                    <Icon name="bin" />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div id={`${fieldId}-errors`} className={styles.errors}>
        {messages.map((message) => (
          <p key={message}>
            <RichText text={message ?? ""} />
          </p>
        ))}
      </div>
      {!none && (
        <div>
          <Button size="small" onClick={() => append(emptyRow(columns))}>
            <Icon name="plus" /> Add a row
          </Button>
        </div>
      )}
      {takesNone(question) && fields.length === 0 && (
        <OptionCard
          type="checkbox"
          name={`${fieldId}-none`}
          option={{ value: "none", title: "There are none" }}
          checked={none}
          onChange={(checked) => answer(path, checked ? [] : undefined, checked ? `${question.short}: none` : `${question.short} taken away`)}
          plain
        />
      )}
    </ControlGroup>
  );
}
