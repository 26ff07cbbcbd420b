import type { Alternative, PlanFigures } from "../../../engine/index.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { count } from "../../../plan-ui/words.ts";
import { Sign } from "../../../ui/signs.tsx";
import styles from "./decisions.module.css";
import { inShort } from "./figures.ts";

/** Ways that stand side by side, besides the one that is chosen. */
export const SIDE_BY_SIDE = 3;

interface WayPickerProps {
  readonly here: PlanFigures;
  readonly ways: readonly Alternative[];
  readonly picked: readonly Alternative[];
  readonly onPick: (picked: readonly Alternative[]) => void;
}

/** All other ways of a choice that has many, possible ones first, each in short; those that are ticked stand side by side. */
export function WayPicker({ here, ways, picked, onPick }: WayPickerProps) {
  const full = picked.length >= SIDE_BY_SIDE;
  const sorted = [...ways.filter(({ possible }) => possible), ...ways.filter(({ possible }) => !possible)];
  return (
    <fieldset className={styles.picker}>
      <legend>Ways to set beside it, {SIDE_BY_SIDE} at once</legend>
      <ul className={styles.ways}>
        {sorted.map((way) => {
          const isPicked = picked.includes(way);
          const [blocker] = way.blockers;
          return (
            <li key={String(way.value)}>
              <label className={styles.way}>
                <input
                  type="checkbox"
                  checked={isPicked}
                  disabled={full && !isPicked}
                  onChange={() => onPick(isPicked ? picked.filter((each) => each !== way) : [...picked, way])}
                />
                <span>
                  <span className={styles.name}>{way.title}</span>
                  {blocker === undefined ? (
                    <span className={styles.short}>
                      {inShort(here, way.figures, way.asks.length > 0)}
                      {way.asks.length > 0 && `; ${count(way.asks.length, "answer")} to give first`}
                    </span>
                  ) : (
                    <span className={styles.not}>
                      <Sign name="blocker" /> Not possible: <RichText text={blocker} />
                    </span>
                  )}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
