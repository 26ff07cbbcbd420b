import * as z from "zod";
import { GROUPS, type Question } from "./question.ts";
import { LISTED_KINDS } from "./answers.ts";
import { SUBJECT_ID } from "./kinds.ts";
import { chapters, type ChapterEntry } from "./chapters/registry.ts";

const fieldsOf = (list: readonly Question<unknown>[]): Record<string, z.ZodType> =>
  Object.fromEntries(list.map((question) => [question.key, question.schema.optional()]));

/**
 * The schema of one chapter as it stands in a plan file. Every answer may be missing. Places, platform clusters and
 * datacenters are lists in the infrastructure chapter, where their order and ids live, and maps by id elsewhere.
 */
export function chapterSchema(chapter: ChapterEntry): z.ZodObject {
  const fields = fieldsOf(chapter.questions.plan);
  for (const kind of LISTED_KINDS) {
    const list = chapter.questions[kind];
    const id = z.string().regex(SUBJECT_ID);
    if (chapter.id === "infrastructure") fields[GROUPS[kind]] = z.array(z.strictObject({ id, ...fieldsOf(list) })).optional();
    else if (list.length > 0) fields[GROUPS[kind]] = z.record(id, z.strictObject(fieldsOf(list))).optional();
  }
  return z.strictObject(fields);
}

/** Schemas of all chapters, shared by form, file, link and command line. */
export const chapterSchemas: ReadonlyMap<string, z.ZodObject> = new Map(chapters.map((chapter) => [chapter.id, chapterSchema(chapter)]));
