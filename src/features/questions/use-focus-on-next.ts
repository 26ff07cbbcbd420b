import { useLayoutEffect, useRef, type RefObject } from "react";

/** What a person goes on with: the chosen option or the first field, or a button where there is no field. */
const NEXT = ["input:checked", "input:not([type=radio]), select, textarea, input", "button"];

/**
 * Moves the focus to what stands in a part of the page next, where a press takes away what had it. Without it, whoever
 * works by keyboard would start at the top of the page again.
 *
 * @returns Ref of the part, and what to call before the change.
 */
export function useFocusOnNext(): [RefObject<HTMLDivElement | null>, () => void] {
  const part = useRef<HTMLDivElement>(null);
  const due = useRef(false);
  useLayoutEffect(() => {
    if (!due.current) return;
    due.current = false;
    for (const selector of NEXT) {
      const field = part.current?.querySelector<HTMLElement>(selector);
      if (field) {
        field.focus();
        return;
      }
    }
  });
  return [part, () => (due.current = true)];
}
