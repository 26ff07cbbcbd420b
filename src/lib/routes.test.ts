import { describe, expect, it } from "vitest";
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
