import { subjectName, type AnswerValue, type Column, type Control, type SubjectNames } from "../engine/index.ts";
import { plainText } from "./plain-text.ts";
import { figure, unitAfter } from "./words.ts";

/** An answer in the words of its question: labels for choices, names for subjects. Several lines where it is a list. */
export function answerLines(control: Control, value: AnswerValue, names: SubjectNames): readonly string[] {
  switch (control.type) {
    case "choice":
      return [labelOf(control.choices, value)];
    case "choices":
      return many(value).length === 0 ? ["None of them"] : many(value).map((each) => labelOf(control.choices, each));
    case "yes-no":
      return [value === true ? control.yes : control.no];
    case "subject":
      return [subjectName(names, control.kind, plainText(value))];
    case "integer":
      return [control.unit && typeof value === "number" ? `${figure(value)} ${unitAfter(value, control.unit)}` : plainText(value)];
    case "list":
      return many(value).length === 0 ? [control.none ?? "None"] : many(value).map(plainText);
    case "table":
      return many(value).length === 0 ? ["None"] : many(value).map((row) => rowText(control.columns, row, names));
    default:
      return plainText(value).split("\n");
  }
}

/** The same on one line. */
export function answerText(control: Control, value: AnswerValue, names: SubjectNames): string {
  return answerLines(control, value, names).join(control.type === "table" ? "; " : ", ");
}

/** Whether an answer of this control is something a machine reads, and so stands in mono. */
export function isMono(control: Control): boolean {
  return (
    control.type === "address" ||
    control.type === "block" ||
    control.type === "range" ||
    (control.type === "text" && control.mono === true) ||
    (control.type === "list" && control.of !== "text")
  );
}

function many(value: AnswerValue): readonly AnswerValue[] {
  return Array.isArray(value) ? (value as readonly AnswerValue[]) : [];
}

function labelOf(choices: readonly { readonly value: string; readonly label: string }[], value: AnswerValue): string {
  return choices.find((choice) => choice.value === value)?.label ?? plainText(value);
}

function rowText(columns: readonly Column[], row: AnswerValue, names: SubjectNames): string {
  const cells = row as { readonly [key: string]: AnswerValue };
  return columns.flatMap(({ key, control }) => (cells[key] === undefined ? [] : [answerText(control, cells[key], names)])).join(", ");
}
