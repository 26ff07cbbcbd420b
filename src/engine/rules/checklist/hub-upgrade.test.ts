import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const EE: Changes = { "project.edition": "EE", "loadBalancer.kubelbRuns": true, "loadBalancer.kubelbTraffic": "direct" };
const itemOf = (from: string, release: string, changes: Changes = {}) =>
  planFrom(changed(starterAnswers("managed-service-kubelb"), { ...EE, "project.release": release, "project.upgradeFrom": from, ...changes })).checklist.find(({ id }) => id === "todo.kubelb-release");

test.each([
  ["2.30", "2.31", true],
  // The matrix names 1.3 for 2.28 and 2.29, and all of 2.29 for 2.30.
  ["2.28", "2.29", false],
  ["2.29", "2.30", false],
  ["none", "2.31", false],
])("from KKP %s to %s another KubeLB is asked for: %s", (from, release, asked) => {
  expect(itemOf(from, release) !== undefined).toBe(asked);
});

test("it comes before KKP, the manager before connectors, and CRDs before each", () => {
  const served = itemOf("2.30", "2.31", { "loadBalancer.clusters.seed.kind": "kubelb" });
  expect(served).toMatchObject({
    title: "KubeLB 1.5 in place of 1.3 and 1.4, before KKP 2.31 is installed: on its management cluster CRDs, then the manager; on seed CRDs, then the connector",
    verify: expect.stringContaining("shows kubelb-manager-ee v1.5.0 as deployed, and on seed the connector's chart in the same version") as string,
  });
  expect(itemOf("2.30", "2.31")?.title).not.toContain("connector");
});

test("nobody upgrades a KubeLB that comes with the upgrade, or that serves nothing", () => {
  expect(itemOf("2.30", "2.31", { "access.newSecrets": ["load-balancers"] })).toBeUndefined();
  expect(itemOf("2.30", "2.31", { "loadBalancer.datacenters.tenants.workloads": "own" })).toBeUndefined();
});
