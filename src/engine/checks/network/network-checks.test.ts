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
