import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { TestSession } from "../../../tests/support/test-session.tsx";
import { NO_ANSWERS, planFrom, withAnswer, withOpen, type Answers } from "../../engine/index.ts";
import { WhatFollows } from "./what-follows.tsx";

const reference = installationAnswers("setup-checklist");

function show(answers: Answers, chapter: string) {
  render(
    <TestSession answers={answers}>
      <WhatFollows chapter={chapter} />
    </TestSession>,
  );
}
const part = (name: string) => within(screen.getByRole("region", { name }));

afterEach(cleanup);

describe("what follows, beside the questions", () => {
  it("shows firewall rows, findings, open points and assumptions beside every chapter", () => {
    for (const chapter of ["project", "network", "monitoring"]) {
      show(reference, chapter);
      const rows = part("Firewall").getAllByRole("listitem").length;
      expect([1, 2, 3]).toContain(rows);
      for (const name of ["Findings", "Open points", "Assumptions"]) expect(part(name).getByRole("link", { name: /of the plan$|^None in the plan$/ })).toBeDefined();
      cleanup();
    }
  });

  it("says of an open point that nothing waits for what the plan does meanwhile", () => {
    show(withOpen(reference, "loadBalancer.exposeStrategy", { owner: "Petra", due: "2026-12-03" }), "loadBalancer");
    expect(part("Open points").getByText("Petra, 3 Dec 2026. Nothing waits for it: meanwhile the plan assumes “NodePort”.")).toBeDefined();
  });

  it("lists the assumptions of the chapter", () => {
    const [first] = planFrom(reference).assumptions.filter(({ path }) => /^(network|loadBalancer)\./.test(path));
    show(reference, "network");
    expect(part("Assumptions").getByRole("link", { name: first?.title ?? "" }).getAttribute("href")).toMatch(/\/ask\/(network|loadBalancer)\//);
  });

  it("says an assumption in the words of its answer, and once where it holds for several", () => {
    show(reference, "loadBalancer");
    for (const { value, shown } of planFrom(reference).assumptions.filter(({ path }) => path.startsWith("loadBalancer."))) {
      expect(part("Assumptions").queryAllByText(shown).length).toBeLessThan(2);
      if (value !== shown) expect(part("Assumptions").queryByText(value)).toBeNull();
    }
    expect(part("Assumptions").getByText("Not by the platform")).toBeDefined();
  });

  it("names what is missing, and never what was given", () => {
    show(withAnswer(NO_ANSWERS, "project.domain", "a.example.com"), "project");
    expect(screen.getByText(/^Nothing yet\. Still needed:/).textContent).toBe("Nothing yet. Still needed: a place and a cluster for the master.");
  });

  it("says that the number of addresses is not known while the pool is not", () => {
    show(withOpen(reference, "loadBalancer.clusters.seed.pool", {}), "loadBalancer");
    expect(screen.getByText("addresses").nextElementSibling?.textContent).toBe("not known yet");
  });
});
