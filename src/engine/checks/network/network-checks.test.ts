import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { dualStack } from "./dual-stack.ts";

const DUAL: Changes = { "network.ipFamily": "dual" };
const found = (changes: Changes) => findingsOf(dualStack, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);

describe("two address families", () => {
  test("are examined where they are chosen only", () => {
    expect(found({})).toEqual([]);
    expect(found(DUAL)).toEqual(["warning: Dual stack in fra-vsphere is a technology preview"]);
    expect(found({ ...DUAL, "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" })).toEqual(["blocker: KubeVirt has no dual stack for fra-vsphere"]);
  });

  test("vSphere must be told, and brings no load balancer for them", () => {
    const [finding] = findingsOf(dualStack, referenceAnswers(DUAL));
    expect(finding?.message).toContain("ipv6Enabled for vSphere");
    expect(finding?.message).toContain("no IPv6 address");
  });

  test("add two ranges, of the product's defaults", () => {
    const plan = referencePlan(DUAL);
    expect(plan.addresses.ranges.filter(({ id }) => id.endsWith("-v6")).map(({ text }) => text)).toEqual(["fd01::/48", "fd02::/108"]);
    expect(referencePlan({ ...DUAL, "network.userClusterServices6": "fd01::/108" }).findings.some(({ check, severity }) => check === "addresses.ranges-overlap" && severity === "blocker")).toBe(true);
  });
});

test("user clusters on KubeVirt have ranges of their own, which may repeat those of others", () => {
  const nested: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" };
  const ranges = (changes: Changes) => referencePlan(changes).addresses.ranges.filter(({ id }) => id.endsWith("-nested")).map(({ text }) => text);
  const overlaps = (changes: Changes) => referencePlan(changes).findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ title }) => title);
  expect(ranges({})).toEqual([]);
  expect(ranges(nested)).toEqual(["172.26.0.0/16", "10.241.0.0/20"]);
  expect(overlaps({ ...nested, "network.nestedPods": "172.25.0.0/16" })).toEqual([]);
  expect(overlaps({ ...nested, "network.nestedPods": "10.20.0.0/16" }).length).toBeGreaterThan(0);
});
