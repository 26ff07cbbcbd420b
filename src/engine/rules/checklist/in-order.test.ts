import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

const item = (id: string, ...dependsOn: readonly string[]) => ({ id, dependsOn, shownWith: [] as readonly string[] });
const ids = (...items: readonly ReturnType<typeof item>[]) => inOrder(items).map(({ id }) => id).join(" ");

test.each<[string, string, string]>([
  ["no item", ids(), ""],
  ["items that wait for earlier ones", ids(item("a"), item("b", "a"), item("c")), "a b c"],
  ["one that waits for a later one", ids(item("a", "c"), item("b"), item("c"), item("d")), "b c a d"],
  ["one that waits for that one in turn", ids(item("a", "c"), item("b", "a"), item("c"), item("d")), "c a b d"],
  ["two that wait for the same one", ids(item("a", "c"), item("b", "c"), item("c")), "c a b"],
  ["one that is shown with a later one", ids({ ...item("a"), shownWith: ["c"] }, item("b"), item("c")), "b c a"],
  ["items that wait for each other", ids(item("a", "b"), item("b", "a"), item("c")), "c a b"],
])("%s", (_name, found, expected) => {
  expect(found).toBe(expected);
});
