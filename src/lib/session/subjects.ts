import { GROUPS, type AnswerPath, type Answers, type AnswerValue, type ListedKind } from "../../engine/index.ts";
import type { Drafts, PlanState } from "../storage/plan-state.ts";

const KINDS = Object.fromEntries(Object.entries(GROUPS).map(([kind, group]) => [group, kind])) as Readonly<Record<string, ListedKind>>;

/** The subject that an answer's path is about; undefined for one about the whole plan. */
function subjectOf(path: AnswerPath): { readonly kind: ListedKind; readonly id: string } | undefined {
  const [, group = "", id, key] = path.split(".");
  const kind = Object.hasOwn(KINDS, group) ? KINDS[group] : undefined;
  return kind && id !== undefined && key !== undefined ? { kind, id } : undefined;
}

/** The drafts without those about subjects that the answers do not have. */
export function draftsOfSubjects(drafts: Drafts, { subjects }: Answers): Drafts {
  const stays = (path: AnswerPath) => {
    const about = subjectOf(path);
    return !about || subjects[about.kind].includes(about.id);
  };
  return Object.keys(drafts).every(stays) ? drafts : Object.fromEntries(Object.entries(drafts).filter(([path]) => stays(path)));
}

/**
 * An id for a new subject: the kind and the number after the highest that stands anywhere, also in the history and in
 * answers that name a subject which is gone. Whoever named the old one must not find the new one under its id.
 */
export function nextSubjectId({ answers, past, future, drafts }: Pick<PlanState, "answers" | "past" | "future" | "drafts">, kind: ListedKind): string {
  const form = new RegExp(`^${kind}-(\\d{1,15})$`);
  let highest = 0;
  const meet = (id: string | undefined) => {
    const number = id?.startsWith(kind) ? form.exec(id)?.[1] : undefined;
    highest = Math.max(highest, Number(number ?? 0));
  };
  const read = (value: AnswerValue): void => {
    if (typeof value === "string") meet(value);
    else if (typeof value === "object") Object.values(value).forEach(read);
  };
  for (const { subjects, given, open } of [answers, ...[...past, ...future].map((step) => step.answers)]) {
    subjects[kind].forEach(meet);
    Object.values(given).forEach(read);
    for (const path of [...Object.keys(given), ...Object.keys(open)]) meet(path.split(".")[2]);
  }
  for (const path of Object.keys(drafts)) meet(path.split(".")[2]);
  return `${kind}-${highest + 1}`;
}
