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
    ["loadBalancer.datacenters.fra-vsphere.workloadBlock", ["Addresses for workloads of user clusters", "1 firewall row with Workloads of fra-vsphere"]],
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

  test.each([
    ["project.release", ["Virtual address of the entry", "Record of the base domain", "Certificate of the entry", "4 firewall rows with Platform entry", "Worker machines"]],
    ["project.domain", ["Record of the base domain", "Certificate of the entry", "Firewall rows: Users to the platform entry"]],
    ["infrastructure.clusters.seed.controlPlanes", ["Address of the Kubernetes API", "Record of the Kubernetes API", "1 firewall row with Kubernetes API of seed", "Control-plane machines"]],
  ])("begins with one thing of each kind, those that teams know best first: %s", (path, first) => {
    expect(without(path)?.slice(0, first.length)).toEqual(first);
  });

  test("begins with the leases of a DHCP range only where nothing nearer waits: they are counted from workers", () => {
    const waiting = waitingIn(planFrom(changed(starterAnswers("air-gapped-bank"), { "authentication.connector": undefined })), "authentication.connector");
    expect(waiting?.[0]).toBe("Certificate of the entry");
  });

  test.each([
    ["project.release", /former entry/],
    ["infrastructure.clusters.seed.controlPlanes", /VRRP|Machine in front|Load balancer of the Kubernetes API/],
    ["infrastructure.clusters.seed.provisioning", /VRRP|Machine in front|Load balancer of the Kubernetes API/],
    ["infrastructure.clusters.seed.role", /KubeLB|Seed elsewhere/],
    ["infrastructure.datacenters.fra-vsphere.provider", /KubeLB/],
    ["infrastructure.datacenters.fra-vsphere.seed", /KubeLB/],
  ])("names nothing that other answers rule out: %s", (path, impossible) => {
    const waiting = without(path, { "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" }) ?? [];
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.filter((title) => impossible.test(title))).toEqual([]);
  });

  test("is told of the base domain as well while nobody knows which cluster is the master", () => {
    expect(without("project.domain", { "infrastructure.clusters.seed.role": undefined })).toEqual(expect.arrayContaining(["Record of the base domain", "Records below the base domain", "Certificate of the entry"]));
  });
});
