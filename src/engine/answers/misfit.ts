import type * as z from "zod";
import { findQuestion } from "./chapters/registry.ts";
import { GROUPS, type Question } from "./question.ts";
import { looksLikeSecret } from "./secrets.ts";

/** Given to the parser in place of its own words, so that every sentence people read is one of ours. */
export const NO_SENTENCE = "\u0000";

/** Longest value that is repeated in a sentence, in characters. */
const LONGEST = 60;

/** Which ids places, platform clusters and datacenters may have. */
const ID_RULE = "Ids are made of lower-case letters, digits and hyphens, at most 40.";

/** Why a value did not fit its question: field, value and way out. `place`: where in the chapter, `raw`: the chapter. */
export function misfit(chapter: string, issue: z.core.$ZodIssue, raw: unknown): string {
  const place = issue.path.map(String);
  const value = valueAt(raw, place);
  const field = fieldOf(chapter, place);
  const sentence = issue.message === NO_SENTENCE ? ownSentence(issue, place, value) : withValue(issue.message, value);
  return field === undefined ? sentence : `${field}: ${sentence}`;
}

/** A sentence for a key that no question has. */
export const strangeKey = (key: string): string => `No question is called ${quoted(key)} here. Check the spelling, or remove the line.`;

function ownSentence(issue: z.core.$ZodIssue, place: readonly string[], value: unknown): string {
  if (issue.code === "invalid_key") return `${quoted(place.at(-1) ?? "")} is no id. ${ID_RULE}`;
  if (issue.code === "invalid_format") return `${told(value)} is no id. ${ID_RULE}`;
  if (issue.code !== "invalid_type") return `${told(value)} does not fit. Remove the line and answer the question in the app.`;
  if (value === undefined) return place.at(-1) === "id" ? "The entry has no id. Add a line `id:` to it." : "The value is missing. Add it, or remove its row.";
  if (value === null) return "Nothing stands here. Write the answer, or remove the line.";
  return wrongType(issue.expected, value);
}

function wrongType(expected: string, value: unknown): string {
  switch (expected) {
    case "string":
      return typeof value === "object" ? `${told(value)} stands where one text belongs. Write the text.` : `${told(value)} is a ${typeof value === "boolean" ? "yes or no" : "number"}, not a text. Put it between quotes.`;
    case "number":
    case "int":
      return typeof value === "string" && /^\d+$/.test(value) ? `${told(value)} stands between quotes. Write the number without them.` : `${told(value)} is no number. Write a whole number.`;
    case "boolean":
      return `${told(value)} is neither \`true\` nor \`false\`. Write one of the two, without quotes.`;
    case "array":
      return `${told(value)} is no list. Write each entry on a line of its own that begins with \`- \`.`;
    default:
      return `${told(value)} stands where a group of answers belongs. Write them below it, one line \`name: value\` for each.`;
  }
}

/** A sentence of the question's own, which the form shows beside the field; here the value must be named. */
function withValue(sentence: string, value: unknown): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  const printable = text !== undefined && text !== "" && text.length <= LONGEST && !looksLikeSecret(text) && !/[\u0000-\u001f\u007f]/.test(text);
  return !printable || sentence.includes("`") ? sentence : `${quoted(text)} does not fit. ${sentence}`;
}

/** A foreign value in words. */
export function told(value: unknown): string {
  if (value === undefined || value === null) return "Nothing";
  if (Array.isArray(value)) return "A list";
  if (typeof value === "object") return "A group";
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}

export const quoted = (text: string): string => (looksLikeSecret(text) ? "This text" : `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``);

/** "BGP peers, row 2, AS number": the question's name and the cell. */
function fieldOf(chapter: string, place: readonly string[]): string | undefined {
  const listed = (Object.values(GROUPS) as string[]).includes(place[0] ?? "");
  const key = listed ? place[2] : place[0];
  const question = key === undefined ? undefined : findQuestion(listed ? `${chapter}.${place[0] ?? ""}.${key}` : `${chapter}.${key}`);
  if (!question) return undefined;
  const [row, column] = place.slice(listed ? 3 : 1);
  return [question.short, ...(row === undefined ? [] : [`${question.control.type === "table" ? "row" : "entry"} ${Number(row) + 1}`]), ...(column === undefined ? [] : [columnOf(question, column)])].join(", ");
}

const columnOf = ({ control }: Question<unknown>, key: string): string => (control.type === "table" ? control.columns.find((column) => column.key === key)?.label : undefined) ?? quoted(key);

function valueAt(raw: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined), raw);
}
