import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { seenBy, TestSession } from "../../tests/support/test-session.tsx";
import { planFrom } from "../engine/index.ts";
import { WhyButton } from "./why-button.tsx";

const reference = starterAnswers("reference-setup");
const plan = planFrom(reference);
afterEach(cleanup);

async function open(id: string) {
  const row = [...plan.addresses.assignments, ...plan.addresses.ranges, ...plan.dns.records].find((candidate) => candidate.id === id)!;
  const seen = seenBy(reference);
  render(
    <TestSession answers={reference} seen={seen}>
      <WhyButton of={row} title="What it is" value="10.20.30.2" />
    </TestSession>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Why: What it is 10.20.30.2" }));
  return { seen, dialog: within(await screen.findByRole("dialog", { name: "What it is" })), row };
}

const proxy = plan.addresses.assignments.find(({ purpose }) => purpose === "nodeport-proxy")!;

describe("why", () => {
  it("says the reason, and leads back to the answers", async () => {
    const { dialog, row } = await open(proxy.id);
    expect(row.why.length).toBeGreaterThan(20);
    expect(dialog.getByText((_, element) => element?.tagName === "P" && element.textContent === row.why)).toBeDefined();
    const change = dialog.getByRole("link", { name: "Change Block of virtual addresses, seed" });
    expect(change.getAttribute("href")).toBe("#/p/k1/ask/loadBalancer/clusters?at=seed&question=loadBalancer.clusters.seed.pool");
  });

  it("names what uses the value and where it can be checked", async () => {
    const { dialog } = await open(proxy.id);
    expect(dialog.getByRole("link", { name: "1 DNS record" }).getAttribute("href")).toBe("#/p/k1/plan/dns");
    for (const link of dialog.getAllByRole("link").filter((each) => each.getAttribute("target") === "_blank")) expect(link.getAttribute("href")).toMatch(/^https:/);
  });

  it("names the values that a DNS record rests on", async () => {
    const { dialog } = await open("record.dashboard[seed]");
    expect(dialog.getByText("Rests on other values, which say why themselves").nextElementSibling?.textContent).toContain("Virtual address of the entry");
  });

  it("shows the nearest sources and answers of an address, and folds the rest", async () => {
    const { dialog } = await open("address.entry[seed]");
    const links = dialog.getAllByRole("link");
    const unfolded = (label: RegExp) => links.filter((link) => label.test(link.getAttribute("target") ?? link.textContent) && !link.closest("details"));
    expect(unfolded(/^_blank$/).length).toBeLessThanOrEqual(4);
    expect(unfolded(/^Change/).length).toBeLessThanOrEqual(4);
    expect(dialog.getByText(/^\d+ more sources, further back$/)).toBeDefined();
  });

  it("lets an assumption be confirmed where it is read", async () => {
    const range = plan.addresses.ranges.find(({ path }) => path === "network.userClusterPods")!;
    const { dialog, seen } = await open(range.id);
    fireEvent.click(dialog.getByRole("button", { name: "Confirm Pod range of user clusters" }));
    expect(seen.state.answers.given["network.userClusterPods"]).toBe("172.25.0.0/16");
  });
});
