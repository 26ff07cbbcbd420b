import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { TestSession } from "../../../../tests/support/test-session.tsx";
import { planFrom } from "../../../engine/index.ts";
import { RunbookPart } from "./runbook-part.tsx";

const answers = starterAnswers("vsphere-plus-azure");

afterEach(cleanup);

it("shows the files of a step, and its words sentence by sentence", () => {
  render(
    <TestSession answers={answers}>
      <RunbookPart />
    </TestSession>,
  );
  expect(screen.getByRole("region", { name: "seed/terraform.tfvars" }).textContent).toContain('cluster_name = "seed"\n');
  const step = planFrom(answers).runbook.find(({ id }) => id === "step.terraform[seed]");
  const shown = within(document.getElementById("step.terraform[seed]") ?? document.body).getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.join(" ")).toBe(step?.text.replaceAll("`", ""));
  expect(screen.getByRole("region", { name: `Commands of step ${step?.order ?? 0}` }).textContent).toBe(step?.commands.join("\n"));
});
