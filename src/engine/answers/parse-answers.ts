import * as z from "zod";
import type { AnswerPath } from "../kernel/outcome.ts";
import { LISTED_KINDS, type Answers, type AnswerValue, type ListedKind, type OpenMark } from "./answers.ts";
import { chapterSchemas } from "./chapter-schema.ts";
import { chapters, findQuestion } from "./chapters/registry.ts";
import { GROUPS, pathOf } from "./question.ts";
import { PLAN_FILE_FORMAT } from "./plan-file.ts";
import { upgrades } from "./upgrades.ts";
import { questionAndSubject } from "../plan/subject-of.ts";

/** Something that was not taken over as it stood. */
export interface Notice {
  /** Where it stood, as a dotted path. */
  readonly path: string;
  readonly text: string;
  readonly kind: "dropped" | "upgraded";
}

/** Answers and what was changed on the way, or the reason why nothing could be read. */
export type ParsedAnswers =
  | { readonly kind: "answers"; readonly answers: Answers; readonly notices: readonly Notice[] }
  | { readonly kind: "refused"; readonly reason: string };

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

const openMark = z.strictObject({
  answer: z.string().max(200),
  owner: z.string().min(1).max(200).optional(),
  due: z.iso.date().optional(),
});

/**
 * Reads the content of a plan file. Everything in it is foreign until it fits the schema: what does not fit is dropped
 * and listed, and the rest is kept.
 */
export function parseAnswers(input: unknown): ParsedAnswers {
  if (!isPlain(input) || !Object.hasOwn(input, "groundplan")) {
    return { kind: "refused", reason: "This is no Groundplan plan: the first line `groundplan: 1` is missing." };
  }
  const format = input["groundplan"];
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) {
    return { kind: "refused", reason: `The format version \`${String(format)}\` is no whole number from 1 on.` };
  }
  if (format > PLAN_FILE_FORMAT) {
    return { kind: "refused", reason: `This plan has format ${format}; this app reads up to ${PLAN_FILE_FORMAT}. Open it in the newer app that wrote it.` };
  }
  const notices: Notice[] = [];
  let content: Plain = structuredCloneOf(input) as Plain;
  for (const upgrade of upgrades.slice(format - 1)) {
    content = upgrade.apply(content);
    notices.push({ path: "groundplan", text: upgrade.summary, kind: "upgraded" });
  }
  const { groundplan: _format, open, ...rest } = content;
  const given: Record<AnswerPath, AnswerValue> = {};
  const subjects: Record<ListedKind, string[]> = { place: [], cluster: [], datacenter: [] };
  for (const { id, questions } of chapters) {
    if (rest[id] === undefined) continue;
    const chapter = fit(id, rest[id], notices);
    if (!chapter) continue;
    for (const question of questions.plan) put(given, pathOf(question), chapter[question.key]);
    for (const kind of LISTED_KINDS) {
      const group = chapter[GROUPS[kind]];
      const entries = Array.isArray(group)
        ? (group as Plain[]).map((entry) => [String(entry["id"]), entry] as const)
        : (Object.entries(group ?? {}) as [string, Plain][]);
      for (const [subject, entry] of entries) {
        if (id === "infrastructure") {
          if (subjects[kind].includes(subject)) {
            notices.push({ path: `${id}.${GROUPS[kind]}.${subject}`, text: `A second entry with the id \`${subject}\`.`, kind: "dropped" });
            continue;
          }
          subjects[kind].push(subject);
        } else if (!subjects[kind].includes(subject)) {
          notices.push({ path: `${id}.${GROUPS[kind]}.${subject}`, text: `Nothing under infrastructure has the id \`${subject}\`.`, kind: "dropped" });
          continue;
        }
        for (const question of questions[kind]) put(given, pathOf(question, subject), entry[question.key]);
      }
    }
  }
  const strange = Object.keys(rest).filter((key) => !chapterSchemas.has(key));
  for (const key of strange) notices.push({ path: key, text: `No chapter is called \`${key}\`.`, kind: "dropped" });
  return { kind: "answers", answers: { subjects, given, open: parseMarks(open, subjects, notices) }, notices };
}

function put(given: Record<AnswerPath, AnswerValue>, path: AnswerPath, value: unknown): void {
  if (value !== undefined) given[path] = value as AnswerValue;
}

/** Fits a chapter to its schema; what does not fit is taken out, listed, and the rest is fitted again. */
function fit(id: string, raw: unknown, notices: Notice[]): Plain | undefined {
  const schema = chapterSchemas.get(id);
  if (!schema) return undefined;
  for (let round = 0; round < 4; round += 1) {
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    if (!isPlain(raw)) break;
    // Later entries of a list first, so that the positions of earlier ones still hold.
    for (const issue of result.error.issues.toReversed()) {
      const places = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      for (const place of places) {
        const answer = answerPlace(id, place.map(String));
        const text = issue.code === "unrecognized_keys" ? "No question has this name." : issue.message;
        takeOut(raw, answer);
        if (!notices.some((notice) => notice.path === [id, ...answer].join("."))) notices.push({ path: [id, ...answer].join("."), text, kind: "dropped" });
      }
    }
  }
  notices.push({ path: id, text: "This chapter could not be read.", kind: "dropped" });
  return undefined;
}

/** Cuts a place inside an answer back to the answer itself: a bad cell drops its whole answer, nothing less. */
function answerPlace(chapter: string, place: readonly string[]): readonly string[] {
  const grouped = (Object.values(GROUPS) as string[]).includes(place[0] ?? "");
  const isId = chapter === "infrastructure" && place[2] === "id";
  return place.slice(0, grouped ? (isId ? 2 : 3) : 1);
}

function takeOut(target: unknown, place: readonly string[]): void {
  const [head, ...tail] = place;
  if (head === undefined || typeof target !== "object" || target === null) return;
  if (tail.length > 0) takeOut((target as Plain)[head], tail);
  else if (Array.isArray(target)) target.splice(Number(head), 1);
  else Reflect.deleteProperty(target, head);
}

function parseMarks(raw: unknown, subjects: Readonly<Record<ListedKind, readonly string[]>>, notices: Notice[]): Record<AnswerPath, OpenMark> {
  const open: Record<AnswerPath, OpenMark> = {};
  if (raw === undefined) return open;
  const entries: readonly unknown[] = Array.isArray(raw) ? raw : [];
  if (!Array.isArray(raw)) notices.push({ path: "open", text: "The open answers are no list.", kind: "dropped" });
  for (const [at, entry] of entries.entries()) {
    const result = openMark.safeParse(entry);
    const known = result.success && isKnownPath(result.data.answer, subjects);
    if (!result.success || !known) {
      notices.push({ path: `open.${at}`, text: result.success ? `No question has the path \`${result.data.answer}\`.` : (result.error.issues[0]?.message ?? "Unreadable."), kind: "dropped" });
      continue;
    }
    const { answer, owner, due } = result.data;
    open[answer] = { ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }) };
  }
  return open;
}

function isKnownPath(path: AnswerPath, subjects: Readonly<Record<ListedKind, readonly string[]>>): boolean {
  const { question: id, subject } = questionAndSubject(path);
  const question = findQuestion(id);
  if (!question) return false;
  return question.subject === "plan" ? pathOf(question) === path : subjects[question.subject].includes(subject);
}

/** A deep copy of plain data; the engine's world has no structuredClone. */
function structuredCloneOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCloneOf);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, structuredCloneOf(entry)]));
}
