import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { writeAhead } from "../storage/ahead.ts";
import { hear } from "../storage/channel.ts";
import { claimPlan, type Claim } from "../storage/claim.ts";
import { readPlan, timeAfter, writePlan, type SavedPlan } from "../storage/saved-plans.ts";
import { PlanStore, type Shelf } from "./plan-store.ts";
import { summaryOf } from "./plan-summary.ts";
import { StoreSession } from "./store-session.tsx";

const browserShelf: Shelf = { read: readPlan, write: writePlan, writeAhead, timeAfter, summaryOf: ({ answers }) => summaryOf(answers) };

/** Keeps the store in step with the other tabs; returns how to take the plan over. */
function useClaim(store: PlanStore): () => void {
  const claim = useRef<Claim>(undefined);
  useEffect(() => {
    let waited = false;
    const claimed = claimPlan(store.key, {
      onChange: (mine) => {
        if (!mine) {
          waited = true;
          store.setReadOnly(true);
        } else if (waited) {
          void store.reload().finally(() => store.setReadOnly(false));
        }
      },
      beforeGivingWay: () => store.flush(),
    });
    claim.current = claimed;
    const stopHearing = hear((message) => {
      if (message.type === "written" && message.planKey === store.key && store.view().readOnly) void store.reload();
    });
    const flush = () => void store.flush();
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
      stopHearing();
      void store.flush().finally(() => claimed.release());
    };
  }, [store]);
  return useCallback(() => claim.current?.takeOver(), []);
}

interface SessionProviderProps {
  readonly saved: SavedPlan;
  /** Draws the plan; gets the way to take it over from another tab. */
  readonly children: (takeOver: () => void) => ReactNode;
}

/** Opens a saved plan for everything below. Give it the plan's key as `key`. */
export function SessionProvider({ saved, children }: SessionProviderProps) {
  const [store] = useState(() => new PlanStore(saved, browserShelf));
  const takeOver = useClaim(store);
  return <StoreSession store={store}>{children(takeOver)}</StoreSession>;
}
