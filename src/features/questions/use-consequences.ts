import { useEffect, useRef, useState, type RefObject } from "react";
import type { Answers, AnswerValue, Choice } from "../../engine/index.ts";
import { useSeen } from "../../lib/use-seen.ts";
import { stepwise } from "../../lib/when-idle.ts";
import { useSession } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { consequenceOf, type Consequence } from "./consequences.ts";

type Weighed = ReadonlyMap<string, Consequence>;

const NOTHING: Weighed = new Map();

/** Rest after an answer before options are weighed anew, in milliseconds: nobody waits for figures while typing. */
const REST = 300;

/**
 * What each option of a choice would bring. Weighed one at a time when the browser is idle, only while the choice is on
 * the screen, and again when other answers change; until then the last figures stay.
 */
export function useConsequences({ question, path }: Asked, choices: readonly Choice[]): { readonly watch: RefObject<HTMLDivElement | null>; readonly weighed: Weighed } {
  const { answers } = useSession();
  const watch = useRef<HTMLDivElement>(null);
  const visible = useSeen(watch);
  const [weighed, setWeighed] = useState<{ readonly of: Answers | undefined; readonly all: Weighed }>({ of: undefined, all: NOTHING });
  const yesNo = question.control.type === "yes-no";

  useEffect(() => {
    if (!visible || weighed.of === answers) return;
    const all = new Map<string, Consequence>();
    let cancel: () => void = () => undefined;
    const weigh = ({ value }: Choice) => {
      const answer: AnswerValue = yesNo ? value === "true" : value;
      all.set(value, consequenceOf(answers, path, answer));
    };
    const timer = setTimeout(() => {
      cancel = stepwise(choices.map((choice) => () => weigh(choice)), () => setWeighed({ of: answers, all }));
    }, REST);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [visible, answers, weighed.of, path, choices, yesNo]);

  return { watch, weighed: weighed.all };
}
