import { expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { groupAssumptions } from "./assumption-groups.ts";
import { planFrom } from "./plan-from.ts";

/** Three Seeds and a master apart, in three places with a datacenter each. */
const { assumptions, project } = planFrom(starterAnswers("telco-cilium-bgp"));
const groups = groupAssumptions(assumptions, project.names);
const groupOf = (question: string) => groups.filter(({ first }) => first.question === question).map(({ title, shown, all }) => ({ title, shown, count: all.length }));

test.each([
  ["loadBalancer.entry", { title: "Platform entry", shown: "As the release brings it", count: 1 }],
  ["authentication.clusters.furtherIssuers", { title: "Further token issuers, seed-north, seed-middle and seed-south", shown: "none", count: 3 }],
  ["infrastructure.clusters.zones", { title: "Availability zones, 4 clusters", shown: "1", count: 4 }],
  ["infrastructure.datacenters.operatingSystems", { title: "Operating systems of the workers, north, middle and south", shown: "Ubuntu", count: 3 }],
  ["dns.clusters.seedDnsOverwrite", { title: "Seed DNS overwrite, seed-north, seed-middle and seed-south", shown: "its own name", count: 3 }],
])("what is assumed of several alike is one line: %s", (question, group) => {
  expect(groupOf(question)).toEqual([group]);
});

test("loses none, and keeps apart what people see differently", () => {
  expect(groups.flatMap(({ all }) => all.map(({ path }) => path)).toSorted()).toEqual(assumptions.map(({ path }) => path).toSorted());
  const asked = groupAssumptions(assumptions, project.names, ({ path }) => (path === "infrastructure.clusters.zones" || path.includes("seed-south") ? "Petra" : "")).filter(({ first }) => first.question === "infrastructure.clusters.zones");
  expect(asked.map(({ title }) => title)).toEqual(["Availability zones, seed-north, master and seed-middle", "Availability zones, seed-south"]);
});
