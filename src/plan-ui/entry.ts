import * as z from "zod";
import { looksLikeSecret, type AnswerValue, type Control, type Question } from "../engine/index.ts";
import { plainText } from "./plain-text.ts";
import { tidyBlock, tidyRange, tidyRanges } from "./tidy.ts";

/** What a field of the form holds: text, or rows of texts for a table. */
export type Row = Readonly<Record<string, string>>;
export type Entry = string | readonly Row[];

/** A typed entry, read. `empty` takes the answer away; `secret` must not be kept anywhere. */
export type Reading =
  | { readonly kind: "value"; readonly value: AnswerValue }
  | { readonly kind: "empty" }
  | { readonly kind: "malformed"; readonly secret: boolean; readonly error: string };

const SECRET = "This looks like a secret. It was not kept. Write where it is stored instead.";

/** An answer as its field shows it. */
export function entryOf(control: Control, value: AnswerValue | undefined): Entry {
  if (control.type === "table") {
    return (Array.isArray(value) ? (value as readonly { readonly [key: string]: AnswerValue }[]) : []).map((row) =>
      Object.fromEntries(control.columns.map(({ key }) => [key, row[key] === undefined ? "" : plainText(row[key])])),
    );
  }
  return value === undefined ? "" : plainText(value);
}

/** Whether nothing is written. */
function isEmpty(entry: Entry): boolean {
  return typeof entry === "string" ? entry.trim() === "" : entry.every((row) => Object.values(row).every((text) => text.trim() === ""));
}

/**
 * The schema of a question's field: takes what is typed, gives the answer, or undefined where nothing is typed. Issues
 * carry paths into the entry, so that the cell of a table shows its own error.
 */
export function entrySchema<E extends Entry>(question: Pick<Question<unknown>, "control" | "schema">): z.ZodType<AnswerValue | undefined, E> {
  const { control, schema } = question;
  return z.custom<E>().transform((entry, context): AnswerValue | undefined => {
    if (isEmpty(entry)) return undefined;
    if (hasSecret(entry)) {
      context.issues.push({ code: "custom", message: SECRET, input: entry, params: { secret: true } });
      return z.NEVER;
    }
    const missing = missingCells(control, entry);
    const result = schema.safeParse(rawOf(control, entry));
    if (result.success) return result.data as AnswerValue;
    const isMissing = (path: readonly PropertyKey[]) => missing.some((cell) => cell.path.join() === path.join());
    for (const issue of result.error.issues) {
      const path = control.type === "table" ? originalPath(entry, issue.path) : [];
      if (!isMissing(path)) context.issues.push({ code: "custom", message: issue.message, input: entry, path });
    }
    for (const { path, message } of missing) context.issues.push({ code: "custom", message, input: entry, path });
    return z.NEVER;
  });
}

/** Reads an entry: value, nothing, or malformed. */
export function readEntry(question: Pick<Question<unknown>, "control" | "schema">, entry: Entry): Reading {
  const result = entrySchema(question).safeParse(entry);
  if (!result.success) return { kind: "malformed", secret: hasSecret(entry), error: result.error.issues[0]?.message ?? "This cannot be read." };
  return result.data === undefined ? { kind: "empty" } : { kind: "value", value: result.data };
}

/** Whether the question takes an empty list, which says that there is none. */
export function takesNone({ control, schema }: Pick<Question<unknown>, "control" | "schema">): boolean {
  return (control.type === "list" || control.type === "table") && schema.safeParse([]).success;
}

function hasSecret(entry: Entry): boolean {
  return typeof entry === "string" ? looksLikeSecret(entry) : entry.some((row) => Object.values(row).some(looksLikeSecret));
}

function rawOf(control: Control, entry: Entry): unknown {
  if (typeof entry !== "string") return control.type === "table" ? filled(entry).map((row) => rawRow(control, row)) : undefined;
  const text = entry.trim();
  switch (control.type) {
    case "integer":
      return /^[+-]?\d[\d,\u00a0\u202f ]*$/.test(text) ? Number(text.replace(/[^\d+-]/g, "")) : text;
    case "yes-no":
      return text === "true" ? true : text === "false" ? false : text;
    case "block":
      return tidyBlock(text);
    case "range":
      return tidyRange(text);
    case "list":
    case "choices":
      return (control.type === "list" && control.of === "range" ? tidyRanges(text) : text).split(control.type === "list" && control.of === "text" ? /\n/ : /[\s,;]+/).map((line) => line.trim()).filter(Boolean);
    default:
      return text;
  }
}

function rawRow(control: Control & { type: "table" }, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    control.columns.flatMap(({ key, control: cell }) => {
      const text = row[key] ?? "";
      return text.trim() === "" ? [] : [[key, rawOf(cell, text)]];
    }),
  );
}

const isFilled = (row: Row): boolean => Object.values(row).some((text) => text.trim() !== "");
const filled = (rows: readonly Row[]): readonly Row[] => rows.filter(isFilled);

/** Required cells of begun rows that are still empty, said by the name of their column. */
function missingCells(control: Control, entry: Entry): readonly { readonly path: (string | number)[]; readonly message: string }[] {
  if (control.type !== "table" || typeof entry === "string") return [];
  return entry.flatMap((row, at) =>
    isFilled(row)
      ? control.columns.flatMap(({ key, label, required }) =>
          required && (row[key] ?? "").trim() === "" ? [{ path: [at, key], message: `“${label}” is still empty in row ${at + 1}.` }] : [],
        )
      : [],
  );
}

/** Path of an issue among the filled rows, as a path among all rows. */
function originalPath(entry: Entry, path: readonly PropertyKey[]): PropertyKey[] {
  const [at, ...rest] = path;
  if (typeof entry === "string" || typeof at !== "number") return [...path];
  const positions = entry.flatMap((row, position) => (isFilled(row) ? [position] : []));
  return [positions[at] ?? at, ...rest];
}
