import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const OWN: Changes = { "infrastructure.datacenters.fra-vsphere.operatingSystems": ["ubuntu", "rocky"], "infrastructure.datacenters.fra-vsphere.ownProfiles": true };
const UPGRADE: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30" };

const fields = (changes: Changes) => referencePlan(changes).settings.filter(({ field }) => field.includes("operatingSystemProfiles")).map(({ object, field, value }) => [object, field, value.kind === "known" ? value.value : value.kind]);

describe("profiles of the customer for operating systems of workers", () => {
  test("stand in the datacenter of the Seed object, one for each system", () => {
    expect(fields(OWN)).toEqual([
      ["Seed seed", "spec.datacenters.fra-vsphere.spec.operatingSystemProfiles.ubuntu", "<fill-in: name of the profile for Ubuntu, from whoever writes it>"],
      ["Seed seed", "spec.datacenters.fra-vsphere.spec.operatingSystemProfiles.rockylinux", "<fill-in: name of the profile for Rocky Linux, from whoever writes it>"],
    ]);
  });

  test("are KKP's own unless somebody says otherwise, which is listed", () => {
    expect(fields({})).toEqual([]);
    expect(referencePlan({}).assumptions.map(({ path }) => path)).toContain("infrastructure.datacenters.fra-vsphere.ownProfiles");
    expect(referencePlan({}).runbook.some(({ id }) => id.startsWith("step.profiles"))).toBe(false);
  });

  test("are written before the installation, and entered on the Seed before the first user cluster", () => {
    const { checklist, runbook } = referencePlan(OWN);
    expect(checklist.find(({ id }) => id === "todo.profiles[fra-vsphere]")?.title).toBe("Profiles of your own for workers of fra-vsphere with Ubuntu and Rocky Linux");
    const steps = runbook.map(({ id }) => id);
    expect(runbook.find(({ id }) => id === "step.profiles[seed]")?.commands).toEqual(['export KUBECONFIG="$PWD"/seed/kubeconfig', "kubectl apply -f seed/operating-system-profiles.yaml", "kubectl -n kubermatic get customoperatingsystemprofiles"]);
    expect(steps.indexOf("step.profiles[seed]")).toBeGreaterThan(steps.indexOf("step.seed[seed]"));
    expect(steps.indexOf("step.profiles[seed]")).toBeLessThan(steps.findIndex((id) => id.startsWith("step.acceptance")));
  });

  test("are compared with those of the new release on an upgrade, and stay where they are", () => {
    const { checklist, runbook } = referencePlan({ ...OWN, ...UPGRADE });
    expect(checklist.find(({ id }) => id === "todo.profiles[fra-vsphere]")?.title).toBe("Profiles of your own for workers of fra-vsphere compared with those of KKP 2.31");
    expect(runbook.some(({ id }) => id.startsWith("step.profiles"))).toBe(false);
  });

  test("take the advice away that KKP's profiles are made for other versions", () => {
    const older: Changes = { ...OWN, "infrastructure.datacenters.fra-vsphere.olderSystems": ["ubuntu-20.04"] };
    const advised = (changes: Changes) => referencePlan(changes).findings.some(({ id }) => id.startsWith("providers.older-systems") && id.includes("profile"));
    expect(advised({ ...older, "infrastructure.datacenters.fra-vsphere.ownProfiles": false })).toBe(true);
    expect(advised(older)).toBe(false);
  });

  test("are no choice where people set machines up by hand, or nobody knows their systems", () => {
    expect(fields({ ...OWN, "infrastructure.datacenters.fra-vsphere.provider": "bring-your-own" })).toEqual([]);
  });
});
