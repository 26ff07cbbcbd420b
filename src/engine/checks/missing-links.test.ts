import { expect, test } from "vitest";
import { changed, findingsOf } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { missingLinks } from "./missing-links.ts";

const route = "network.datacenters.azure-weu.routeToSeed";
const names = "network.datacenters.azure-weu.resolvesDomain";
const azure = (changes: Parameters<typeof changed>[1]) => findingsOf(missingLinks, changed(starterAnswers("vsphere-plus-azure"), changes));

test("no route stops the workers", () => {
  expect(azure({ [route]: false })).toEqual([
    expect.objectContaining({
      id: "topology.missing-links#route-azure-weu",
      severity: "blocker",
      title: "No route from the workers of azure-westeurope to seed",
      message: "Workers of azure-westeurope in Azure West Europe dial the virtual addresses of seed in Frankfurt, and no route leads there. No user cluster gets a node.",
      answers: [route, "infrastructure.datacenters.azure-weu.seed"],
    }),
  ]);
});

test("no name resolution stops them as well", () => {
  expect(azure({ [route]: true, [names]: false }).map(({ title, severity }) => [severity, title])).toEqual([
    ["blocker", "Workers of azure-westeurope cannot resolve the names of seed"],
  ]);
});

test.each([
  ["both there", { [route]: true, [names]: true }],
  ["both still open", {}],
  ["names that LoadBalancer does not need", { [names]: false, "loadBalancer.exposeStrategy": "LoadBalancer" }],
  ["a Seed in the same place", { [route]: false, [names]: false, "infrastructure.datacenters.azure-weu.place": "main" }],
])("%s is fine", (_name, changes) => {
  expect(azure(changes)).toEqual([]);
});
