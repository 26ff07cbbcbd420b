import { findQuestion, type AnswerPath } from "../engine/index.ts";
import { askHref } from "./routes.ts";

/** Question id and subject of an answer's path: `network.places.fra.gateway` belongs to `network.places.gateway` at `fra`. */
export function placeOfAnswer(path: AnswerPath): { readonly question: string; readonly subject: string | undefined } {
  const [chapter = "", group = "", subject, ...key] = path.split(".");
  return key.length > 0 ? { question: [chapter, group, ...key].join("."), subject } : { question: path, subject: undefined };
}

/** Where the question of an answer stands; leads to the whole chapter for paths that no question has, such as lists. */
export function answerHref(planKey: string, path: AnswerPath): string {
  const { question: id, subject } = placeOfAnswer(path);
  const question = findQuestion(id);
  if (!question) return askHref(planKey, path.split(".")[0] ?? "project");
  return askHref(planKey, question.chapter, question.section, { at: subject, question: path });
}
