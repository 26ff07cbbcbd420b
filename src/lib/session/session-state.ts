import {
  withAnswer,
  withFix,
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
import { patchBetween } from "../storage/answers-patch.ts";
import type { Draft, Drafts, PlanState, Step } from "../storage/plan-state.ts";
import { draftsOfSubjects } from "./subjects.ts";

export type { Draft, Drafts, Step } from "../storage/plan-state.ts";
export type SessionState = PlanState;

/** `first` stroke of typing, or one that `continues` it: all strokes together are one step to undo. */
export type Typing = "first" | "continues";

export type SessionAction =
  | {
      readonly type: "answer";
      readonly path: AnswerPath;
      readonly value: AnswerValue | undefined;
      readonly label: string;
      readonly typing?: Typing | undefined;
    }
  | { readonly type: "mark-open"; readonly path: AnswerPath; readonly mark: OpenMark; readonly label: string; readonly typing?: Typing | undefined }
  | { readonly type: "unmark-open"; readonly path: AnswerPath; readonly label: string }
  | { readonly type: "draft"; readonly path: AnswerPath; readonly draft: Draft | undefined }
  | { readonly type: "add-subject"; readonly kind: ListedKind; readonly id: string; readonly label: string }
  | { readonly type: "remove-subject"; readonly kind: ListedKind; readonly id: string; readonly label: string }
  | { readonly type: "fix"; readonly fix: Fix }
  | { readonly type: "rename"; readonly name: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** Steps that can be undone; in large plans fewer, as the history is stored with each change. */
export const HISTORY_LENGTH = 100;
const LEAST_HISTORY = 10;
/** Answers that all steps together may hold. */
const HISTORY_ANSWERS = 20_000;

/** The state after an action. Every change of answers or name is one step to undo; drafts are no step of their own. */
export function reduce(state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case "answer": {
      const { path, label, typing } = action;
      return typed(withoutDraft(state, path), withAnswer(state.answers, path, action.value), label, path, typing);
    }
    case "mark-open": {
      const { path, label, typing } = action;
      return typed(state, withOpen(state.answers, path, action.mark), label, `open ${path}`, typing);
    }
    case "unmark-open":
      return Object.hasOwn(state.answers.open, action.path) ? changed(state, withoutOpen(state.answers, action.path), action.label) : state;
    case "draft":
      return action.draft ? { ...state, drafts: { ...state.drafts, [action.path]: action.draft } } : withoutDraft(state, action.path);
    case "add-subject":
      if (state.answers.subjects[action.kind].includes(action.id)) return state;
      return changed(state, withSubject(state.answers, action.kind, action.id), action.label);
    case "remove-subject":
      if (!state.answers.subjects[action.kind].includes(action.id)) return state;
      return withDraftsOfSubjects(changed(state, withoutSubject(state.answers, action.kind, action.id), action.label));
    case "fix": {
      const { set, takeAway = [], title } = action.fix;
      const touched = [...takeAway, ...set.map(({ path }) => path)];
      return changed(touched.reduce(withoutDraft, state), withFix(state.answers, action.fix), title);
    }
    case "rename":
      return action.name === state.name ? state : { ...changed(state, state.answers, "Name of the plan"), name: action.name };
    case "undo":
      return undone(state);
    case "redo":
      return redone(state);
  }
}

/** A state about which nothing happened yet. */
export function freshState(name: string, answers: Answers, drafts: Drafts = {}): SessionState {
  return { name, answers, drafts, past: [], future: [] };
}

/** A change by typing: what continues joins the step that the first stroke made, as long as nothing came between. */
function typed(state: SessionState, answers: Answers, label: string, what: string, typing: Typing | undefined): SessionState {
  const last = state.past.at(-1);
  if (typing !== "continues" || last?.typed !== what) return changed(state, answers, label, typing && what);
  return { ...state, answers, past: [...state.past.slice(0, -1), { ...last, label }], future: [] };
}

function changed(state: SessionState, answers: Answers, label: string, what?: string): SessionState {
  const step: Step = { name: state.name, answers: state.answers, label, ...(what === undefined ? {} : { typed: what }) };
  return { ...state, answers, past: [...state.past, step].slice(-historyLength(answers)), future: [] };
}

function historyLength({ given }: Answers): number {
  const fitting = Math.floor(HISTORY_ANSWERS / Math.max(1, Object.keys(given).length));
  return Math.min(HISTORY_LENGTH, Math.max(LEAST_HISTORY, fitting));
}

function undone(state: SessionState): SessionState {
  const step = state.past.at(-1);
  if (!step) return state;
  const future = [{ name: state.name, answers: state.answers, label: step.label }, ...state.future];
  return moved({ ...state, past: state.past.slice(0, -1), future }, step);
}

function redone(state: SessionState): SessionState {
  const [step, ...future] = state.future;
  if (!step) return state;
  return moved({ ...state, past: [...state.past, { name: state.name, answers: state.answers, label: step.label }], future }, step);
}

/** The state at another point of the history. Drafts of what changes on the way go: the field shows the answer again. */
function moved(state: SessionState, { name, answers }: Step): SessionState {
  const { given, open } = patchBetween(state.answers, answers);
  const changedPaths = [...Object.keys(given), ...Object.keys(open)];
  return withDraftsOfSubjects(changedPaths.reduce(withoutDraft, { ...state, name, answers }));
}

function withDraftsOfSubjects(state: SessionState): SessionState {
  const drafts = draftsOfSubjects(state.drafts, state.answers);
  return drafts === state.drafts ? state : { ...state, drafts };
}

function withoutDraft(state: SessionState, path: AnswerPath): SessionState {
  if (!Object.hasOwn(state.drafts, path)) return state;
  const { [path]: _draft, ...drafts } = state.drafts;
  return { ...state, drafts };
}
