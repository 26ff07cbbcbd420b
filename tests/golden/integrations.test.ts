import { describe, expect, test } from "vitest";
import { planFrom, type Answers, type Plan } from "../../src/engine/index.ts";
import type { Provider } from "../../src/engine/providers/contract/index.ts";
import { providers } from "../../src/engine/providers/registry.ts";
import { differenceLines } from "../support/plan-lines.ts";
import { installationAnswers } from "../support/golden-plans.ts";
import { additionalSeed, workersOnly } from "./integrations.ts";

const reference = planFrom(installationAnswers("setup-checklist"));
const all: readonly Provider[] = providers;
const named = (list: readonly Provider[]) => list.map((provider) => [provider.id, provider] as const);

/** What must hold wherever a provider joins: nothing breaks, nothing blocks, nothing of it stays unsaid. */
function sound(answers: Answers): Plan {
  const plan = planFrom(answers);
  expect(plan.findings.filter(({ severity, id }) => severity === "blocker" || id.endsWith("could-not-run")).map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  expect(plan.openPoints.map(({ path }) => path).filter((path) => /\.(elsewhere|second|workers)\./.test(path))).toEqual([]);
  return plan;
}

const said = (plan: Plan): string => `${differenceLines(reference, plan).join("\n")}\n`;

describe("workers of every provider, served by a Seed elsewhere", () => {
  test.each(named(all.filter(({ platformOnly }) => platformOnly === undefined)))("%s", async (id, provider) => {
    const plan = sound(workersOnly(provider));
    expect(plan.firewall.flows.some(({ refs, source, destination }) => refs.includes("P7") && source === "workers[workers]" && destination === "nodeport-proxy[seed]")).toBe(true);
    await expect(said(plan)).toMatchFileSnapshot(`integrations/${id}-workers.txt`);
  });
});

describe("an additional Seed on every provider", () => {
  test.each(named(all.filter((provider) => provider.workersOnly === undefined)))("%s", async (id, provider) => {
    const plan = sound(additionalSeed(provider));
    expect(plan.addresses.assignments.filter(({ cluster }) => cluster === "second").map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["entry", "nodeport-proxy"]));
    expect(plan.firewall.flows.some(({ refs, source }) => refs.includes("P2") && source === "nodes[seed]")).toBe(true);
    expect(plan.dns.records.some(({ name }) => name.includes(".second."))).toBe(true);
    await expect(said(plan)).toMatchFileSnapshot(`integrations/${id}-seed.txt`);
  });
});
