import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { minimalPlans } from "../../../tests/support/minimal-plans.ts";
import { seenBy, TestSession } from "../../../tests/support/test-session.tsx";
import { withAnswer, withOpen, type Answers } from "../../engine/index.ts";
import { ReviewPage } from "./review-page.tsx";

const reference = installationAnswers("setup-checklist");
const blocked = withAnswer(reference, "dns.seedWildcard", false);

function show(answers: Answers) {
  const seen = seenBy(answers);
  render(
    <TestSession answers={answers} seen={seen}>
      <ReviewPage />
    </TestSession>,
  );
  return seen;
}

const findings = () => within(screen.getByRole("region", { name: "Findings" })).getAllByRole("listitem");

afterEach(() => {
  cleanup();
  window.location.hash = "";
});

describe("the review", () => {
  it("puts what stops the installation first", () => {
    show(blocked);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("One thing stops this installation");
    expect(findings()[0]?.textContent).toContain("Blocker:");
  });

  it("applies a fix and shows the finding as solved until it is left", () => {
    const seen = show(blocked);
    const [first] = findings();
    const title = within(first!).getByRole("heading", { level: 3 }).textContent.replace("Blocker: ", "");
    fireEvent.click(within(first!).getAllByRole("button")[0]!);
    expect(seen.state.answers).not.toEqual(blocked);
    expect(screen.getByText("Solved:", { exact: false }).textContent).toContain(title);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^Nothing stops/);
  });

  it("takes an answer away by a fix, and brings it back with undo", () => {
    const answers = minimalPlans.get("identity.two-issuer-fields")!;
    const own = "authentication.clusters.azure-seed.ownIssuer";
    const seen = show(answers);
    const [first] = findings();
    fireEvent.click(within(first!).getByRole("button", { name: "Take login.example.org away as the issuer of azure-seed, and name it among the further ones" }));
    expect(Object.keys(seen.state.answers.given)).not.toContain(own);
    expect(seen.state.answers.given["authentication.clusters.azure-seed.furtherIssuers"]).toEqual(["gitlab.example.com", "login.example.org"]);
    expect(screen.getAllByText("Solved:", { exact: false })[0]?.textContent).toContain("is refused with both login.example.org and further issuers");
    act(() => seen.store?.dispatch({ type: "undo" }));
    expect(seen.state.answers).toEqual(answers);
    expect(screen.queryByText("Solved:", { exact: false })).toBeNull();
  });

  it("is walked with J and K, applies with F, opens with Enter", () => {
    const seen = show(blocked);
    const [first, second] = findings();
    first!.focus();
    fireEvent.keyDown(first!, { key: "j" });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second!, { key: "k" });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first!, { key: "Enter" });
    expect(window.location.hash).toContain("#/p/k1/ask/");
    fireEvent.keyDown(first!, { key: "f" });
    expect(seen.state.past).toHaveLength(1);
  });

  it("lists open points by who will know them, and confirms defaults", () => {
    const seen = show(reference);
    const open = screen.getByRole("region", { name: "Open points" });
    expect(within(open).getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent)).toEqual(["Infrastructure team", "DNS team", "Network team", "Identity team", "Security team"]);
    const assumptions = screen.getByRole("region", { name: "Assumptions" });
    fireEvent.click(within(assumptions).getByRole("button", { name: /^All \d+$/ }));
    fireEvent.click(within(assumptions).getByRole("button", { name: "Confirm Pod range of user clusters" }));
    expect(seen.state.answers.given["network.userClusterPods"]).toBe("172.25.0.0/16");
  });

  it("names who was asked beside an open point that a default stands in for, and beside the default", () => {
    show(withOpen(reference, "loadBalancer.exposeStrategy", { owner: "Petra", due: "2026-12-03" }));
    const open = screen.getByRole("region", { name: "Open points" });
    expect(within(open).getByText("Nothing waits for it: meanwhile the plan assumes “NodePort”.")).toBeDefined();
    expect(within(open).getByRole("heading", { level: 3, name: "Petra" })).toBeDefined();
    const assumptions = screen.getByRole("region", { name: "Assumptions" });
    fireEvent.click(within(assumptions).getByRole("button", { name: /^All \d+$/ }));
    expect(within(assumptions).getByText("Asked of Petra, 3 Dec 2026")).toBeDefined();
  });

  it("leads from an open point that is not asked yet to the question before it", () => {
    show(withOpen(withAnswer(reference, "loadBalancer.clusters.seed.kind", undefined), "loadBalancer.clusters.seed.bfd", { owner: "Petra" }));
    const open = screen.getByRole("region", { name: "Open points" });
    expect(within(open).getByRole("link", { name: /^BFD.*, seed$/ }).getAttribute("href")).toContain("question=loadBalancer.clusters.seed.kind");
  });

  it("filters by chapter and team", () => {
    show(blocked);
    fireEvent.change(screen.getByLabelText("Chapter"), { target: { value: "dns" } });
    expect(findings().every((item) => item.textContent.includes("DNS"))).toBe(true);
    fireEvent.change(screen.getByLabelText("Team"), { target: { value: "storage" } });
    expect(screen.getByText("No finding here.")).toBeDefined();
  });
});
