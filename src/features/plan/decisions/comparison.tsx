import { useEffect, useRef, useState } from "react";
import { figuresOf, type Alternative, type OpenChoice } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { count } from "../../../plan-ui/words.ts";
import { useAnnounce } from "../../../ui/announcer.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import styles from "./decisions.module.css";
import { useWeighed } from "./use-weighed.ts";
import { SIDE_BY_SIDE, WayPicker } from "./way-picker.tsx";

interface ComparisonProps {
  readonly choice: OpenChoice;
  readonly onChoose: (way: Alternative) => void;
}

/** A choice weighed against everything else that could be chosen; weighed when it is opened, not before. */
export function Comparison({ choice, onChoose }: ComparisonProps) {
  const { plan } = useSession();
  const announce = useAnnounce();
  const { alternatives, done } = useWeighed(choice);
  const [values, setValues] = useState<readonly Alternative["value"][] | undefined>(undefined);
  const said = useRef(false);
  useEffect(() => {
    if (!done || said.current) return;
    said.current = true;
    announce(`${count(alternatives.length, "other way")} weighed, ${alternatives.filter(({ possible }) => possible).length} possible with these answers.`);
  }, [done, alternatives, announce]);

  if (!done) {
    return (
      <p className={styles.working}>
        <progress value={alternatives.length} max={choice.others.length} aria-label="Ways weighed" /> Weighing {count(choice.others.length, "other way")}
      </p>
    );
  }
  const few = alternatives.length <= SIDE_BY_SIDE;
  const possible = alternatives.filter((way) => way.possible);
  const first = (possible.length > 0 ? possible : alternatives).slice(0, SIDE_BY_SIDE);
  const shown = few ? alternatives : values === undefined ? first : alternatives.filter(({ value }) => values.includes(value));
  return (
    <div className={styles.comparison}>
      {!few && <WayPicker here={figuresOf(plan)} ways={alternatives} picked={shown} onPick={(picked) => setValues(picked.map(({ value }) => value))} />}
      {shown.length > 0 && <ComparisonTable choice={choice} ways={shown} onChoose={onChoose} />}
    </div>
  );
}
