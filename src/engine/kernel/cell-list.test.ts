import { describe, expect, it } from "vitest";
import { CellList } from "./cell-list.ts";
import type { Cell } from "./outcome.ts";

const cell = (rule: string) => ({ outcome: { kind: "known", value: rule } }) as Cell<string>;
const held = (list: CellList) => list.all.map(({ outcome }) => (outcome.kind === "known" ? outcome.value : outcome.kind)).join(" ");

describe("a list of cells", () => {
  it("keeps what it held when others are made of it", () => {
    const first = new CellList([cell("a"), cell("b"), cell("c")]);
    const second = first.with(new Map([[1, cell("B")]]));
    const third = second.with(new Map([[0, cell("A")], [1, cell("β")]]));
    expect([first, second, third].map(held)).toEqual(["a b c", "a B c", "A β c"]);
  });

  it("may have two others made of it, of which neither notices the other", () => {
    const first = new CellList([cell("a"), cell("b")]);
    const second = first.with(new Map([[0, cell("A")]]));
    const beside = first.with(new Map([[1, cell("B")]]));
    expect([first, second, beside].map(held)).toEqual(["a b", "A b", "a B"]);
  });
});
