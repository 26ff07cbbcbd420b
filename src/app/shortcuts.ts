import { useEffect } from "react";
import { useSession } from "../lib/session/index.ts";
import { useSavePlanFile } from "./save-plan-file.ts";

/** Whether keys belong to what has the focus: fields undo their own typing. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit", "file"].includes(target.type);
}

/** Keys for the whole plan, with the modifier of the platform; each does what a button or menu entry does too. */
export function useShortcuts(): void {
  const { undo, redo } = useSession();
  const save = useSavePlanFile();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const action = key === "s" && !event.shiftKey ? save : isWriting(event.target) ? undefined : key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo, save]);
}
