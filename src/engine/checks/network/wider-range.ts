import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";

/** A range that is free, in place of one that has too few shares. */
export function widerRange(read: Reader, id: string, question: Question<string>): readonly Fix[] {
  const value = freeBlockOf(read, id);
  return value === undefined ? [] : [{ title: `Use ${value}`, set: [{ path: read.path(question), value }] }];
}
