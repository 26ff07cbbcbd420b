import { useRef, useState } from "react";
import { useSession, type Typing } from "../../lib/session/index.ts";
import { TextField } from "../../ui/text-field.tsx";

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const isNear = (day: string): boolean => {
  const year = Number(day.split("-")[0]);
  return day === "" || (year >= FIRST_YEAR && year <= LAST_YEAR);
};

interface OpenDueProps {
  readonly due: string;
  readonly onChange: (due: string, typing: Typing) => void;
}

/** The day by which an answer is known. A year on its way, such as 0202, stays in the field and is called wrong when it is left. */
export function OpenDue({ due, onChange }: OpenDueProps) {
  const { readOnly } = useSession();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [left, setLeft] = useState(false);
  const typing = useRef<Typing>("first");
  const change = (day: string) => {
    setLeft(false);
    setTyped(isNear(day) ? undefined : day);
    if (!isNear(day)) return;
    onChange(day, typing.current);
    typing.current = "continues";
  };
  return (
    <TextField
      small
      label="By when?"
      type="date"
      min={`${FIRST_YEAR}-01-01`}
      max={`${LAST_YEAR}-12-31`}
      readOnly={readOnly}
      value={typed ?? due}
      error={left && typed !== undefined && `The day ${typed} lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}. Look at the year again.`}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        typing.current = "first";
        setLeft(true);
      }}
    />
  );
}
