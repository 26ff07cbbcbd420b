import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer } from "../../engine/index.ts";
import { verdictOf } from "./verdict.ts";

const reference = starterAnswers("reference-setup");

describe("the verdict", () => {
  it("says first what stops the installation", () => {
    const plan = planFrom(withAnswer(reference, "dns.seedWildcard", false));
    expect(verdictOf(plan)).toEqual({ heading: "One thing stops this installation", lead: "Solve the blocker, then collect 7 open answers from 5 teams. Export works at any time." });
  });

  it("then how many answers are open", () => expect(verdictOf(planFrom(reference)).heading).toBe("Nothing stops this installation; 7 answers are open"));
  it("says how to begin", () => expect(verdictOf(planFrom(NO_ANSWERS)).heading).toBe("The plan has hardly begun"));

  it("is short when all is well", () => {
    const plan = planFrom(reference);
    expect(verdictOf({ ...plan, openPoints: [], findings: [] }).heading).toBe("Ready to hand over");
    expect(verdictOf({ ...plan, openPoints: [] }).heading).toBe("Ready to hand over, with 3 warnings");
  });
});
