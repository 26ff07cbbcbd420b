import { describe, expect, it } from "vitest";
import { placesIn, rememberHalf } from "./halves.ts";

describe("where the halves of a plan were left", () => {
  it("is the first page of each at first", () => {
    expect(placesIn("new", null)).toEqual({ half: "ask", ask: "#/p/new/ask/project", plan: "#/p/new/plan/summary" });
  });

  it("is what the device kept, after the page is loaded again", () => {
    expect(placesIn("kept", { half: "plan", plan: "#/p/kept/plan/dns" })).toMatchObject({ half: "plan", ask: "#/p/kept/ask/project", plan: "#/p/kept/plan/dns" });
  });

  it("is what was seen since, before what the device kept", () => {
    rememberHalf("k", "#/p/k/ask/dns?at=seed");
    rememberHalf("k", "#/p/k/review");
    expect(placesIn("k", { half: "plan", ask: "#/p/k/ask/access", plan: "#/p/k/plan/dns" })).toMatchObject({ half: "ask", ask: "#/p/k/ask/dns?at=seed", plan: "#/p/k/plan/dns" });
  });
});
