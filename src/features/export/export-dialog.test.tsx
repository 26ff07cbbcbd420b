import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { seenBy, TestSession } from "../../../tests/support/test-session.tsx";
import { NO_ANSWERS, type Answers } from "../../engine/index.ts";
import { ExportDialog } from "./export-dialog.tsx";

function show(answers: Answers) {
  const seen = seenBy(answers);
  render(
    <TestSession answers={answers} seen={seen}>
      <QueryClientProvider client={new QueryClient()}>
        <ExportDialog open onClose={() => {}} />
      </QueryClientProvider>
    </TestSession>,
  );
  return seen;
}

// jsdom knows the element, and opens none.
const dialogs = HTMLDialogElement.prototype as { showModal?: () => void };
const { showModal } = dialogs;
beforeAll(() => {
  dialogs.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterAll(() => {
  if (showModal) dialogs.showModal = showModal;
  else delete dialogs.showModal;
});
afterEach(cleanup);

describe("the dialog of exports", () => {
  it("offers to keep the assigned addresses before they go out to other teams", () => {
    const seen = show(installationAnswers("setup-checklist"));
    const offer = within(screen.getByRole("region", { name: "Keep the assigned addresses" }));
    fireEvent.click(offer.getByRole("button"));
    expect(seen.state.answers.given["loadBalancer.clusters.seed.keepEntry"]).toBe("10.20.30.1");
    expect(screen.getByText(/later answers move none of them/)).toBeDefined();
  });

  it("offers nothing where the plan assigns no address", () => {
    show(NO_ANSWERS);
    expect(screen.queryByText(/Keep the assigned addresses/)).toBeNull();
    expect(screen.getByRole("heading", { name: "Whole plan" })).toBeDefined();
  });
});
