import type { AnswerPath } from "../kernel/outcome.ts";
import { LISTED_KINDS, type Answers, type AnswerValue, type ListedKind } from "./answers.ts";
import { chapterSchemas } from "./chapter-schema.ts";
import { chapters } from "./chapters/registry.ts";
import { misfit, NO_SENTENCE, quoted, strangeKey, told } from "./misfit.ts";
import type { Notice } from "./notice.ts";
import { parseMarks } from "./open-marks.ts";
import { GROUPS, pathOf } from "./question.ts";
import { PLAN_FILE_FORMAT } from "./plan-file.ts";
import { unaskedAnswers } from "./unasked.ts";
import { upgrades } from "./upgrades.ts";

export type { Notice } from "./notice.ts";

/** Answers and what was changed on the way, or the reason why nothing could be read. */
export type ParsedAnswers =
  | { readonly kind: "answers"; readonly answers: Answers; readonly notices: readonly Notice[] }
  | { readonly kind: "refused"; readonly reason: string };

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

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
    const inQuotes = typeof format === "string" && /^\d+$/.test(format);
    return { kind: "refused", reason: inQuotes ? `The format version stands between quotes. Write \`groundplan: ${format}\`, without them.` : `${told(format)} is no format version. Write \`groundplan: ${PLAN_FILE_FORMAT}\` in the first line.` };
  }
  if (format > PLAN_FILE_FORMAT) {
    return { kind: "refused", reason: `This plan has format ${format}; this app reads up to ${PLAN_FILE_FORMAT}. Open it in the newer app that wrote it.` };
  }
  const notices: Notice[] = [];
  let content: Plain = copyOf(input, [], notices) as Plain;
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
            notices.push({ path: `${id}.${GROUPS[kind]}.${subject}`, text: `The id ${quoted(subject)} stands here a second time. The first entry counts; give this one an id of its own.`, kind: "dropped" });
            continue;
          }
          subjects[kind].push(subject);
        } else if (!subjects[kind].includes(subject)) {
          notices.push({ path: `${id}.${GROUPS[kind]}.${subject}`, text: `Nothing under \`infrastructure\` has the id ${quoted(subject)}. Add it there, or remove these answers.`, kind: "dropped" });
          continue;
        }
        for (const question of questions[kind]) put(given, pathOf(question, subject), entry[question.key]);
      }
    }
  }
  const strange = Object.keys(rest).filter((key) => !chapterSchemas.has(key));
  for (const key of strange) notices.push({ path: key, text: `No chapter is called ${quoted(key)}. Check the spelling, or remove it.`, kind: "dropped" });
  const answers: Answers = { subjects, given, open: parseMarks(open, subjects, notices) };
  return { kind: "answers", answers, notices: [...notices, ...unaskedAnswers(answers)] };
}

function put(given: Record<AnswerPath, AnswerValue>, path: AnswerPath, value: unknown): void {
  if (value !== undefined) given[path] = value as AnswerValue;
}

/** Fits a chapter to its schema; what does not fit is taken out, listed, and the rest is fitted again. */
function fit(id: string, raw: unknown, notices: Notice[]): Plain | undefined {
  const schema = chapterSchemas.get(id);
  if (!schema) return undefined;
  if (!isPlain(raw)) {
    notices.push({ path: id, text: `${told(raw)} stands where the answers of this chapter belong. Write them below it, one line \`name: value\` for each.`, kind: "dropped" });
    return undefined;
  }
  for (let round = 0; round < 4; round += 1) {
    const result = schema.safeParse(raw, { error: () => NO_SENTENCE });
    if (result.success) return result.data;
    const listed = new Map<string, Notice>();
    // Later entries of a list first, so that the positions of earlier ones still hold.
    for (const issue of result.error.issues.toReversed()) {
      const faults = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [[...issue.path, key], strangeKey(key)] as const) : [[issue.path, misfit(id, issue, raw)] as const];
      for (const [place, text] of faults) {
        const answer = answerPlace(id, place.map(String));
        const key = answer.join(".");
        if (listed.has(key)) continue;
        listed.set(key, { ...named(id, answer, text, raw), kind: "dropped" });
        takeOut(raw, answer);
      }
    }
    notices.push(...[...listed.values()].toReversed());
  }
  notices.push({ path: id, text: "This chapter could not be read.", kind: "dropped" });
  return undefined;
}

/** An answer's place with the id of its place or cluster; an entry without an id is named by its number. */
function named(chapter: string, answer: readonly string[], text: string, raw: Plain): Pick<Notice, "path" | "text"> {
  const [group = "", at, ...key] = answer;
  if (chapter !== "infrastructure" || at === undefined) return { path: [chapter, ...answer].join("."), text };
  const entry: unknown = (raw[group] as readonly unknown[] | undefined)?.[Number(at)];
  const id = isPlain(entry) ? entry["id"] : undefined;
  if (typeof id === "string" && id !== "" && id.length <= 40) return { path: [chapter, group, id, ...key].join("."), text };
  return { path: [chapter, group, ...key].join("."), text: `Entry ${Number(at) + 1}: ${text}` };
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

/** A name that programs reserve; no library hands it on, so it is listed before any of them drops it in silence. */
const RESERVED = "__proto__";

/** A deep copy of plain data without reserved names; the engine's world has no structuredClone. */
function copyOf(value: unknown, place: readonly string[], notices: Notice[]): unknown {
  if (Array.isArray(value)) return value.map((entry, at) => copyOf(entry, [...place, String(at)], notices));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== RESERVED);
  if (Object.hasOwn(value, RESERVED)) notices.push({ path: [...place, RESERVED].join("."), text: `Programs reserve the name \`${RESERVED}\`. Choose another one, or remove it.`, kind: "dropped" });
  return Object.fromEntries(entries.map(([key, entry]) => [key, copyOf(entry, [...place, key], notices)]));
}
