import { useDeferredValue, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { findQuestion, looksLikeSecret, type AnswerPath } from "../../engine/index.ts";
import { planOf } from "./plan-of.ts";
import type { PlanStore } from "./plan-store.ts";
import { SessionContext, type Session } from "./session-context.ts";
import { nextSubjectId } from "./subjects.ts";

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
    markOpen: (path, mark, typing) => dispatch({ type: "mark-open", path, mark, label: labelOf(path), typing }),
    unmarkOpen: (path) => dispatch({ type: "unmark-open", path, label: labelOf(path) }),
    setDraft: (path, draft) => dispatch({ type: "draft", path, draft: draft && !looksLikeSecret(draft.text) ? draft : undefined }),
    addSubject: (kind) => {
      const id = nextSubjectId(store.view().state, kind);
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

/**
 * The session of a store for everything below. The plan is derived and drawn after the event that changed an answer, in
 * pieces between which the browser takes the next stroke; what a next stroke makes stale is not finished.
 */
export function StoreSession({ store, children }: { readonly store: PlanStore; readonly children: ReactNode }) {
  const { state: latest, readOnly } = useSyncExternalStore(store.subscribe, store.view);
  const state = useDeferredValue(latest);
  const actions = useMemo(() => actionsOf(store), [store]);

  const session = useMemo((): Session => {
    const { name, answers, drafts, past, future } = state;
    const before = past.at(-1);
    return {
      ...actions,
      planKey: store.key,
      name,
      answers,
      drafts,
      plan: planOf(answers),
      previous: before && { answers: before.answers, label: before.label, plan: planOf(before.answers) },
      latest: store,
      readOnly,
      canUndo: past.length > 0 && !readOnly,
      canRedo: future.length > 0 && !readOnly,
    };
  }, [actions, store, state, readOnly]);

  return <SessionContext value={session}>{children}</SessionContext>;
}
