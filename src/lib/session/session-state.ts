import {
  withAnswer,
  withOpen,
  withoutOpen,
  withoutSubject,
  withSubject,
  type AnswerPath,
  type Answers,
  type AnswerValue,
  type Fix,
  type ListedKind,
  type OpenMark,
} from "../../engine/index.ts";

/** Text that is no answer yet, with the sentence that says why. Kept apart from the answers, so that no export holds it. */
export interface Draft {
  readonly text: string;
  readonly error: string;
}

export type Drafts = Readonly<Record<AnswerPath, Draft>>;

/** One point in the history, with the words for the change that led away from it. */
export interface Step {
  readonly name: string;
  readonly answers: Answers;
  readonly label: string;
  /** The answer that was typed, while more of the same may join this step. */
  readonly typed?: AnswerPath;
}

/** Everything a person can change in a plan. Plain data: it is stored as it stands. */
export interface SessionState {
  readonly name: string;
  readonly answers: Answers;
  readonly drafts: Drafts;
  /** States to go back to, latest last. */
  readonly past: readonly Step[];
  /** States to go forward to, nearest first. */
  readonly future: readonly Step[];
}

export type SessionAction =
  | {
      readonly type: "answer";
      readonly path: AnswerPath;
      readonly value: AnswerValue | undefined;
      readonly label: string;
      /** `first` stroke of typing, or one that `continues` it: all strokes together are one step to undo. */
      readonly typing?: "first" | "continues" | undefined;
    }
  | { readonly type: "mark-open"; readonly path: AnswerPath; readonly mark: OpenMark; readonly label: string }
  | { readonly type: "unmark-open"; readonly path: AnswerPath; readonly label: string }
  | { readonly type: "draft"; readonly path: AnswerPath; readonly draft: Draft | undefined }
  | { readonly type: "add-subject"; readonly kind: ListedKind; readonly id: string; readonly label: string }
  | { readonly type: "remove-subject"; readonly kind: ListedKind; readonly id: string; readonly label: string }
  | { readonly type: "fix"; readonly fix: Fix }
  | { readonly type: "rename"; readonly name: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "replace"; readonly state: SessionState };

/** Steps that can be undone; in large plans fewer, as the history is stored with each change. */
export const HISTORY_LENGTH = 100;
const LEAST_HISTORY = 10;
/** Answers that all steps together may hold. */
const HISTORY_ANSWERS = 20_000;

/** The state after an action. Every change of answers or name is one step to undo; drafts are no step of their own. */
export function reduce(state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case "answer": {
      const answers = withAnswer(state.answers, action.path, action.value);
      const before = withoutDraft(state, action.path);
      const last = state.past.at(-1);
      if (action.typing === "continues" && last?.typed === action.path) {
        return { ...before, answers, past: [...state.past.slice(0, -1), { ...last, label: action.label }], future: [] };
      }
      return changed(before, answers, action.label, action.typing && action.path);
    }
    case "mark-open":
      return changed(state, withOpen(state.answers, action.path, action.mark), action.label);
    case "unmark-open":
      return Object.hasOwn(state.answers.open, action.path) ? changed(state, withoutOpen(state.answers, action.path), action.label) : state;
    case "draft":
      return action.draft ? { ...state, drafts: { ...state.drafts, [action.path]: action.draft } } : withoutDraft(state, action.path);
    case "add-subject":
      if (state.answers.subjects[action.kind].includes(action.id)) return state;
      return changed(state, withSubject(state.answers, action.kind, action.id), action.label);
    case "remove-subject":
      if (!state.answers.subjects[action.kind].includes(action.id)) return state;
      return changed(state, withoutSubject(state.answers, action.kind, action.id), action.label);
    case "fix": {
      const { set, title } = action.fix;
      const answers = set.reduce((before, { path, value }) => withAnswer(before, path, value), state.answers);
      return changed(set.reduce((before, { path }) => withoutDraft(before, path), state), answers, title);
    }
    case "rename":
      return action.name === state.name ? state : { ...changed(state, state.answers, "Name of the plan"), name: action.name };
    case "undo":
      return undone(state);
    case "redo":
      return redone(state);
    case "replace":
      return action.state;
  }
}

/** A state about which nothing happened yet. */
export function freshState(name: string, answers: Answers, drafts: Drafts = {}): SessionState {
  return { name, answers, drafts, past: [], future: [] };
}

/** An id for a new subject: the kind and the next number that no subject of that kind carries. */
export function nextSubjectId(answers: Answers, kind: ListedKind): string {
  const numbers = answers.subjects[kind].map((id) => Number(new RegExp(`^${kind}-(\\d+)$`).exec(id)?.[1] ?? 0));
  return `${kind}-${Math.max(0, ...numbers) + 1}`;
}

function changed(state: SessionState, answers: Answers, label: string, typed?: AnswerPath): SessionState {
  const step: Step = { name: state.name, answers: state.answers, label, ...(typed === undefined ? {} : { typed }) };
  return { ...state, answers, past: [...state.past, step].slice(-historyLength(answers)), future: [] };
}

function historyLength({ given }: Answers): number {
  const fitting = Math.floor(HISTORY_ANSWERS / Math.max(1, Object.keys(given).length));
  return Math.min(HISTORY_LENGTH, Math.max(LEAST_HISTORY, fitting));
}

function undone(state: SessionState): SessionState {
  const step = state.past.at(-1);
  if (!step) return state;
  const { name, answers, label } = step;
  return { ...state, name, answers, past: state.past.slice(0, -1), future: [{ name: state.name, answers: state.answers, label }, ...state.future] };
}

function redone(state: SessionState): SessionState {
  const [step, ...future] = state.future;
  if (!step) return state;
  return { ...state, name: step.name, answers: step.answers, past: [...state.past, { name: state.name, answers: state.answers, label: step.label }], future };
}

function withoutDraft(state: SessionState, path: AnswerPath): SessionState {
  if (!Object.hasOwn(state.drafts, path)) return state;
  const { [path]: _draft, ...drafts } = state.drafts;
  return { ...state, drafts };
}
