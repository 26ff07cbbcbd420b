import { expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { staticWorkers } from "./static-workers.ts";

const workers = (...list: readonly string[]): Changes => ({ "infrastructure.clusters.seed.workerAddressing": "fixed", "infrastructure.clusters.seed.workerAddresses": list });
const titles = (changes: Changes) => findingsOf(staticWorkers, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const enough = Array.from({ length: 12 }, (_, at) => `10.20.0.${at + 21}`);

test("workers with leases list no address", () => {
  expect(titles({})).toEqual([]);
  expect(referencePlan().addresses.assignments.filter(({ purpose }) => purpose === "worker")).toEqual([]);
});

test("enough addresses beside everything else are fine, and none of them is given to anything else", () => {
  expect(titles(workers(...enough))).toEqual([]);
  expect(referencePlan(workers(...enough)).addresses.assignments.filter(({ purpose }) => purpose === "worker")).toHaveLength(12);
});

test.each([
  ["leased out", ["10.20.0.60"], "warning: Workers of seed lie inside the DHCP range: 10.20.0.60"],
  ["a Service's", ["10.20.30.4"], "blocker: Workers of seed lie inside the block of virtual addresses: 10.20.30.4"],
  ["too few", ["10.20.0.21"], /^warning: seed lists 1 worker and needs \d+$/],
])("an address that is %s is reported", (_name, list, title) => {
  expect(titles(workers(...list)).some((found) => (typeof title === "string" ? found === title : title.test(found)))).toBe(true);
});

test("they are open until somebody lists them", () => {
  const plan = planFrom(referenceAnswers({ "infrastructure.clusters.seed.workerAddressing": "fixed" }));
  expect(plan.openPoints.map(({ path }) => path)).toContain("infrastructure.clusters.seed.workerAddresses");
});
