import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import { useAnnounce } from "./announcer.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icons.tsx";
import styles from "./toast.module.css";

export interface Toast {
  /** What happened, as a sentence. */
  readonly text: string;
  /** Takes it back. */
  readonly undo?: () => void;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Long enough to read, reach and press; pointing at it or focusing it keeps it. */
const SHOWN_FOR = 10_000;

/** Shows a short note with Undo at the lower edge; one at a time. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<{ readonly toast: Toast; readonly turn: number } | undefined>(undefined);
  const [held, setHeld] = useState(false);
  const announce = useAnnounce();
  const show = useCallback(
    (toast: Toast) => {
      setShown((before) => ({ toast, turn: (before?.turn ?? 0) + 1 }));
      announce(toast.undo ? `${toast.text} Undo is at the end of the page.` : toast.text);
    },
    [announce],
  );
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setShown(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [shown, held]);
  const close = () => {
    setShown(undefined);
    setHeld(false);
  };
  const undo = shown?.toast.undo;
  return (
    <ToastContext value={show}>
      {children}
      {shown && (
        <div
          key={shown.turn}
          className={styles.toast}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>{shown.toast.text}</p>
          {undo && (
            <Button
              size="small"
              onClick={() => {
                undo();
                close();
              }}
            >
              Undo
            </Button>
          )}
          <Button kind="quiet" size="small" square aria-label="Close this note" onClick={close}>
            <Icon name="close" />
          </Button>
        </div>
      )}
    </ToastContext>
  );
}
