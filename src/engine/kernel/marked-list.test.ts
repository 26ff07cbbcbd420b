import { expect, test } from "vitest";
import { MarkedList, type Markable } from "./marked-list.ts";

const entry = (id: string): Markable & { readonly id: string } => ({ id, mark: 0 });

test("lists that are filled at the same time hold each entry once, in the order in which it came", () => {
  const [a, b, c] = [entry("a"), entry("b"), entry("c")];
  const outer = new MarkedList<typeof a>();
  const inner = new MarkedList<typeof a>();
  outer.add(a);
  outer.add(b);
  inner.add(b);
  inner.add(a);
  outer.add(a);
  outer.add(c);
  outer.add(b);
  expect(outer.list).toEqual([a, b, c]);
  expect(inner.list).toEqual([b, a]);
});

test("a list goes on after it was looked at", () => {
  const [a, b] = [entry("a"), entry("b")];
  const list = new MarkedList<typeof a>();
  expect(list.list).toEqual([]);
  list.add(a);
  expect(list.list).toEqual([a]);
  list.add(a);
  list.add(b);
  expect(list.list).toEqual([a, b]);
});
