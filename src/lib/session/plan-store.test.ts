import { describe, expect, it, vi } from "vitest";
import { NO_ANSWERS } from "../../engine/index.ts";
import type { Ahead } from "../storage/ahead.ts";
import { PlanGone, type SavedPlan } from "../storage/saved-plan.ts";
import { PlanStore, type Shelf } from "./plan-store.ts";
import { freshState, type SessionAction } from "./session-state.ts";

const start: SavedPlan = { row: { key: "k", name: "Plan", updatedAt: 10, summary: {} }, state: freshState("Plan", NO_ANSWERS) };
const answer = (value: string): SessionAction => ({ type: "answer", path: "dns.zone", value, label: "Zone" });

/** A shelf in memory whose writes are finished by hand. */
function shelfInMemory() {
  const written: SavedPlan[] = [];
  const ahead: Ahead[] = [];
  const waiting: { readonly finish: () => void; readonly refuse: (cause?: Error) => void }[] = [];
  const shelf: Shelf = {
    read: () => Promise.resolve(written.at(-1)),
    write: (plan) =>
      new Promise((resolve, reject) => {
        waiting.push({
          finish: () => {
            written.push(plan);
            resolve();
          },
          refuse: (cause = new Error("The disk is full")) => reject(cause),
        });
      }),
    writeAhead: (note) => ahead.push(note),
    forgetAhead: () => ahead.splice(0),
    timeAfter: (before) => before + 1,
    summaryOf: ({ answers }) => ({ openPoints: Object.keys(answers.given).length }),
  };
  return { shelf, written, ahead, waiting };
}

describe("keeping a plan", () => {
  it("notes a change in the same turn and writes it after a short rest", async () => {
    const { shelf, written, ahead, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("example.com"));
    expect(ahead.at(-1)).toMatchObject({ name: "Plan", answers: { changed: { given: { "dns.zone": "example.com" }, open: {} } } });
    expect(store.view().saved).toBe("saving");
    expect(waiting).toHaveLength(0);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.finish();
    await store.flush();
    expect(store.view().saved).toBe("saved");
    expect(written.at(-1)?.row).toEqual({ key: "k", name: "Plan", updatedAt: 11, summary: { openPoints: 1 } });
  });

  it("writes changes that came meanwhile together, and the latest last", async () => {
    const { shelf, written, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("a"));
    void store.flush();
    for (const value of ["b", "c"]) store.dispatch(answer(value));
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
    const writing = store.flush();
    waiting[0]?.refuse();
    await writing;
    expect(store.view().saved).toBe("refused");
    store.dispatch(answer("b"));
    expect(store.view().saved).toBe("refused");
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.finish();
    await store.flush();
    expect(store.view().saved).toBe("saved");
  });
});

describe("the note of what is not written yet", () => {
  const title = (value: string): SessionAction => ({ type: "answer", path: "project.title", value, label: "Title" });

  it("holds every change since the last write that succeeded", async () => {
    const { shelf, ahead, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("a"));
    const writing = store.flush();
    store.dispatch(title("T"));
    expect(ahead.at(-1)?.answers).toEqual({ changed: { given: { "dns.zone": "a", "project.title": "T" }, open: {} } });
    waiting[0]?.finish();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    store.dispatch(answer("b"));
    expect(ahead.at(-1)?.answers).toEqual({ changed: { given: { "dns.zone": "b", "project.title": "T" }, open: {} } });
    waiting[1]?.finish();
    await vi.waitFor(() => expect(waiting).toHaveLength(3));
    waiting[2]?.finish();
    await writing;
    store.dispatch(answer("c"));
    expect(ahead.at(-1)?.answers).toEqual({ changed: { given: { "dns.zone": "c" }, open: {} } });
  });

  it.each(["refused", "ahead"] as const)("holds all answers while the shelf has nothing to build on: %s", async (why) => {
    const { shelf, ahead, waiting } = shelfInMemory();
    const store = new PlanStore({ ...start, [why]: true }, shelf);
    store.dispatch(answer("a"));
    expect(ahead.at(-1)?.answers).toEqual({ all: store.view().state.answers });
    const writing = store.flush();
    waiting[0]?.finish();
    await writing;
    store.dispatch(answer("b"));
    expect(ahead.at(-1)?.answers).toEqual({ changed: { given: { "dns.zone": "b" }, open: {} } });
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

describe("a plan that was deleted elsewhere", () => {
  it("is written no more, and stays here to be kept as another", async () => {
    const { shelf, ahead, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("a"));
    store.abandon();
    await store.flush();
    store.dispatch(answer("b"));
    store.setReadOnly(false);
    expect([waiting, ahead]).toEqual([[], []]);
    expect(store.view()).toMatchObject({ gone: true, readOnly: true, state: { answers: { given: { "dns.zone": "a" } } } });
  });

  it("is noticed by the write that finds no plan", async () => {
    const { shelf, waiting } = shelfInMemory();
    const store = new PlanStore(start, shelf);
    store.dispatch(answer("a"));
    const writing = store.flush();
    waiting[0]?.refuse(new PlanGone());
    await writing;
    expect(store.view()).toMatchObject({ gone: true, saved: "saving" });
  });
});
