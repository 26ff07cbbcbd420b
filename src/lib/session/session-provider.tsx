import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { findQuestion, looksLikeSecret, type AnswerPath } from "../../engine/index.ts";
import { writeAhead } from "../storage/ahead.ts";
import { hear } from "../storage/channel.ts";
import { claimPlan, type Claim } from "../storage/claim.ts";
import { readPlan, timeAfter, writePlan, type SavedPlan } from "../storage/saved-plans.ts";
import { planOf } from "./plan-of.ts";
import { PlanStore, type Shelf } from "./plan-store.ts";
import { summaryOf } from "./plan-summary.ts";
import { SessionContext, type Session } from "./session-context.ts";
import { nextSubjectId } from "./session-state.ts";

const browserShelf: Shelf = { read: readPlan, write: writePlan, writeAhead, timeAfter, summaryOf: ({ answers }) => summaryOf(answers) };

/** The short name of an answer's question, for the history. Paths of subjects carry the subject's id in third place. */
function labelOf(path: AnswerPath): string {
  const [chapter, group, , ...key] = path.split(".");
  return (findQuestion(path) ?? findQuestion([chapter, group, ...key].join(".")))?.short ?? path;
}

/** Changes of the plan as functions, the same for as long as the store lives. */
function actionsOf(store: PlanStore): Pick<Session, "answer" | "markOpen" | "unmarkOpen" | "setDraft" | "addSubject" | "removeSubject" | "applyFix" | "undo" | "redo" | "rename"> {
  const { dispatch } = store;
  return {
    answer: (path, value, label = labelOf(path), typing) => dispatch({ type: "answer", path, value, label, typing }),
    markOpen: (path, mark) => dispatch({ type: "mark-open", path, mark, label: labelOf(path) }),
    unmarkOpen: (path) => dispatch({ type: "unmark-open", path, label: labelOf(path) }),
    setDraft: (path, draft) => dispatch({ type: "draft", path, draft: draft && !looksLikeSecret(draft.text) ? draft : undefined }),
    addSubject: (kind) => {
      const id = nextSubjectId(store.view().state.answers, kind);
      dispatch({ type: "add-subject", kind, id, label: `New ${kind}` });
      return id;
    },
    removeSubject: (kind, id) => dispatch({ type: "remove-subject", kind, id, label: `${kind} removed` }),
    applyFix: (fix) => dispatch({ type: "fix", fix }),
    undo: () => dispatch({ type: "undo" }),
    redo: () => dispatch({ type: "redo" }),
    rename: (name) => dispatch({ type: "rename", name }),
  };
}

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
  return () => claim.current?.takeOver();
}

interface SessionProviderProps {
  readonly saved: SavedPlan;
  /** Draws the plan; gets the way to take it over from another tab. */
  readonly children: (takeOver: () => void) => ReactNode;
}

/** Opens a saved plan for everything below. Give it the plan's key as `key`. */
export function SessionProvider({ saved, children }: SessionProviderProps) {
  const [store] = useState(() => new PlanStore(saved, browserShelf));
  const { state, saved: kept, readOnly } = useSyncExternalStore(store.subscribe, store.view);
  const actions = useMemo(() => actionsOf(store), [store]);
  const takeOver = useClaim(store);
  const { name, answers, drafts, past, future } = state;

  const session = useMemo((): Session => {
    const before = past.at(-1);
    return {
      ...actions,
      planKey: store.key,
      name,
      answers,
      drafts,
      plan: planOf(answers),
      previous: before && { answers: before.answers, label: before.label, plan: planOf(before.answers) },
      saved: kept,
      readOnly,
      canUndo: past.length > 0 && !readOnly,
      canRedo: future.length > 0 && !readOnly,
    };
  }, [actions, store, name, answers, drafts, past, future, kept, readOnly]);

  return <SessionContext value={session}>{children(takeOver)}</SessionContext>;
}
