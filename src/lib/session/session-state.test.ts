import { describe, expect, it } from "vitest";
import { NO_ANSWERS } from "../../engine/index.ts";
import { freshState, HISTORY_LENGTH, reduce, type SessionAction, type SessionState } from "./session-state.ts";

const run = (state: SessionState, ...actions: readonly SessionAction[]) => actions.reduce(reduce, state);
const answer = (path: string, value: string | undefined): SessionAction => ({ type: "answer", path, value, label: path });
const fresh = freshState("Plan", NO_ANSWERS);

describe("history", () => {
  it("undoes and redoes one answer at a time", () => {
    const two = run(fresh, answer("dns.a", "1"), answer("dns.b", "2"));
    const one = run(two, { type: "undo" });
    expect(one.answers.given).toEqual({ "dns.a": "1" });
    expect(run(one, { type: "undo" }).answers).toEqual(NO_ANSWERS);
    expect(run(one, { type: "redo" }).answers.given).toEqual({ "dns.a": "1", "dns.b": "2" });
    expect(run(one, { type: "undo" }, { type: "redo" }, { type: "redo" })).toEqual(two);
  });

  it("forgets what was undone once something else is answered", () => {
    const state = run(fresh, answer("dns.a", "1"), { type: "undo" }, answer("dns.b", "2"));
    expect(state.future).toEqual([]);
    expect(run(state, { type: "redo" })).toBe(state);
  });

  it("stays as it is with nothing to undo", () => {
    expect(run(fresh, { type: "undo" })).toBe(fresh);
  });

  it("takes back what was typed into one field in one step, until the field is left", () => {
    const stroke = (value: string, typing: "first" | "continues"): SessionAction => ({ type: "answer", path: "dns.a", value, label: value, typing });
    const typed = run(fresh, stroke("s", "first"), stroke("se", "continues"), stroke("see", "continues"));
    expect(typed.past).toHaveLength(1);
    expect(typed.past.at(-1)?.label).toBe("see");
    expect(run(typed, { type: "undo" }).answers).toEqual(NO_ANSWERS);
    const again = run(typed, stroke("x", "first"), { type: "undo" });
    expect(again.answers.given).toEqual({ "dns.a": "see" });
    expect(run(typed, answer("dns.b", "1"), stroke("seed", "continues")).past).toHaveLength(3);
  });

  it("takes all answers of a fix back in one step", () => {
    const fix = { title: "Use NodePort", set: [{ path: "dns.a", value: "1" }, { path: "dns.b", value: true }] };
    const state = run(fresh, { type: "fix", fix });
    expect(state.answers.given).toEqual({ "dns.a": "1", "dns.b": true });
    expect(state.past.at(-1)?.label).toBe("Use NodePort");
    expect(run(state, { type: "undo" }).answers).toEqual(NO_ANSWERS);
  });

  it("takes away what a fix takes away, with its draft, and brings it back in the same step", () => {
    const before = run(fresh, answer("dns.a", "1"), answer("dns.b", "2"), { type: "draft", path: "dns.a", draft: { text: "1/", error: "" } });
    const state = run(before, { type: "fix", fix: { title: "Take 1 away", set: [{ path: "dns.b", value: "1" }], takeAway: ["dns.a"] } });
    expect(state.answers.given).toEqual({ "dns.b": "1" });
    expect(state.drafts).toEqual({});
    expect(run(state, { type: "undo" }).answers).toEqual(before.answers);
    expect(run(state, { type: "undo" }, { type: "redo" }).answers).toEqual(state.answers);
  });

  it("brings back everything said about a removed subject", () => {
    const before = run(fresh, { type: "add-subject", kind: "place", id: "fra", label: "" }, answer("network.places.fra.gateway", "10.0.0.1"));
    const removed = run(before, { type: "remove-subject", kind: "place", id: "fra", label: "" });
    expect(removed.answers).toEqual(NO_ANSWERS);
    expect(run(removed, { type: "undo" }).answers).toEqual(before.answers);
  });

  it("counts a new name as a step", () => {
    const state = run(fresh, { type: "rename", name: "Munich" });
    expect(state.name).toBe("Munich");
    expect(run(state, { type: "undo" }).name).toBe("Plan");
    expect(run(state, { type: "undo" }, { type: "redo" }).name).toBe("Munich");
  });

  it("keeps a bounded number of steps", () => {
    const many = Array.from({ length: HISTORY_LENGTH + 5 }, (_, at) => answer("dns.a", String(at)));
    expect(run(fresh, ...many).past).toHaveLength(HISTORY_LENGTH);
  });
});

describe("history of a large plan", () => {
  it("keeps fewer steps, but never fewer than ten", () => {
    const large = { ...NO_ANSWERS, given: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`dns.q${at}`, "x"])) };
    const many = Array.from({ length: 30 }, (_, at) => answer("dns.a", String(at)));
    expect(run(freshState("Large", large), ...many).past).toHaveLength(10);
  });
});

describe("open marks", () => {
  it("keep the last value for the day someone knows it", () => {
    const open = run(fresh, answer("dns.a", "1"), { type: "mark-open", path: "dns.a", mark: { owner: "dns" }, label: "" });
    expect(open.answers).toMatchObject({ given: { "dns.a": "1" }, open: { "dns.a": { owner: "dns" } } });
    expect(run(open, { type: "unmark-open", path: "dns.a", label: "" }).answers.open).toEqual({});
  });

  it("are one step to undo while their date is typed", () => {
    const due = (date: string, typing: "first" | "continues"): SessionAction => ({ type: "mark-open", path: "dns.a", mark: { due: date }, label: "", typing });
    const marked = run(fresh, answer("dns.a", "1"), due("2026-12-03", "first"), due("2027-12-03", "continues"));
    expect(marked.past).toHaveLength(2);
    expect(run(marked, { type: "undo" }).answers.open).toEqual({});
    expect(run(marked, { type: "answer", path: "dns.a", value: "2", label: "", typing: "continues" }).past).toHaveLength(3);
  });

  it("cannot be taken from a path that carries none", () => {
    expect(run(fresh, { type: "unmark-open", path: "dns.a", label: "" })).toBe(fresh);
  });
});

describe("drafts", () => {
  const draft = { text: "10.20.30.0/33", error: "The length ends at 32." };

  it("stay outside the answers and the history", () => {
    const state = run(fresh, { type: "draft", path: "dns.a", draft });
    expect(state.answers).toBe(NO_ANSWERS);
    expect(state.past).toEqual([]);
    expect(state.drafts).toEqual({ "dns.a": draft });
  });

  it("go when their question is answered, and only then", () => {
    const state = run(fresh, { type: "draft", path: "dns.a", draft }, answer("dns.b", "2"));
    expect(state.drafts).toEqual({ "dns.a": draft });
    expect(run(state, answer("dns.a", "1")).drafts).toEqual({});
  });
});

describe("drafts and the history", () => {
  const draft = { text: "10.20.31.0/99", error: "The length ends at 32." };
  const drafted = (path: string): SessionAction => ({ type: "draft", path, draft });

  it("go when undo or redo changes their question, and stay when it changes another", () => {
    const state = run(fresh, answer("dns.b", "1"), answer("dns.a", "2"), drafted("dns.a"), drafted("dns.b"));
    const undone = run(state, { type: "undo" });
    expect(undone.drafts).toEqual({ "dns.b": draft });
    expect(run(undone, drafted("dns.a"), { type: "redo" }).drafts).toEqual({ "dns.b": draft });
  });

  it("go with their subject, also when it goes by undo", () => {
    const added = run(fresh, { type: "add-subject", kind: "place", id: "place-1", label: "" }, drafted("network.places.place-1.gateway"), drafted("network.userClusterPods"));
    const gone = { "network.userClusterPods": draft };
    expect(run(added, { type: "remove-subject", kind: "place", id: "place-1", label: "" }).drafts).toEqual(gone);
    expect(run(added, { type: "undo" }).drafts).toEqual(gone);
  });
});
