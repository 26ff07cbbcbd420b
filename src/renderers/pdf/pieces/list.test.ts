import { expect, test } from "vitest";
import type { Block } from "../../../document/index.ts";
import { listPieces } from "./list.ts";

/** How far the items of a list of so many stand in. */
function indentOf(count: number, ordered: boolean): number {
  const seen = new Set<number>();
  listPieces(Array.from({ length: count }, (): readonly Block[] => [{ kind: "paragraph", spans: [] } as unknown as Block]), ordered, (_blocks, indent) => {
    seen.add(indent);
    return [];
  });
  return Math.max(...seen);
}

test("numbers of two and three digits have room before the words", () => {
  expect([9, 10, 100].map((count) => indentOf(count, true))).toEqual([15, 20.5, 26]);
  expect([9, 10, 100].map((count) => indentOf(count, false))).toEqual([15, 15, 15]);
});
