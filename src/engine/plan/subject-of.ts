import type { ListedKind } from "../answers/answers.ts";
import { GROUPS, type Question } from "../answers/question.ts";
import { PLAN, type AnswerPath, type SubjectKind } from "../kernel/outcome.ts";
import type { ProjectFacts, SubjectNames } from "./plan.ts";

/** Question id and subject of an answer's path: `network.places.fra.gateway` → `network.places.gateway`, `fra`. */
export function questionAndSubject(path: AnswerPath): { readonly question: string; readonly subject: string } {
  const listed = LISTED.exec(path);
  if (!listed) return { question: path, subject: PLAN };
  const [, group = "", subject = "", key = ""] = listed;
  return { question: `${group}${key}`, subject };
}

const LISTED = new RegExp(`^([^.]+\\.(?:${Object.values(GROUPS).join("|")})\\.)([^.]+)\\.(.+)$`);

/** "Address of vCenter, Frankfurt": the short name of a question with its subject. */
export function titleOf(question: Question<unknown>, subject: string, { names }: Pick<ProjectFacts, "names">): string {
  return titleWithSubject(question.short, names, question.subject, subject);
}

/** Name of a place, platform cluster or datacenter; its id while nobody named it. */
export const subjectName = (names: SubjectNames, kind: ListedKind, id: string): string => names[kind][id] ?? id;

/** A title with the name of what it is about; alone where that is the whole plan. */
export function titleWithSubject(title: string, names: SubjectNames, kind: SubjectKind, subject: string): string {
  return kind === "plan" ? title : `${title}, ${subjectName(names, kind, subject)}`;
}
