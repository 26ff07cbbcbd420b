import { useMemo, useReducer, type ReactNode } from "react";
import { planFrom, type Answers } from "../../src/engine/index.ts";
import { SessionContext, type Session } from "../../src/lib/session/session-context.ts";
import { freshState, nextSubjectId, reduce, type Drafts, type SessionState } from "../../src/lib/session/session-state.ts";

/** What a test reads of the session after people did something. */
export interface Seen {
  state: SessionState;
}

interface TestSessionProps {
  readonly answers: Answers;
  readonly drafts?: Drafts;
  /** Holds the latest state, for assertions. */
  readonly seen?: Seen;
  readonly children: ReactNode;
}

/** The session's own reducer without storage and tabs. */
export function TestSession({ answers, drafts = {}, seen, children }: TestSessionProps) {
  const [state, dispatch] = useReducer(reduce, undefined, () => freshState("Test", answers, drafts));
  if (seen) seen.state = state;
  const session = useMemo((): Session => {
    const before = state.past.at(-1);
    return {
      planKey: "k1",
      name: state.name,
      answers: state.answers,
      plan: planFrom(state.answers),
      drafts: state.drafts,
      previous: before && { answers: before.answers, plan: planFrom(before.answers), label: before.label },
      saved: "saved",
      readOnly: false,
      canUndo: state.past.length > 0,
      canRedo: state.future.length > 0,
      answer: (path, value, label = path, typing) => dispatch({ type: "answer", path, value, label, typing }),
      markOpen: (path, mark) => dispatch({ type: "mark-open", path, mark, label: path }),
      unmarkOpen: (path) => dispatch({ type: "unmark-open", path, label: path }),
      setDraft: (path, draft) => dispatch({ type: "draft", path, draft }),
      addSubject: (kind) => {
        const id = nextSubjectId(state.answers, kind);
        dispatch({ type: "add-subject", kind, id, label: kind });
        return id;
      },
      removeSubject: (kind, id) => dispatch({ type: "remove-subject", kind, id, label: id }),
      applyFix: (fix) => dispatch({ type: "fix", fix }),
      undo: () => dispatch({ type: "undo" }),
      redo: () => dispatch({ type: "redo" }),
      rename: (name) => dispatch({ type: "rename", name }),
    };
  }, [state]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** A fresh holder for the state. */
export const seenBy = (answers: Answers): Seen => ({ state: freshState("Test", answers) });
