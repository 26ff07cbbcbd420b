import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { AnswerPath } from "../kernel/outcome.ts";
import { LISTED_KINDS, type Answers, type AnswerValue, type OpenMark } from "./answers.ts";
import { chapters } from "./chapters/registry.ts";
import { GROUPS, pathOf, type Question } from "./question.ts";

/** Format version of the plan files this app writes. */
export const PLAN_FILE_FORMAT = 1;

/** Content of a plan file: plain data, ready for YAML or JSON. */
export interface PlanFileContent {
  readonly groundplan: number;
  readonly [chapter: string]: unknown;
}

/**
 * The content of the plan file for these answers, in one fixed order: chapters and questions as they are asked,
 * subjects as they were created. The same answers always give the same content.
 */
export function planFileContent(answers: Answers): PlanFileContent {
  const content: Record<string, unknown> = { groundplan: PLAN_FILE_FORMAT };
  for (const { id, questions } of chapters) {
    const chapter: Record<string, unknown> = givenOf(questions.plan, answers);
    for (const kind of LISTED_KINDS) {
      const each = answers.subjects[kind].map((subject) => [subject, givenOf(questions[kind], answers, subject)] as const);
      if (id === "infrastructure") {
        if (each.length > 0) chapter[GROUPS[kind]] = each.map(([subject, given]) => ({ id: subject, ...given }));
      } else {
        const filled = each.filter(([, given]) => Object.keys(given).length > 0);
        if (filled.length > 0) chapter[GROUPS[kind]] = Object.fromEntries(filled);
      }
    }
    if (Object.keys(chapter).length > 0) content[id] = chapter;
  }
  const open = openMarks(answers);
  if (open.length > 0) content["open"] = open;
  return content as PlanFileContent;
}

/** First 12 hex digits of the SHA-256 over the canonical plan file: its content as JSON without blanks, in UTF-8. */
export function planId(answers: Answers): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(planFileContent(answers))))).slice(0, 12);
}

function givenOf(list: readonly Question<unknown>[], answers: Answers, subject?: string): Record<string, AnswerValue> {
  const given: Record<string, AnswerValue> = {};
  for (const question of list) {
    const path = pathOf(question, subject);
    const value = Object.hasOwn(answers.given, path) ? answers.given[path] : undefined;
    if (value !== undefined) given[question.key] = value;
  }
  return given;
}

function openMarks(answers: Answers): readonly ({ readonly answer: AnswerPath } & OpenMark)[] {
  const paths = chapters.flatMap(({ questions }) => [
    ...questions.plan.map((question) => pathOf(question)),
    ...LISTED_KINDS.flatMap((kind) => questions[kind].flatMap((question) => answers.subjects[kind].map((subject) => pathOf(question, subject)))),
  ]);
  return paths.flatMap((path) => {
    const mark = Object.hasOwn(answers.open, path) ? answers.open[path] : undefined;
    if (!mark) return [];
    const { owner, due } = mark;
    return [{ answer: path, ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }) }];
  });
}
