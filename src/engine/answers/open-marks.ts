import * as z from "zod";
import type { AnswerPath } from "../kernel/outcome.ts";
import { questionAndSubject } from "../plan/subject-of.ts";
import type { ListedKind, OpenMark } from "./answers.ts";
import { findQuestion } from "./chapters/registry.ts";
import { quoted, told } from "./misfit.ts";
import type { Notice } from "./notice.ts";
import { pathOf } from "./question.ts";

type Subjects = Readonly<Record<ListedKind, readonly string[]>>;

const PARTS = {
  owner: { schema: z.string().min(1).max(200), fault: "is no owner. Write a team or a name, between quotes where it is a number." },
  due: { schema: z.iso.date(), fault: "is no date. Write it like 2026-12-03." },
} as const;

/** Reads who will know which answer. A part that cannot be read goes alone: the answer stays open. */
export function parseMarks(raw: unknown, subjects: Subjects, notices: Notice[]): Record<AnswerPath, OpenMark> {
  const open: Record<AnswerPath, OpenMark> = {};
  if (raw === undefined) return open;
  const drop = (path: string, text: string) => notices.push({ path, text, kind: "dropped" });
  if (!Array.isArray(raw)) {
    drop("open", `${told(raw)} is no list. Write each open answer as an entry that begins with \`- answer:\`.`);
    return open;
  }
  for (const [at, entry] of (raw as readonly unknown[]).entries()) {
    const content = typeof entry === "object" && entry !== null && !Array.isArray(entry) ? (entry as Record<string, unknown>) : undefined;
    const answer = content?.["answer"];
    if (typeof answer !== "string") drop("open", `Entry ${at + 1} does not say which answer is open. Begin it with \`- answer:\` and the path of the answer.`);
    else if (!isKnownPath(answer, subjects)) drop(`open ${quotedPath(answer)}`, `No question has the path ${quoted(answer)}. Check the spelling, or remove the entry.`);
    else if (Object.hasOwn(open, answer)) drop(`open ${answer}`, `Entry ${at + 1} marks ${quoted(answer)} as open once more. The first entry counts; remove one of the two.`);
    else open[answer] = markOf(content ?? {}, (text) => drop(`open ${answer}`, text));
  }
  return open;
}

function markOf({ answer: _answer, ...parts }: Record<string, unknown>, drop: (text: string) => void): OpenMark {
  const mark: { owner?: string; due?: string } = {};
  for (const [key, value] of Object.entries(parts)) {
    if (key !== "owner" && key !== "due") {
      drop(`${quoted(key)} is no part of an open answer. Write \`answer\`, \`owner\` and \`due\` only.`);
      continue;
    }
    const { schema, fault } = PARTS[key];
    const result = schema.safeParse(value);
    if (result.success) mark[key] = result.data;
    else drop(`\`${key}\`: ${told(value)} ${fault}`);
  }
  return mark;
}

const quotedPath = (path: string): string => (path.length > 100 ? `${path.slice(0, 100)}…` : path);

function isKnownPath(path: AnswerPath, subjects: Subjects): boolean {
  const { question: id, subject } = questionAndSubject(path);
  const question = findQuestion(id);
  if (!question) return false;
  return question.subject === "plan" ? pathOf(question) === path : subjects[question.subject].includes(subject);
}
