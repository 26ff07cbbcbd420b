import { describe, expect, it } from "vitest";
import { answerHref } from "./answer-href.ts";
import { askHref, partHref, sectionSlug } from "./routes.ts";

describe("addresses", () => {
  it("name chapter, section, subject and question", () => {
    expect(askHref("k1", "network", "Sites and networks", { at: "fra", question: "network.places.fra.gateway" })).toBe(
      "#/p/k1/ask/network/sites-and-networks?at=fra&question=network.places.fra.gateway",
    );
    expect(askHref("k1", "dns")).toBe("#/p/k1/ask/dns");
  });

  it("escape ids of rows", () => {
    expect(partHref("k1", "firewall", "flow.P7[fra]")).toBe("#/p/k1/plan/firewall/flow.P7%5Bfra%5D");
  });

  it("turn titles into plain words", () => {
    expect(sectionSlug("Master & Seeds, API")).toBe("master-seeds-api");
  });
});

describe("the address of an answer", () => {
  it("leads to its question at its subject", () => {
    expect(answerHref("k1", "infrastructure.places.fra.name")).toBe("#/p/k1/ask/infrastructure/places?at=fra&question=infrastructure.places.fra.name");
  });

  it("leads to the chapter for a list of subjects", () => {
    expect(answerHref("k1", "infrastructure.places")).toBe("#/p/k1/ask/infrastructure");
  });
});
