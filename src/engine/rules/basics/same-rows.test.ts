import { describe, expect, it } from "vitest";
import { sameRows } from "./same-rows.ts";

describe("sameRows", () => {
  const numbered = sameRows((row: { readonly id: string }, order: { readonly at: number }) => ({ ...row, ...order }));
  const row = { id: "a" };

  it("gives the same object while row and addition stay the same", () => {
    expect(numbered(row, { at: 1 })).toBe(numbered(row, { at: 1 }));
  });

  it("compares each of several additions by what it holds", () => {
    const dated = sameRows(({ id }: { readonly id: string }, day: string, after: readonly string[]) => ({ id, day, after }));
    const first = dated(row, "2026-12-03", ["b"]);
    expect(dated(row, "2026-12-03", ["b"])).toBe(first);
    expect(dated(row, "2026-12-03", ["c"])).toEqual({ id: "a", day: "2026-12-03", after: ["c"] });
  });

  it("makes another for another addition or another row", () => {
    const first = numbered(row, { at: 1 });
    expect(numbered(row, { at: 2 })).toEqual({ id: "a", at: 2 });
    expect(numbered({ id: "a" }, { at: 1 })).not.toBe(first);
  });
});
