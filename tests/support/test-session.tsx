import { useEffect, useState, type ReactNode } from "react";
import type { Answers } from "../../src/engine/index.ts";
import { PlanStore, type Shelf } from "../../src/lib/session/plan-store.ts";
import { freshState, type Drafts, type SessionState } from "../../src/lib/session/session-state.ts";
import { StoreSession } from "../../src/lib/session/store-session.tsx";

/** What a test reads of the session after people did something. */
export interface Seen {
  state: SessionState;
  /** For changes that come from elsewhere on the page. */
  store?: PlanStore;
}

interface TestSessionProps {
  readonly answers: Answers;
  readonly drafts?: Drafts;
  /** Holds the latest state, for assertions. */
  readonly seen?: Seen;
  readonly children: ReactNode;
}

/** A shelf that takes everything and keeps nothing. */
const shelf: Shelf = { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), writeAhead: () => undefined, forgetAhead: () => undefined, timeAfter: (before) => before + 1, summaryOf: () => ({}) };

/** The session itself without the browser's storage and other tabs. */
export function TestSession({ answers, drafts = {}, seen, children }: TestSessionProps) {
  const [store] = useState(() => new PlanStore({ row: { key: "k1", name: "Test", updatedAt: 0, summary: {} }, state: freshState("Test", answers, drafts) }, shelf));
  useEffect(() => {
    const look = () => {
      if (seen) Object.assign(seen, { store, state: store.view().state });
    };
    look();
    return store.subscribe(look);
  }, [store, seen]);
  return <StoreSession store={store}>{children}</StoreSession>;
}

/** A fresh holder for the state. */
export const seenBy = (answers: Answers): Seen => ({ state: freshState("Test", answers) });
