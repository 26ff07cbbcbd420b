import { describe, expect, it } from "vitest";
import { askPages } from "../plan-ui/layout.ts";
import { PLAN_PARTS } from "../plan-ui/links.ts";
import { placeOf } from "./place.ts";

describe("the page at an address", () => {
  it.each([
    ["/p/k/ask/dns/all", "DNS"],
    ["/p/k/ask/network", "Places and networks"],
    ["/p/k/ask/loadBalancer/clusters", "Load balancer"],
    ["/p/k/plan/firewall", "Firewall"],
    ["/p/k/plan/firewall/flow.P7%5Bseed%5D", "Firewall"],
    ["/p/k/review", "Review"],
  ])("names itself: %s", (path, title) => expect(placeOf(path)?.title).toBe(title));

  it("is known for every page there is", () => {
    for (const { chapter, section, title } of askPages) expect(placeOf(`/p/k/ask/${chapter}/${section}`)).toMatchObject({ title, chapter });
    for (const [part, title] of PLAN_PARTS) expect(placeOf(`/p/k/plan/${part}`)?.title).toBe(title);
  });

  it.each(["ask/nowhere", "ask/__proto__", "ask/dns/nowhere", "plan/nowhere", "plan/constructor", "review/x", "weather"])("is none: %s", (place) => expect(placeOf(`/p/k/${place}`)).toBeUndefined());
});
