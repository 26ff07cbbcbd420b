import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import { freeBlockNear } from "../../rules/addresses/free-block.ts";
import { parseBlock, prefixFor } from "../../values/range.ts";

/** A range that is free, in place of one that has too few shares. */
export function widerRange(read: Reader, id: string, question: Question<string>, mask: number, nodes: number): readonly { readonly title: string; readonly set: readonly { readonly path: string; readonly value: string }[] }[] {
  const block = parseBlock(read.answer(question));
  const value = block && freeBlockNear(read, id, block, Math.min(block.prefix, mask - (block.family === 4 ? 32 : 128) + prefixFor(BigInt(nodes), block.family)));
  return value === undefined ? [] : [{ title: `Use ${value}`, set: [{ path: read.path(question), value }] }];
}
