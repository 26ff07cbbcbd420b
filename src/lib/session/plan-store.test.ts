import { describe, expect, it, vi } from "vitest";
import { NO_ANSWERS } from "../../engine/index.ts";
import type { Ahead } from "../storage/ahead.ts";
import type { SavedPlan } from "../storage/saved-plans.ts";
import { PlanStore, type Shelf } from "./plan-store.ts";
import { freshState, type SessionAction } from "./session-state.ts";

const start: SavedPlan = { row: { key: "k", name: "Plan", updatedAt: 10, summary: {} }, state: freshState("Plan", NO_ANSWERS) };
const answer = (value: string): SessionAction => ({ type: "answer", path: "dns.zone", value, label: "Zone" });

/** A shelf in memory whose writes are finished by hand. */
function shelfInMemory() {
  const written: SavedPlan[] = [];
  const ahead: Ahead[] = [];
  const waiting: { readonly finish: () => void; readonly refuse: () => void }[] = [];
  const shelf: Shelf = {
    read: () => Promise.resolve(written.at(-1)),
    write: (plan) =>
      new Promise((resolve, reject) => {
        waiting.push({
          finish: () => {
            written.push(plan);
            resolve();
          },
          refuse: () => reject(new Error("The disk is full")),
        });
      }),
    writeAhead: (note) => ahead.push(note),
    timeAfter: (before) => before + 1,
    summaryOf: ({ answers }) => ({ openPoints: Object.keys(answers.given).length }),
  };
  return { shelf, written, ahead, waiting };
}

describe("keeping a plan", () => {
  it("notes a change in the same turn and writes it at once", async () => {
    const { shelf, written, ahead, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("example.com"));
    expect(ahead.at(-1)?.state.answers.given).toEqual({ "dns.zone": "example.com" });
    expect(store.view().saved).toBe("saving");
    expect(waiting).toHaveLength(1);
    waiting[0]?.finish();
    await store.flush();
    expect(store.view().saved).toBe("saved");
    expect(written.at(-1)?.row).toEqual({ key: "k", name: "Plan", updatedAt: 11, summary: { openPoints: 1 } });
  });

  it("writes changes that came meanwhile together, and the latest last", async () => {
    const { shelf, written, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    for (const value of ["a", "b", "c"]) store.dispatch(answer(value));
    expect(waiting).toHaveLength(1);
    waiting[0]?.finish();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    expect(store.view().saved).toBe("saving");
    waiting[1]?.finish();
    await store.flush();
    expect(written.map(({ state }) => state.answers.given["dns.zone"])).toEqual(["a", "c"]);
    expect(store.view().saved).toBe("saved");
  });

  it("says when the browser refuses, and tries again with the next change", async () => {
    const { shelf, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("a"));
    waiting[0]?.refuse();
    await store.flush();
    expect(store.view().saved).toBe("refused");
    store.dispatch(answer("b"));
    expect(store.view().saved).toBe("refused");
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.finish();
    await store.flush();
    expect(store.view().saved).toBe("saved");
  });
});

describe("a plan that another tab writes", () => {
  it("cannot be changed here", () => {
    const { shelf, ahead } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.setReadOnly(true);
    store.dispatch(answer("a"));
    expect(store.view().state).toBe(start.state);
    expect(ahead).toEqual([]);
  });

  it("follows what the other tab wrote, but never an older state", async () => {
    const { shelf, written } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    written.push({ row: { ...start.row, updatedAt: 9 }, state: freshState("Older", NO_ANSWERS) });
    await store.reload();
    expect(store.view().state.name).toBe("Plan");
    written.push({ row: { ...start.row, updatedAt: 12 }, state: freshState("Newer", NO_ANSWERS) });
    await store.reload();
    expect(store.view().state.name).toBe("Newer");
  });
});
