import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { workloadsBehindRouters } from "./behind-routers.ts";

const AT = "infrastructure.datacenters.fra-vsphere";
const made = (workloads: string, octavia = false): Changes => ({
  [`${AT}.provider`]: "openstack",
  [`${AT}.openstackMadeNetworks`]: true,
  "infrastructure.places.main.openstackOctavia": octavia,
  "loadBalancer.datacenters.fra-vsphere.workloads": workloads,
});
const said = (changes: Changes) => findingsOf(workloadsBehindRouters, referenceAnswers(changes)).map(({ message }) => message);

test.each([
  ["metallb-addon", "addresses that they answer for are seen by their own user cluster alone"],
  ["metallb-app", "addresses that they answer for are seen by their own user cluster alone"],
  ["kubelb", "KubeLB reaches those alone that have a floating address"],
])("%s leads nobody through a router that KKP makes", (workloads, why) => {
  expect(said(made(workloads))).toEqual([expect.stringContaining(why)]);
});

test("a block of tenants' own leads nowhere either", () => {
  expect(said({ ...made("own"), "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.30.20.0/24" })).toEqual([expect.stringContaining("addresses that they answer for are seen by their own user cluster alone")]);
});

test("a block in the network of the workers is no way out: every address of it is leased to machines", () => {
  const { findings } = referencePlan({ ...made("metallb-addon"), "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.30.20.0/27", "loadBalancer.datacenters.fra-vsphere.poolType": "range", "loadBalancer.datacenters.fra-vsphere.poolShare": 1 });
  expect(findings.filter(({ check }) => ["workloads.layer-2-block", "workloads.behind-routers"].includes(check)).map(({ check, severity }) => [check, severity])).toEqual([["workloads.behind-routers", "blocker"]]);
});

test("tenants' own without one, and the infrastructure's load balancers, are no matter of it", () => {
  expect(said({ ...made("own"), "loadBalancer.datacenters.fra-vsphere.workloadBlock": undefined })).toEqual([]);
  expect(said(made("metallb-addon", true))).toEqual([]);
  expect(said({ ...made("metallb-addon"), [`${AT}.openstackMadeNetworks`]: false })).toEqual([]);
});

test("KubeLB is told to look for internal addresses only where it is routed to them", () => {
  const fields = (changes: Changes) => referencePlan({ "project.edition": "EE", ...changes }).settings.filter(({ field }) => field.endsWith("kubelb.nodeAddressType")).length;
  expect(fields({ ...made("kubelb"), [`${AT}.openstackMadeNetworks`]: false })).toBe(1);
  expect(fields(made("kubelb"))).toBe(0);
});
