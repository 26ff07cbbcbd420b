import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const azure = starterAnswers("vsphere-plus-azure");
const linksOf = (answers: typeof azure) => planFrom(answers).access.filter(({ from }) => from.startsWith("access.link-to-seed"));

test("workers in another place wait for a route and for name resolution", () => {
  expect(linksOf(azure)).toEqual([
    expect.objectContaining({ id: "access.route[azure-weu]", team: "network", detail: { kind: "open", question: "network.datacenters.azure-weu.routeToSeed" } }),
    expect.objectContaining({ id: "access.resolution[azure-weu]", team: "dns", detail: { kind: "open", question: "network.datacenters.azure-weu.resolvesDomain" } }),
  ]);
  expect(linksOf(azure)[0]?.why).toBe("Workers of azure-westeurope dial seed from Azure West Europe; nothing dials back, so one direction is enough.");
});

test("their open points are the only ones beyond the reference setup's", () => {
  const before = new Set(referencePlan().openPoints.map(({ path }) => path));
  expect(planFrom(azure).openPoints.map(({ path }) => path).filter((path) => !before.has(path))).toEqual([
    "network.datacenters.azure-weu.routeToSeed",
    "network.datacenters.azure-weu.resolvesDomain",
  ]);
});

test("answers turn into words", () => {
  const rows = linksOf(changed(azure, { "network.datacenters.azure-weu.routeToSeed": true, "network.datacenters.azure-weu.resolvesDomain": false }));
  expect(rows.map(({ detail }) => detail)).toEqual([
    { kind: "known", value: "There is a route" },
    { kind: "known", value: "Names below the base domain do not resolve there yet" },
  ]);
});

test("with LoadBalancer workers dial addresses and resolve nothing", () => {
  expect(linksOf(changed(azure, { "loadBalancer.exposeStrategy": "LoadBalancer" })).map(({ id }) => id)).toEqual(["access.route[azure-weu]"]);
});

test("workers beside their Seed need no link", () => {
  expect(linksOf(starterAnswers("vsphere-plus-azure-seed"))).toEqual([]);
});

describe("a Seed in another place than the master", () => {
  const seed = starterAnswers("vsphere-plus-azure-seed");
  const rowsOf = (answers: typeof seed) => planFrom(answers).access.filter(({ from }) => from.startsWith("access.link-to-master"));

  test("waits for a route both ways and for name resolution", () => {
    expect(rowsOf(seed)).toEqual([
      expect.objectContaining({ id: "access.route-to-master[azure-seed]", team: "network", detail: { kind: "open", question: "network.clusters.azure-seed.routeToMaster" } }),
      expect.objectContaining({ id: "access.resolution-at-seed[azure-seed]", team: "dns", detail: { kind: "open", question: "network.clusters.azure-seed.resolvesDomain" } }),
    ]);
    expect(rowsOf(seed)[0]?.why).toBe(
      "seed installs and drives azure-seed in Azure West Europe through its Kubernetes API and reads its user clusters; azure-seed asks https://kubermatic.example.com/dex whether a login holds.",
    );
  });

  test("has both on the checklist, and among the open points", () => {
    const { checklist, openPoints } = planFrom(seed);
    const paths = ["network.clusters.azure-seed.routeToMaster", "network.clusters.azure-seed.resolvesDomain"];
    const asked = checklist.filter(({ id }) => /to-master|at-seed/.test(id)).map(({ blockedBy, work }) => [...blockedBy, work]);
    expect(asked).toHaveLength(2);
    expect(asked).toEqual(expect.arrayContaining([[paths[0], "lines"], [paths[1], "dns"]]));
    expect(openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  test("needs no link beside the master", () => {
    expect(rowsOf(changed(seed, { "infrastructure.clusters.azure-seed.place": "main" }))).toEqual([]);
  });
});
