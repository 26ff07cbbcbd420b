import { useEffect, useRef, useState, type RefObject } from "react";
import type { Answers, AnswerValue, Choice } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { consequenceOf, type Consequence } from "./consequences.ts";

type Weighed = ReadonlyMap<string, Consequence>;

const NOTHING: Weighed = new Map();

/** Rest after an answer before options are weighed anew, in milliseconds: nobody waits for figures while typing. */
const REST = 300;

/** Runs work when the browser has nothing better to do; at the latest after two seconds. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(id);
}

/**
 * What each option of a choice would bring. Weighed one at a time when the browser is idle, only while the choice is on
 * the screen, and again when other answers change; until then the last figures stay.
 */
export function useConsequences({ question, path }: Asked, choices: readonly Choice[]): { readonly watch: RefObject<HTMLDivElement | null>; readonly weighed: Weighed } {
  const { answers } = useSession();
  const watch = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(false);
  const [weighed, setWeighed] = useState<{ readonly of: Answers | undefined; readonly all: Weighed }>({ of: undefined, all: NOTHING });
  const yesNo = question.control.type === "yes-no";

  useEffect(() => {
    const element = watch.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => setVisible(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: "200px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!visible || weighed.of === answers) return;
    const all = new Map<string, Consequence>();
    let cancel: () => void = () => undefined;
    const weighNext = (rest: readonly Choice[]) => {
      const [first, ...others] = rest;
      if (!first) {
        setWeighed({ of: answers, all });
        return;
      }
      const value: AnswerValue = yesNo ? first.value === "true" : first.value;
      all.set(first.value, consequenceOf(answers, path, value));
      cancel = whenIdle(() => weighNext(others));
    };
    const timer = setTimeout(() => weighNext(choices), REST);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [visible, answers, weighed.of, path, choices, yesNo]);

  return { watch, weighed: weighed.all };
}
