import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer, withOpen } from "../engine/index.ts";
import { inFigures, totalsOf } from "./totals.ts";

const reference = starterAnswers("reference-setup");

describe("totals", () => {
  it("count what is known", () => expect(totalsOf(planFrom(reference))).toMatchObject({ addresses: 2, offered: 16, records: 7, blockers: 0 }));

  it("say that a figure waits where nobody can tell it yet", () => {
    expect(totalsOf(planFrom(withOpen(reference, "loadBalancer.clusters.seed.pool", {}))).addresses).toBe("waiting");
    expect(totalsOf(planFrom(withOpen(reference, "project.domain", {}))).records).toBe("waiting");
    expect(totalsOf(planFrom(withAnswer(NO_ANSWERS, "project.domain", "a.example.com"))).flows).toBe("waiting");
  });

  it("are told in sentences that begin with what is known", () => {
    const totals = { addresses: 1, offered: undefined, records: 2, flows: 3, blockers: 0 } as const;
    expect(inFigures(totals)).toBe("1 virtual address, 2 DNS records and 3 firewall rows.");
    expect(inFigures({ ...totals, addresses: "waiting", records: "waiting" })).toBe("3 firewall rows. How many virtual addresses and DNS records there are waits for answers.");
  });
});
