import { expect, it } from "vitest";
import { planFrom } from "../engine/index.ts";
import { goldenAnswers } from "../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { scopeOf } from "./scope.ts";
import { collections } from "./terms/collections.ts";
import { uncertainFacts } from "./used-sources.ts";
import { uncertainFactsTable } from "./tables/uncertain-facts.ts";

const plans = [...goldenAnswers()].map(([name, answers]) => [name, planFrom(answers)] as const);

it.each(plans)("%s prints every fact that is a figure of ours or that no source confirms", (_name, plan) => {
  const printed = uncertainFactsTable.build(scopeOf({ plan, planId: "0", format: 1 }))?.rows.map(({ id }) => id) ?? [];
  expect(printed).toEqual(uncertainFacts(plan).map(({ id }) => id));
  expect(printed).toContain("topology.most-boxes");
});

it("says of each figure how sure it is: ours, or confirmed by no source", () => {
  const plan = planFrom(starterAnswers("reference-setup"));
  const built = uncertainFactsTable.build(scopeOf({ plan, planId: "0", format: 1 }));
  const words = new Map(built?.rows.map(({ id, cells }) => [id, JSON.stringify(cells[1])]));
  // No page pairs releases of KKP with releases of KubeOne; how many boxes a drawing holds is for us to say.
  expect(words.get("operations.tool-versions")).toContain('"Not confirmed by a source"');
  expect(words.get("topology.most-boxes")).toContain('"Figure of ours"');
});

it("marks ports of OpenStack as not confirmed, in the list and in each row", () => {
  const plan = planFrom(starterAnswers("openstack-two-tenants"));
  expect(uncertainFacts(plan).map(({ id }) => id)).toContain("providers.service-catalogue");
  const rows = plan.firewall.flows.filter(({ ports }) => ports.includes("8776"));
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.every(({ reason }) => reason.endsWith("; ports not confirmed"))).toBe(true);
});

it.each(plans)("no more records of %s wait than there are", (_name, plan) => {
  const scope = scopeOf({ plan, planId: "0", format: 1 });
  const count = (id: string) => collections.get(id)?.(scope).length ?? 0;
  expect(count("waiting-records")).toBeLessThanOrEqual(count("records"));
});
