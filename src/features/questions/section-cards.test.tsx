import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { TestSession } from "../../../tests/support/test-session.tsx";
import { withAnswer, type Answers } from "../../engine/index.ts";
import { askedAt } from "../../plan-ui/layout.ts";
import { SectionCards } from "./section-cards.tsx";

const reference = starterAnswers("reference-setup");
const MLA = "monitoring.mla";
const NODES = "monitoring.nodes";
const STORAGE = "monitoring.storage";

function show(answers: Answers = reference, wanted?: string) {
  const asked = [MLA, NODES, STORAGE].map((path) => askedAt(path)!);
  render(
    <TestSession answers={answers}>
      <SectionCards asked={asked} wanted={wanted} />
    </TestSession>,
  );
}

const behind = () => screen.queryByText(/^Seldom needed: /);
const details = () => behind()?.closest("details");

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("questions that few answer", () => {
  it("stand behind one line that names them, while the others stand as they are", () => {
    show();
    expect(behind()?.textContent).toBe("Seldom needed: Workers of the MLA, Storage of the MLA");
    expect(details()?.open).toBe(false);
    expect(details()?.contains(document.getElementById(`q-${NODES}`))).toBe(true);
    expect(details()?.contains(document.getElementById(`q-${MLA}`))).toBe(false);
  });

  it("stand among the others where they are answered or marked already", () => {
    show({ ...withAnswer(reference, NODES, "dedicated"), open: { [STORAGE]: {} } });
    expect(behind()).toBeNull();
    expect(document.getElementById(`q-${NODES}`)).not.toBeNull();
    expect(document.getElementById(`q-${STORAGE}`)).not.toBeNull();
  });

  it("open for whoever comes for one of them", () => {
    show(reference, STORAGE);
    expect(details()?.open).toBe(true);
  });

  it("stay in their place and in sight while they are answered", () => {
    show();
    const card = document.getElementById(`q-${NODES}`);
    fireEvent.click(screen.getByLabelText(/On workers of their own/));
    expect(details()?.open).toBe(true);
    expect(document.getElementById(`q-${NODES}`)).toBe(card);
    fireEvent.click(behind()!);
    expect(details()?.open).toBe(true);
  });

  it("do not stand there while they do not matter", () => {
    show(withAnswer(withAnswer(reference, MLA, false), "monitoring.userClusterMla", false));
    expect(behind()).toBeNull();
  });
});
