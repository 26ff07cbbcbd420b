import { describe, expect, test } from "vitest";
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
  // It names 1.3 for 2.30, whose own connector is 1.4.3.
  ["2.29", "2.30", true],
  ["none", "2.31", false],
])("from KKP %s to %s another KubeLB is asked for: %s", (from, release, asked) => {
  expect(itemOf(from, release) !== undefined).toBe(asked);
});

test("it comes before KKP, the manager before connectors, and CRDs before each", () => {
  const served = itemOf("2.30", "2.31", { "loadBalancer.clusters.seed.kind": "kubelb" });
  expect(served).toMatchObject({
    title: "KubeLB 1.5 in place of 1.3 and 1.4, before KKP 2.31 is installed, by the step “Bring KubeLB to 1.5 on its management cluster”: on its management cluster room for 122 Envoy pods, 25 CPU and 31 GiB, then CRDs, then the manager; on seed CRDs, then the connector",
    verify: expect.stringContaining("shows kubelb-manager-ee v1.5.0 or newer as deployed, and on seed the connector's chart in the same version") as string,
  });
  expect(itemOf("2.30", "2.31")?.title).not.toContain("connector");
});

test("nobody upgrades a KubeLB that comes with the upgrade, or that serves nothing", () => {
  expect(itemOf("2.30", "2.31", { "access.newSecrets": ["load-balancers"] })).toBeUndefined();
  expect(itemOf("2.30", "2.31", { "loadBalancer.datacenters.tenants.workloads": "own" })).toBeUndefined();
});

describe("whoever runs KubeLB is told of", () => {
  const why = (changes: Changes = {}) => itemOf("2.30", "2.31", changes)?.why ?? "";

  test("the room that its Envoy pods ask for from 1.5 on, for the tenants of this plan", () => {
    expect(itemOf("2.30", "2.31")?.title).toContain("room for 120 Envoy pods, 24 CPU and 30 GiB");
    expect(why()).toContain("Each Envoy pod asks for 200 m of CPU and 256 MiB, and for 10 m and 32 MiB in 1.3 and 1.4");
    expect(itemOf("2.30", "2.31")?.verify).toContain("`kubectl get pods -A --field-selector status.phase=Pending` there prints none of a namespace tenant-…");
  });

  test("the Config that was there before", () => {
    expect(itemOf("2.30", "2.31")?.verify).toContain("`kubectl get configs.kubelb.k8c.io -A` the Config that was there before");
  });

  test("what is open of it", () => {
    expect(itemOf("2.30", "2.31", { "loadBalancer.kubelbPlace": undefined })?.blockedBy).toEqual(["loadBalancer.kubelbPlace"]);
  });
});

test("a manager that is older than the connector of the new release goes first, without more room and a CRD that its version does not need", () => {
  const item = itemOf("2.29", "2.30");
  expect(item?.title).toBe("KubeLB 1.4 in place of 1.3, before KKP 2.30 is installed, by the step “Bring KubeLB to 1.4 on its management cluster”: CRDs, then the manager");
  expect(item?.verify).toContain("kubelb-manager-ee v1.4.3 or newer as deployed; `kubectl get pods -A");
  expect(item?.why).toBe("KKP 2.30 brings the connector 1.4.3 into user clusters as soon as it is installed, and a connector may send a manager of 1.3 what that does not know.");
});
