import { expect, test } from "vitest";
import type { AddressRange } from "../../plan/plan.ts";
import { parseBlock } from "../../values/range.ts";
import { hiddenVerdict, linkVerdict, partnerVerdict, type Claimed } from "./overlap-verdicts.ts";

/** A range of a place; workers behind a router that translates show none of their addresses outside. */
function claimed(kind: AddressRange["kind"], translated = false): Claimed {
  const range = parseBlock("10.20.0.0/24");
  if (!range) throw new Error("A block must be readable");
  return { range, row: { id: `range.${kind}`, title: kind, text: "10.20.0.0/24", kind, ...(translated ? { translated } : {}), from: "test", why: "" } as AddressRange };
}

const [workers, hidden, pool] = [claimed("worker-network"), claimed("worker-network", true), claimed("pool")];

test("networks of two places whose traffic is routed share no address", () => {
  expect(linkVerdict(workers, workers)?.severity).toBe("blocker");
  expect(linkVerdict(workers, pool)?.reason).toMatch(/^Traffic of the platform is routed between both places/);
});

test.each([
  ["the network first", hidden, pool],
  ["the block first", pool, hidden],
])("workers behind a router that translates never reach virtual addresses of their own network, %s", (_name, first, second) => {
  expect(linkVerdict(first, second)).toEqual(hiddenVerdict());
});

test("whatever else repeats their network is told apart by the router", () => {
  expect([linkVerdict(hidden, workers), linkVerdict(workers, hidden), linkVerdict(hidden, hidden)]).toEqual([undefined, undefined, undefined]);
  expect([partnerVerdict(hidden, workers, "the vCenter"), partnerVerdict(workers, hidden, "the vCenter")]).toEqual([undefined, undefined]);
  expect(partnerVerdict(workers, workers, "the vCenter")?.reason).toBe("Machines of both talk with the vCenter, and its answers cannot be routed to two places.");
});
