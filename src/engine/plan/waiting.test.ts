import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { answersOf, changed, referencePlan, type Changes } from "../testing/reference.ts";
import { planFrom } from "./plan-from.ts";
import type { Plan } from "./plan.ts";

const waitingIn = ({ openPoints }: Plan, path: string) => openPoints.find((point) => point.path === path)?.waiting;
const without = (path: string, more: Changes = {}) => waitingIn(referencePlan({ ...more, [path]: undefined }), path);

describe("what waits for an answer", () => {
  test.each([
    ["authentication.ldapHost", ["Firewall rows: 1 with LDAP"]],
    ["network.places.main.dnsServers", ["Firewall rows: 3 with DNS servers, Frankfurt"]],
    ["access.places.main.bastionAddress", ["Firewall rows: 9 with Bastion, Frankfurt", "Access: Bastion"]],
    ["loadBalancer.datacenters.fra-vsphere.workloadBlock", ["Addresses for workloads of user clusters", "Firewall rows: 1 with Workloads of fra-vsphere"]],
    ["loadBalancer.clusters.seed.localAsn", ["Firewall rows: Nodes to their routers"]],
    ["dns.seedWildcard", ["Wildcard record of seed", "Records of seed's interfaces"]],
    ["project.customer", ["Cover of the plan"]],
  ])("%s", (path, waiting) => {
    expect(without(path)).toEqual(waiting);
  });

  test("is said once, with a number where it waits in many clusters", () => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "dns.seedWildcard": undefined }));
    expect(waitingIn(plan, "dns.seedWildcard")).toContain("Wildcard record of 2 Seeds");
  });

  test("is one form for every kind: the part, then what of it, in capitals alike", () => {
    for (const [path, changes] of [["network.places.main.bastionAddress", {}], ["loadBalancer.clusters.seed.localAsn", {}], ["infrastructure.clusters.seed.controlPlanes", {}]] as const) {
      const waiting = without(path, changes) ?? [];
      expect(waiting.filter((title) => /^\d|: [a-z]|of them$/.test(title))).toEqual([]);
      expect(waiting).toEqual([...new Set(waiting)]);
    }
  });

  test("names steps, items and checks where nothing else waits, and what gathers them only where there is nothing but it", () => {
    const networkPlugin = waitingIn(planFrom(changed(starterAnswers("edge-from-google-cloud"), { "loadBalancer.clusters.seed.cni": undefined })), "loadBalancer.clusters.seed.cni");
    expect(networkPlugin).toEqual(["Step: Network policy of a Seed on Cilium"]);
  });

  test("is never nothing, and never a checklist's word for it where there is a row", () => {
    for (const { waiting } of referencePlan().openPoints) expect(waiting.filter((title) => !/Checklist|Step|Runbook/.test(title)).length).toBe(waiting.length);
    for (const { waiting } of planFrom(answersOf({ "project.domain": "kubermatic.example.com" })).openPoints) expect(waiting).not.toEqual([]);
  });

  test.each([
    ["project.release", ["Virtual address of the entry", "Record of the base domain", "Certificate of the entry", "Firewall rows: 2 with Platform entry", "Worker machines"]],
    ["project.domain", ["Record of the base domain", "Certificate of the entry", "Firewall rows: Users to the platform entry"]],
    ["infrastructure.clusters.seed.controlPlanes", ["Address of the Kubernetes API", "Record of the Kubernetes API", "Firewall rows: 1 with Kubernetes API of seed", "Control-plane machines"]],
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
