import { describe, expect, it } from "vitest";
import { planFrom, withAnswer, withOpen, type AnswerValue } from "../engine/index.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { changesBetween, changeSentence } from "./changes.ts";

const reference = starterAnswers("reference-setup");
const before = planFrom(reference);
const changesOf = (path: string, value: AnswerValue) => changesBetween(before, planFrom(withAnswer(reference, path, value)));

describe("what an answer changed", () => {
  it("counts addresses, names the one record, and says that rows differ", () => {
    const lines = changesOf("loadBalancer.exposeStrategy", "LoadBalancer");
    expect(lines.map(({ sign, text, code }) => [sign, text, code].filter(Boolean).join(" "))).toEqual([
      "+12 addresses: 12 user clusters of seed",
      "−1 DNS record *.seed.kubermatic.example.com",
      "≠ 3 firewall rows change",
    ]);
    expect(changeSentence("LoadBalancer chosen", lines)).toBe("LoadBalancer chosen. 12 addresses more, 1 DNS record fewer, 3 firewall rows change.");
  });

  it("names every finding that came, and praises what went", () => {
    const bad = withAnswer(reference, "network.userClusterPods", "10.20.0.0/16");
    const came = changesBetween(before, planFrom(bad)).filter(({ key }) => key.startsWith("finding-"));
    expect(came.length).toBeGreaterThan(0);
    expect(came.every(({ sign, tone, text }) => sign === "+1" && tone === "worse" && text.startsWith("blocker: "))).toBe(true);
    const went = changesBetween(planFrom(bad), before).filter(({ key }) => key.startsWith("finding-"));
    expect(went.every(({ sign, tone, spoken }) => sign === "−1" && tone === "better" && spoken === "one blocker solved")).toBe(true);
  });

  it("says that rows wait where their answer is not known any more, not that there are fewer", () => {
    const lines = changesBetween(before, planFrom(withOpen(reference, "loadBalancer.clusters.seed.pool", {})));
    expect(lines.find(({ key }) => key === "assignments-waiting")).toMatchObject({ sign: "?", text: "2 addresses wait for an answer" });
    expect(lines.map(({ sign }) => sign).join(" ")).not.toContain("−");
  });

  it("does not call an address changed where its cluster only has another name", () => {
    const texts = changesOf("infrastructure.clusters.seed.name", "other").map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.join()).not.toContain("address");
    expect(changesOf("loadBalancer.clusters.seed.pool", "10.20.30.16/28").map(({ text }) => text)).toContain("2 addresses change");
  });

  it("says so where nothing else changes", () => {
    const lines = changesOf("project.customer", "Other AG");
    expect(lines).toEqual([]);
    expect(changeSentence("Customer: Other AG", lines)).toBe("Customer: Other AG. Nothing else changes.");
  });

  it("keeps the spoken sentence short", () => {
    const lines = changesOf("project.domain", "other.example.org");
    const many = [...lines, ...lines, ...lines].map((line, at) => ({ ...line, key: String(at) }));
    expect(changeSentence("Base domain", many)).toMatch(new RegExp(` and ${many.length - 4} more changes?\\.$`));
  });
});
