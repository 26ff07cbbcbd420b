import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { TestSession } from "../../../tests/support/test-session.tsx";
import { askPage, asksNothing } from "../../plan-ui/layout.ts";
import { ContinueBar } from "./continue-bar.tsx";

afterEach(cleanup);

it("leads past pages and subjects about which nothing is asked", () => {
  const cloud = starterAnswers("aws-single-region");
  const page = askPage("network", "workers");
  expect(asksNothing(askPage("network", "seeds"), cloud.subjects.cluster[0], cloud)).toBe(true);
  render(
    <TestSession answers={cloud}>
      <ContinueBar page={page} subject={cloud.subjects.datacenter.at(-1)} />
    </TestSession>,
  );
  expect(screen.getByRole("link", { name: /^Continue to/ }).textContent).toBe("Continue to Load balancer ");
});
