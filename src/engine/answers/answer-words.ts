import { continued } from "../values/sentence.ts";
import type { Control } from "./question.ts";

/** A value as the form words it; an empty list is "none". */
export function textOf(control: Control, value: unknown): string {
  if (control.type === "yes-no") return value === true ? control.yes : control.no;
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return control.type === "list" && control.none !== undefined ? continued(control.none) : "none";
  return value.map(String).join(", ");
}

/** A value with choices by their labels. */
export function shownOf(control: Control, value: unknown): string {
  if (control.type !== "choice" && control.type !== "choices") return textOf(control, value);
  if (Array.isArray(value) && value.length === 0) return "none of them";
  const labelOf = (one: unknown) => control.choices.find((choice) => choice.value === one)?.label ?? String(one);
  return (Array.isArray(value) ? value : [value]).map(labelOf).join(", ");
}
