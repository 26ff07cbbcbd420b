import { expect, test } from "vitest";
import type { FlowDraft } from "./flows/draft.ts";
import { partsOf, type Kinds } from "./parts.ts";

const kinds: Kinds = new Map([["n1", "nodes"], ["n2", "nodes"], ["w1", "workers"], ["w2", "workers"], ["dns", "dns"]]);
const row = (source: string, changes: Partial<FlowDraft> = {}): FlowDraft => ({ id: source, refs: ["E9"], source, destination: "dns", protocol: "TCP and UDP", ports: "53", reason: "Name resolution", lifetime: "operation", from: "test", why: "", ...changes });

test.each<[string, readonly FlowDraft[], readonly (readonly number[])[] | undefined]>([
  ["rows that differ in their machines alone are one", [row("n1"), row("n2")], undefined],
  ["a single row needs no second number", [row("n1")], undefined],
  ["machines of another kind are told apart", [row("n1"), row("w1"), row("n2"), row("w2")], [[0, 2], [1, 3]]],
  ["so are ports", [row("n1"), row("n2", { ports: "5353" })], [[0], [1]]],
  ["so are protocols", [row("n1"), row("n2", { protocol: "UDP" })], [[0], [1]]],
  ["so are reasons", [row("n1"), row("n2", { reason: "Something else" })], [[0], [1]]],
  ["so is how long a row stays", [row("n1"), row("n2", { lifetime: "installation" })], [[0], [1]]],
  ["so are hosts", [row("n1", { hosts: ["a.example.com"] }), row("n2", { hosts: ["b.example.com"] })], [[0], [1]]],
  ["so are rows of the reference", [row("n1"), row("n2", { refs: ["E9", "E10"] }), row("n1", { refs: ["E10"] })], [[0], [1], [2]]],
])("%s", (_name, rows, parts) => {
  expect(partsOf(rows, kinds)?.map((part) => part.map((one) => rows.indexOf(one)))).toEqual(parts);
});
