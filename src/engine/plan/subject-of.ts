import { GROUPS, type Question } from "../answers/question.ts";
import { PLAN, type AnswerPath } from "../kernel/outcome.ts";
import type { ProjectFacts } from "./plan.ts";

/** Question id and subject of an answer's path: `network.places.fra.gateway` → `network.places.gateway`, `fra`. */
export function questionAndSubject(path: AnswerPath): { readonly question: string; readonly subject: string } {
  const listed = LISTED.exec(path);
  if (!listed) return { question: path, subject: PLAN };
  const [, group = "", subject = "", key = ""] = listed;
  return { question: `${group}${key}`, subject };
}

const LISTED = new RegExp(`^([^.]+\\.(?:${Object.values(GROUPS).join("|")})\\.)([^.]+)\\.(.+)$`);

/** "Address of vCenter, Frankfurt": the short name of a question with its subject. */
export function titleOf(question: Question<unknown>, subject: string, project: Pick<ProjectFacts, "names">): string {
  return subject === PLAN ? question.short : `${question.short}, ${project.names[subject] ?? subject}`;
}
