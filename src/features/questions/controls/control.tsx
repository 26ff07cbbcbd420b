import type { ReactNode } from "react";
import type { Control } from "../../../engine/index.ts";
import type { Asked } from "../../../plan-ui/layout.ts";
import { ChecksControl } from "./checks-control.tsx";
import { ChoiceControl } from "./choice-control.tsx";
import { SubjectControl } from "./subject-control.tsx";
import { TableControl } from "./table-control.tsx";
import { TextControl } from "./text-control.tsx";

/** What every control gets: its question, and the ids of the words that name and describe it. */
export interface ControlProps {
  readonly asked: Asked;
  /** Id of the field itself where it is one, so that the heading is its label. */
  readonly fieldId: string;
  readonly headingId: string;
  readonly describedBy: string;
}

const CONTROLS: Readonly<Record<Control["type"], (props: ControlProps) => ReactNode>> = {
  text: TextControl,
  integer: TextControl,
  date: TextControl,
  address: TextControl,
  block: TextControl,
  range: TextControl,
  list: TextControl,
  choice: ChoiceControl,
  "yes-no": ChoiceControl,
  choices: ChecksControl,
  subject: SubjectControl,
  table: TableControl,
};

/** Whether a control is one field that the card's heading labels. */
export const isOneField = (control: Control): boolean => CONTROLS[control.type] === TextControl;

/** The control of a question, drawn from its record. */
export function QuestionControl(props: ControlProps) {
  const Drawn = CONTROLS[props.asked.question.control.type];
  return <Drawn {...props} />;
}
