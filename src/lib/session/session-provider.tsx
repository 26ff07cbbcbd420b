import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { navigate } from "../hash-location.ts";
import { START } from "../routes.ts";
import { forgetAhead, writeAhead } from "../storage/ahead.ts";
import { hear, tell } from "../storage/channel.ts";
import { claimPlan, type Claim } from "../storage/claim.ts";
import { timeAfter } from "../storage/plan-key.ts";
import { readPlan } from "../storage/read-plans.ts";
import type { SavedPlan } from "../storage/saved-plan.ts";
import { writeOpenPlan } from "../storage/write-plan.ts";
import { offerGonePlan } from "./gone-plan.ts";
import { PlanStore, type Shelf } from "./plan-store.ts";
import { summaryOf } from "./plan-summary.ts";
import { StoreSession } from "./store-session.tsx";

const browserShelf: Shelf = { read: readPlan, write: writeOpenPlan, writeAhead, forgetAhead, timeAfter, summaryOf: ({ answers }) => summaryOf(answers) };

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
      if (message.planKey !== store.key) return;
      const { readOnly } = store.view();
      if (message.type === "deleted") store.abandon();
      if (message.type === "written" && readOnly) void store.reload();
      if (message.type === "rename" && !readOnly) {
        store.dispatch({ type: "rename", name: message.name });
        void store.flush().finally(() => tell({ type: "renamed", planKey: store.key }));
      }
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

/** Leaves the page of a plan that was deleted elsewhere; the start page says so and offers to keep what was here. */
function useLeaveWhenGone(store: PlanStore): void {
  useEffect(
    () =>
      store.subscribe(() => {
        const { gone, state } = store.view();
        if (!gone) return;
        offerGonePlan({ key: store.key, state, summary: summaryOf(state.answers), href: window.location.hash });
        navigate(START, { replace: true });
      }),
    [store],
  );
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
  useLeaveWhenGone(store);
  return <StoreSession store={store}>{children(takeOver)}</StoreSession>;
}
