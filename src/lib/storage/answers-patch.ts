import type { AnswerPath, Answers, AnswerValue, OpenMark } from "../../engine/index.ts";

/** What changed about answers, as plain data: the value that counts now for each path, `null` where there is none. */
export interface AnswersPatch {
  readonly subjects?: Answers["subjects"];
  readonly given: Readonly<Record<AnswerPath, AnswerValue | null>>;
  readonly open: Readonly<Record<AnswerPath, OpenMark | null>>;
}

export const NO_CHANGE: AnswersPatch = { given: {}, open: {} };

type Change<T> = Readonly<Record<AnswerPath, T | null>>;

/** What leads from one state to the next. */
export function patchBetween(before: Answers, after: Answers): AnswersPatch {
  return {
    ...(before.subjects === after.subjects ? {} : { subjects: after.subjects }),
    given: changeBetween(before.given, after.given),
    open: changeBetween(before.open, after.open),
  };
}

/** Two patches as one. It leads to the last state from any state on the way, because it names whatever changed on it. */
export function joined(first: AnswersPatch, then: AnswersPatch): AnswersPatch {
  return { ...first, ...then, given: { ...first.given, ...then.given }, open: { ...first.open, ...then.open } };
}

/** The answers after a patch. */
export function patched(answers: Answers, { subjects, given, open }: AnswersPatch): Answers {
  return { ...answers, subjects: subjects ?? answers.subjects, given: changed(answers.given, given), open: changed(answers.open, open) };
}

function changeBetween<T>(before: Readonly<Record<AnswerPath, T>>, after: Readonly<Record<AnswerPath, T>>): Change<T> {
  const change: Record<AnswerPath, T | null> = {};
  if (before === after) return change;
  for (const [path, value] of Object.entries(after)) if (!Object.hasOwn(before, path) || before[path] !== value) change[path] = value;
  for (const path of Object.keys(before)) if (!Object.hasOwn(after, path)) change[path] = null;
  return change;
}

function changed<T>(map: Readonly<Record<AnswerPath, T>>, change: Change<T>): Readonly<Record<AnswerPath, T>> {
  const kept = Object.entries(map).filter(([path]) => !Object.hasOwn(change, path));
  const set = Object.entries(change).filter((entry): entry is [AnswerPath, T & {}] => entry[1] !== null);
  return Object.fromEntries([...kept, ...set]);
}
