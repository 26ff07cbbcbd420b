import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer, withOpen } from "../engine/index.ts";
import { totalsOf } from "./totals.ts";

const reference = starterAnswers("reference-setup");

describe("totals", () => {
  it("count what is known", () => expect(totalsOf(planFrom(reference))).toMatchObject({ addresses: 2, offered: 16, records: 7, blockers: 0 }));

  it("say that a figure waits where nobody can tell it yet", () => {
    expect(totalsOf(planFrom(withOpen(reference, "loadBalancer.clusters.seed.pool", {}))).addresses).toBe("waiting");
    expect(totalsOf(planFrom(withOpen(reference, "project.domain", {}))).records).toBe("waiting");
    expect(totalsOf(planFrom(withAnswer(NO_ANSWERS, "project.domain", "a.example.com"))).flows).toBe("waiting");
  });
});
