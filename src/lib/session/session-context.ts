import { createContext, use, useSyncExternalStore } from "react";
import type { AnswerPath, Answers, AnswerValue, Fix, ListedKind, OpenMark, Plan } from "../../engine/index.ts";
import type { Draft, Drafts, SessionState, Typing } from "./session-state.ts";

/** Whether the latest change is on this device: `refused` means that the browser keeps nothing. */
export type SavedState = "saved" | "saving" | "refused";

/** The latest state, in the turn in which it changes. */
export interface Latest {
  readonly subscribe: (listener: () => void) => () => void;
  readonly view: () => { readonly state: SessionState; readonly saved: SavedState };
}

/**
 * The plan on the screen: what people said, what follows from it, and every way to change it. Answers and plan belong
 * together, and come after what is typed as soon as the browser has time; fields read `useAnswer` instead.
 */
export interface Session {
  /** Key of the saved plan in this browser; part of the address. */
  readonly planKey: string;
  readonly name: string;
  readonly answers: Answers;
  /** Derived from `answers`; the same object until they change. */
  readonly plan: Plan;
  /** Malformed text by the path of its question. */
  readonly drafts: Drafts;
  /** The state before the last change, for what it changed; undefined while there is none. */
  readonly previous: { readonly plan: Plan; readonly answers: Answers; readonly label: string } | undefined;
  readonly latest: Latest;
  /** The plan is open for writing in another tab; actions do nothing here. */
  readonly readOnly: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Gives an answer, or takes it away with `undefined`. An open mark and a draft of the question go. Strokes of `typing`
   * are one step to undo.
   */
  readonly answer: (path: AnswerPath, value: AnswerValue | undefined, label?: string, typing?: Typing) => void;
  /** "Not known yet"; the last value is kept for later. Strokes of `typing` are one step to undo. */
  readonly markOpen: (path: AnswerPath, mark: OpenMark, typing?: Typing) => void;
  /** "I know it": the value kept from before counts again. */
  readonly unmarkOpen: (path: AnswerPath) => void;
  /** Keeps text that is no answer, or forgets it with `undefined`. Text that looks like a secret is never kept. */
  readonly setDraft: (path: AnswerPath, draft: Draft | undefined) => void;
  /** Adds a place, platform cluster or datacenter and returns its id. */
  readonly addSubject: (kind: ListedKind) => string;
  readonly removeSubject: (kind: ListedKind, id: string) => void;
  readonly applyFix: (fix: Fix) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly rename: (name: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/**
 * The session of the plan on the screen.
 * @throws Error outside a `SessionProvider`; a fault of the app, never of a person.
 */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession needs a SessionProvider above it");
  return session;
}

/** Whether the latest change is on this device. */
export function useSaved(): SavedState {
  const { subscribe, view } = useSession().latest;
  return useSyncExternalStore(subscribe, () => view().saved);
}

/** One answer as it stands now: its value even while it is open, its open mark, and its draft. */
export function useAnswer(path: AnswerPath): { readonly given: AnswerValue | undefined; readonly mark: OpenMark | undefined; readonly draft: Draft | undefined } {
  const { subscribe, view } = useSession().latest;
  return {
    given: useSyncExternalStore(subscribe, () => own(view().state.answers.given, path)),
    mark: useSyncExternalStore(subscribe, () => own(view().state.answers.open, path)),
    draft: useSyncExternalStore(subscribe, () => own(view().state.drafts, path)),
  };
}

const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);
