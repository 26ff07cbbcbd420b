import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { answersOf, changed, referencePlan, type Changes } from "../testing/reference.ts";
import { planFrom } from "./plan-from.ts";
import type { Plan } from "./plan.ts";

const waitingIn = ({ openPoints }: Plan, path: string) => openPoints.find((point) => point.path === path)?.waiting;
const without = (path: string, more: Changes = {}) => waitingIn(referencePlan({ ...more, [path]: undefined }), path);

describe("what waits for an answer", () => {
  test.each([
    ["authentication.ldapHost", ["1 firewall row with LDAP"]],
    ["network.places.main.dnsServers", ["3 firewall rows with DNS servers, Frankfurt"]],
    ["access.places.main.bastionAddress", ["8 firewall rows with Bastion, Frankfurt", "Access: Bastion"]],
    ["loadBalancer.datacenters.fra-vsphere.workloadBlock", ["1 firewall row with Workloads of fra-vsphere", "Addresses for workloads of user clusters"]],
    ["loadBalancer.clusters.seed.localAsn", ["Firewall rows: Nodes to their routers"]],
    ["dns.seedWildcard", ["Wildcard record of seed", "Records of seed's interfaces"]],
    ["project.customer", ["Cover of the plan"]],
  ])("%s", (path, waiting) => {
    expect(without(path)).toEqual(waiting);
  });

  test("is said once, with a number where it waits in many clusters", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "dns.seedWildcard": undefined }));
    expect(waitingIn(plan, "dns.seedWildcard")).toContain("Wildcard record of the Seed, for 2 of them");
  });

  test("is never nothing, and never a checklist's word for it where there is a row", () => {
    for (const { waiting } of referencePlan().openPoints) expect(waiting.filter((title) => !/Checklist|Step|Runbook/.test(title)).length).toBe(waiting.length);
    for (const { waiting } of planFrom(answersOf({ "project.domain": "kubermatic.example.com" })).openPoints) expect(waiting).not.toEqual([]);
  });
});
