import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { seenBy, TestSession } from "../../../tests/support/test-session.tsx";
import { withAnswer, type Answers } from "../../engine/index.ts";
import type { Draft } from "../../lib/session/index.ts";
import { askedAt } from "../../plan-ui/layout.ts";
import { QuestionCard } from "./question-card.tsx";

const reference = starterAnswers("reference-setup");
const POOL = "loadBalancer.clusters.seed.pool";
const PEERS = "loadBalancer.clusters.seed.peers";
const STRATEGY = "loadBalancer.exposeStrategy";

function show(path: string, answers: Answers = reference, drafts: Readonly<Record<string, Draft>> = {}) {
  const seen = seenBy(answers);
  const store = () => seen.store!;
  const view = render(
    <TestSession answers={answers} drafts={drafts} seen={seen}>
      <QuestionCard asked={askedAt(path)!} />
    </TestSession>,
  );
  return { seen, store, ...view };
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a field", () => {
  const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Which block holds the virtual addresses?" });

  it("commits what can be read at once, in canonical form", () => {
    const { seen } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.30.0 255.255.255.224" } });
    expect(seen.state.answers.given[POOL]).toBe("10.20.30.0/27");
    expect(field().value).toBe("10.20.30.0 255.255.255.224");
  });

  it("complains when it is left, keeps the text as a draft and the answer as it was", async () => {
    const { seen } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.30.0/33" } });
    expect(screen.queryByText(/the length ends at 32/)).toBeNull();
    fireEvent.blur(field());
    await screen.findByText(/the length ends at 32/);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(seen.state.drafts[POOL]).toEqual({ text: "10.20.30.0/33", error: "`10.20.30.0/33` is no block: the length ends at 32." });
    expect(seen.state.answers.given[POOL]).toBe("10.20.30.0/28");
  });

  it("keeps malformed text on every stroke, and complains after a rest of 800 milliseconds", async () => {
    vi.useFakeTimers();
    const { seen } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.30.0/3" } });
    fireEvent.change(field(), { target: { value: "10.20.30.0/33" } });
    expect(seen.state.drafts[POOL]).toEqual({ text: "10.20.30.0/33", error: "`10.20.30.0/33` is no block: the length ends at 32." });
    await act(() => vi.advanceTimersByTimeAsync(799));
    expect(screen.queryByText(/the length ends at 32/)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(screen.getByText(/the length ends at 32/)).toBeDefined();
  });

  it("shows the answer again, without a complaint, when undo takes back what a draft replaced", async () => {
    const { seen, store } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.31.0/28" } });
    fireEvent.blur(field());
    fireEvent.change(field(), { target: { value: "10.20.31.0/99" } });
    fireEvent.blur(field());
    await screen.findByText(/the length ends at 32/);
    act(() => store().dispatch({ type: "undo" }));
    expect(field().value).toBe("10.20.30.0/28");
    expect(screen.queryByText(/the length ends at 32/)).toBeNull();
    expect(seen.state.drafts).toEqual({});
  });

  it("lets go of a draft that a fix replaces by the answer of before", () => {
    const { store } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.31.0/99" } });
    act(() => store().dispatch({ type: "fix", fix: { title: "Keep it", set: [{ path: POOL, value: "10.20.30.0/28" }] } }));
    expect(field().value).toBe("10.20.30.0/28");
  });

  it("comes back with draft and error", async () => {
    show(POOL, reference, { [POOL]: { text: "10.20.30.5/28", error: "x" } });
    await screen.findByText(/Write the block itself/);
    expect(field().value).toBe("10.20.30.5/28");
  });

  it("offers the network that holds the text", async () => {
    const { seen } = show(POOL, reference, { [POOL]: { text: "10.20.30.21/28", error: "x" } });
    fireEvent.click(await screen.findByRole("button", { name: "Use 10.20.30.16/28" }));
    expect(seen.state.answers.given[POOL]).toBe("10.20.30.16/28");
    expect(seen.state.drafts).toEqual({});
  });

  it("keeps a secret nowhere", async () => {
    const { seen, container } = show(POOL);
    fireEvent.change(field(), { target: { value: "password: correct-horse" } });
    await screen.findByText(/looks like a secret/);
    fireEvent.blur(field());
    expect(container.innerHTML).not.toContain("correct-horse");
    expect(JSON.stringify(seen.state)).not.toContain("correct-horse");
  });

  it("keeps a draft when the card goes before the complaint", () => {
    const { seen, rerender } = show(POOL);
    fireEvent.change(field(), { target: { value: "10.20.30.0/33" } });
    rerender(
      <TestSession answers={reference} seen={seen}>
        <p>Another page</p>
      </TestSession>,
    );
    expect(seen.state.drafts[POOL]?.text).toBe("10.20.30.0/33");
  });

  it("takes an answer away with its text", () => {
    const { seen } = show(POOL);
    fireEvent.change(field(), { target: { value: "" } });
    expect(Object.hasOwn(seen.state.answers.given, POOL)).toBe(false);
  });

  it("is one step to undo, however many strokes", () => {
    const { seen } = show("project.customer");
    const customer = screen.getByRole("textbox", { name: "Who is the plan for?" });
    for (const value of ["N", "Ne", "New"]) fireEvent.change(customer, { target: { value } });
    expect(seen.state.past).toHaveLength(1);
    fireEvent.blur(customer);
    fireEvent.change(customer, { target: { value: "Newer" } });
    expect(seen.state.past).toHaveLength(2);
  });

  it("makes its block longer and shorter with the arrow keys", () => {
    const { seen } = show(POOL);
    fireEvent.keyDown(field(), { key: "ArrowDown" });
    expect(seen.state.answers.given[POOL]).toBe("10.20.30.0/27");
  });
});

describe("not known yet", () => {
  it("asks who and when, and gives the last value back", () => {
    const { seen } = show(POOL);
    fireEvent.click(screen.getByRole("button", { name: "Not known yet" }));
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "network" });
    fireEvent.change(screen.getByLabelText("Who will know?"), { target: { value: "dns" } });
    fireEvent.change(screen.getByLabelText("By when?"), { target: { value: "2026-12-03" } });
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "dns", due: "2026-12-03" });
    expect(screen.getByText(/Until then the plan uses nothing; \d+ values wait/)).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "I know it" }));
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("10.20.30.0/28");
  });

  it("is one step to undo while the date is typed, and takes no day far from now", () => {
    const { seen } = show(POOL);
    fireEvent.click(screen.getByRole("button", { name: "Not known yet" }));
    const due = screen.getByLabelText<HTMLInputElement>("By when?");
    for (const value of ["0002-12-03", "0020-12-03", "0202-12-03"]) fireEvent.change(due, { target: { value } });
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "network" });
    expect(due.value).toBe("0202-12-03");
    fireEvent.blur(due);
    expect(screen.getByText(/lies outside the years 2000 to 2100/)).toBeDefined();
    for (const value of ["2026-12-03", "2026-12-04"]) fireEvent.change(due, { target: { value } });
    expect(screen.queryByText(/lies outside the years/)).toBeNull();
    expect(seen.state.answers.open[POOL]?.due).toBe("2026-12-04");
    expect(seen.state.past).toHaveLength(2);
  });

  it("takes any name for who will know", () => {
    const { seen } = show(POOL);
    fireEvent.click(screen.getByRole("button", { name: "Not known yet" }));
    fireEvent.change(screen.getByLabelText("Who will know?"), { target: { value: "\n" } });
    const name = screen.getByRole("textbox", { name: "Name" });
    for (const value of ["M", "M. Example"]) fireEvent.change(name, { target: { value } });
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "M. Example" });
    expect(seen.state.past).toHaveLength(2);
    fireEvent.change(name, { target: { value: "password: correct-horse" } });
    expect(screen.getByText(/looks like a secret/)).toBeDefined();
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "M. Example" });
    fireEvent.change(screen.getByLabelText("Who will know?"), { target: { value: "dns" } });
    expect(screen.queryByRole("textbox", { name: "Name" })).toBeNull();
    expect(seen.state.answers.open[POOL]).toEqual({ owner: "dns" });
  });

  it("is Alt+N away", () => {
    const { seen } = show(POOL);
    screen.getByRole("textbox").focus();
    fireEvent.keyDown(screen.getByRole("textbox"), { code: "KeyN", altKey: true });
    expect(Object.hasOwn(seen.state.answers.open, POOL)).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText("Who will know?"));
    fireEvent.keyDown(screen.getByLabelText("Who will know?"), { code: "KeyN", altKey: true });
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });
});

describe("a default of the product", () => {
  it("is shown as text until somebody confirms it", () => {
    const { seen } = show("network.userClusterPods");
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
    expect(seen.state.answers.given["network.userClusterPods"]).toBe("172.25.0.0/16");
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
    expect(screen.getByText("Given")).toBeDefined();
  });

  it("can be confirmed for a choice too", () => {
    const { seen } = show(STRATEGY, withAnswer(reference, STRATEGY, undefined));
    expect(screen.getByText("The plan counts on this until you choose")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Confirm" }));
    expect(seen.state.answers.given[STRATEGY]).toBe("NodePort");
  });
});

describe("choices and rows", () => {
  it("commits a choice, and follows an undo from elsewhere", () => {
    const { seen } = show(STRATEGY);
    fireEvent.click(screen.getByRole("radio", { name: /^Tunneling/ }));
    expect(seen.state.answers.given[STRATEGY]).toBe("Tunneling");
    expect(seen.state.past.at(-1)?.label).toBe("Tunneling chosen");
  });

  it("says that there are none, which is an answer", () => {
    const { seen } = show("network.places.main.usedAddresses");
    const none = screen.getByRole<HTMLInputElement>("checkbox", { name: "There are none" });
    expect(none.checked).toBe(true);
    fireEvent.click(none);
    expect(Object.hasOwn(seen.state.answers.given, "network.places.main.usedAddresses")).toBe(false);
  });

  it("says in words of its own what an empty list means, where none would say the contrary", () => {
    const { seen } = show("access.userNetworks");
    fireEvent.click(screen.getByRole("button", { name: /^Write another value/ }));
    fireEvent.click(screen.getByRole("checkbox", { name: "From everywhere" }));
    expect(seen.state.answers.given["access.userNetworks"]).toEqual([]);
    expect(seen.state.past.at(-1)?.label).toBe("Limits on where users come from: from everywhere");
    expect(screen.queryByRole("checkbox", { name: "There are none" })).toBeNull();
  });

  it("commits complete rows, and names the cell at fault", async () => {
    const { seen } = show(PEERS);
    fireEvent.click(screen.getByRole("button", { name: "Add a row" }));
    fireEvent.change(screen.getByLabelText("Peer address, row 3"), { target: { value: "10.20.0.400" } });
    fireEvent.change(screen.getByLabelText("Router's AS number, row 3"), { target: { value: "64500" } });
    fireEvent.blur(screen.getByLabelText("Router's AS number, row 3"));
    await screen.findByText(/is no IP address/);
    expect(screen.getByLabelText("Peer address, row 3").getAttribute("aria-invalid")).toBe("true");
    expect(seen.state.answers.given[PEERS]).toHaveLength(2);
    fireEvent.change(screen.getByLabelText("Peer address, row 3"), { target: { value: "10.20.0.4" } });
    await waitFor(() => expect(seen.state.answers.given[PEERS]).toHaveLength(3));
    fireEvent.click(screen.getByRole("button", { name: "Remove row 1" }));
    expect(seen.state.answers.given[PEERS]).toEqual([
      { name: "router-2", address: "10.20.0.3", asn: 64500 },
      { address: "10.20.0.4", asn: 64500 },
    ]);
  });
});

describe("provenance", () => {
  it("names the source with its releases, opening beside the plan", async () => {
    show(STRATEGY);
    fireEvent.click(screen.getByRole("button", { name: "Source" }));
    const dialog = await screen.findByRole("dialog", { name: "Where this question comes from" });
    const link = within(dialog).getByRole("link", { name: "Expose strategies" });
    expect([link.getAttribute("target"), link.getAttribute("rel")]).toEqual(["_blank", "noopener noreferrer"]);
    expect(dialog.textContent).toContain("checked for KKP 2.28 to 2.31");
  });

  it("lists what uses the answer", async () => {
    show(POOL);
    fireEvent.click(screen.getByRole("button", { name: /^Used by \d+ values$/ }));
    const dialog = await screen.findByRole("dialog", { name: "What uses this answer" });
    expect(within(dialog).getAllByRole("listitem").length).toBeGreaterThan(1);
  });
});

describe("choices that do not fit the other answers", () => {
  const FROM = "project.upgradeFrom";
  const offered = () => screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).value);
  const planned = withAnswer(withAnswer(reference, "project.release", "2.30"), FROM, undefined);

  it("are not offered: no upgrade starts from the release that is planned", () => {
    show(FROM, planned);
    expect(offered()).toEqual(["none", "2.28", "2.29"]);
  });

  it("stay where they are given, so that people see what a finding speaks of", () => {
    show(FROM, withAnswer(planned, FROM, "2.30"));
    expect(offered()).toContain("2.30");
  });
});
