import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const linesOf = (answers: ReturnType<typeof starterAnswers>, cluster = "seed"): readonly string[] =>
  planFrom(answers).runbook.find(({ id }) => id === `step.kubeone[${cluster}]`)?.files?.find(({ name }) => name.endsWith("/credentials.yaml"))?.lines ?? [];

test("vSphere: cloud controller and storage driver are told vCenter and datacenter, and nobody's password stands in the plan", () => {
  const lines = linesOf(changed(starterAnswers("reference-setup"), { "infrastructure.places.main.vsphereServer": "vcenter.example.com" }));
  expect(lines.filter((line) => line.includes("vcenter.example.com"))).toEqual(['  [VirtualCenter "vcenter.example.com"]', '  server = "vcenter.example.com"', '  [VirtualCenter "vcenter.example.com"]']);
  expect(lines.filter((line) => /^\S/.test(line))).toEqual(["cloudConfig: |", "csiConfig: |"]);
  expect(lines.filter((line) => line.includes("datacenter"))).toEqual(['  datacenter = "dc-1"', '  datacenters = "dc-1"']);
  expect(lines.filter((line) => line.includes("password")).every((line) => line.includes("<fill-in:"))).toBe(true);
  expect(lines.some((line) => line.includes("ip-family"))).toBe(false);
});

test("vSphere in both families: nodes get an address of each", () => {
  const dual: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual" };
  expect(linesOf(changed(starterAnswers("reference-setup"), dual))).toContain('  ip-family = "ipv4,ipv6"');
});

test("OpenStack: Keystone, region and the subnet of load balancers, where the place creates some", () => {
  const start = starterAnswers("openstack-two-tenants");
  const [place = ""] = start.subjects.place;
  expect(linesOf(start)).toEqual(expect.arrayContaining(['  auth-url = "<fill-in: URL of Keystone on keystone.example.com>"', '  region = "RegionOne"', "  [LoadBalancer]"]));
  const without = linesOf(changed(start, { [`infrastructure.places.${place}.openstackOctavia`]: false }));
  expect(without).toContain("cloudConfig: |");
  expect(without.join("\n")).not.toContain("LoadBalancer");
});

test("Nutanix and Cloud Director take no such file", () => {
  expect(linesOf(installationAnswers("nutanix-hospital"), "archive")).toEqual([]);
  expect(linesOf(installationAnswers("cloud-director-hoster"))).toEqual([]);
});
