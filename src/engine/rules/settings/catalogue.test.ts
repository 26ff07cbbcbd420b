import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const FIELD = "spec.applications.defaultApplicationCatalog.enable";
const WORKLOADS = "loadBalancer.datacenters.fra-vsphere.workloads";
const row = (changes: Changes) => referencePlan(changes).settings.find(({ field }) => field === FIELD);

test("MetalLB from the catalogue needs the catalogue", () => {
  const found = row({ "project.edition": "EE", [WORKLOADS]: "metallb-app" });
  expect(found).toMatchObject({ object: "KubermaticConfiguration", value: { kind: "known", value: "true" } });
  expect(found?.why).toContain("Tenants of fra-vsphere find no MetalLB");
});

test.each<[string, Changes]>([
  ["the addon", { "project.edition": "EE", [WORKLOADS]: "metallb-addon" }],
  ["the Community Edition", { "project.edition": "CE", [WORKLOADS]: "metallb-app" }],
])("%s has none", (_what, changes) => {
  expect(row(changes)).toBeUndefined();
});
