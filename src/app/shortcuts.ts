import { useEffect } from "react";
import { useSession } from "../lib/session/index.ts";
import { questionMarkIsOn } from "./question-mark.ts";
import { useSavePlanFile } from "./save-plan-file.ts";

/** Whether keys belong to what has the focus: fields undo their own typing. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit", "file"].includes(target.type);
}

/** Keys for the whole plan, with the modifier of the platform; each does what a button or menu entry does too. */
export function useShortcuts(showKeys: () => void): void {
  const { undo, redo } = useSession();
  const save = useSavePlanFile();
  useEffect(() => {
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      const writing = isWriting(event.target);
      if (!event.ctrlKey && !event.metaKey) return event.key === "?" && !writing && questionMarkIsOn() ? showKeys : undefined;
      const key = event.key.toLowerCase();
      if (key === "s" && !event.shiftKey) return save;
      if (writing) return undefined;
      if (key === "z") return event.shiftKey ? redo : undo;
      return key === "y" ? redo : undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo, save, showKeys]);
}
