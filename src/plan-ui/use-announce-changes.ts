import { useEffect } from "react";
import { useSession } from "../lib/session/index.ts";
import { useAnnounce } from "../ui/announcer.tsx";
import { changesBetween, changeSentence } from "./changes.ts";

/** Rest after which a change is said, in milliseconds: people who try options with the arrow keys hear the last one. */
const REST = 600;

/** Says in one polite sentence what the last change brought. */
export function useAnnounceChanges(): void {
  const { plan, previous } = useSession();
  const announce = useAnnounce();
  useEffect(() => {
    if (!previous) return;
    const timer = setTimeout(() => announce(changeSentence(previous.label, changesBetween(previous.plan, plan))), REST);
    return () => clearTimeout(timer);
  }, [plan, previous, announce]);
}
