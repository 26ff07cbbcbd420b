import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import styles from "./visually-hidden.module.css";

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined);

/** Says a sentence through the app's one polite live region. Later sentences replace earlier ones that were not read yet. */
export function useAnnounce(): (sentence: string) => void {
  return use(AnnouncerContext);
}

/** Holds the one polite live region of the app. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", turn: 0 });
  const turn = useRef(0);
  const announce = useCallback((sentence: string) => {
    turn.current += 1;
    setSaid({ sentence, turn: turn.current });
  }, []);
  // Two alternating elements, so that the same sentence twice in a row is read twice.
  const [even, odd] = useMemo(() => (said.turn % 2 === 0 ? [said.sentence, ""] : ["", said.sentence]), [said]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className={styles.hidden} role="status" aria-live="polite">
        <p>{even}</p>
        <p>{odd}</p>
      </div>
    </AnnouncerContext>
  );
}
