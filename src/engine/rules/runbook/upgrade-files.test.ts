import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const told = (changes: Changes): boolean => referencePlan(changes).runbook.some(({ text }) => text.includes("spec.auditLogging of a Seed reaches only user clusters of datacenters with spec.enforceAuditLogging"));
const AUDIT = { "infrastructure.seedExtras": ["audit"] };

test.each<[string, Changes, boolean]>([
  ["2.29 to 2.30 with audit logging", { ...AUDIT, "project.release": "2.30", "project.upgradeFrom": "2.29" }, true],
  ["2.29 to 2.30 without it", { "project.release": "2.30", "project.upgradeFrom": "2.29" }, false],
  ["2.30 to 2.31, which changes nothing of it", { ...AUDIT, "project.release": "2.31", "project.upgradeFrom": "2.30" }, false],
  ["a new platform", { ...AUDIT, "project.release": "2.30", "project.upgradeFrom": "none" }, false],
])("what an upgrade changes of audit logging is told: %s", (_name, changes, expected) => {
  expect(told(changes)).toBe(expected);
});

test.each<[string, Changes, boolean]>([
  ["2.28 to 2.29 without internet", { "network.places.main.internet": "offline", "project.release": "2.29", "project.upgradeFrom": "2.28" }, true],
  ["2.28 to 2.29 with it", { "project.release": "2.29", "project.upgradeFrom": "2.28" }, false],
  ["2.29 to 2.30, whose charts stay where they are", { "network.places.main.internet": "offline", "project.release": "2.30", "project.upgradeFrom": "2.29" }, false],
])("that the charts of user clusters move in the private registry is told: %s", (_name, changes, expected) => {
  expect(referencePlan(changes).runbook.some(({ text }) => text.includes("helmRepository ends in kubermatic-mirror/helm-charts in place of kubermatic/helm-charts"))).toBe(expected);
});

test("what the changelog of a release calls breaking is told where the plan has it", () => {
  const said = (changes: Changes) => referencePlan({ "project.upgradeFrom": "2.30", "project.release": "2.31", ...changes }).runbook.map(({ text }) => text).join(" ");
  const health = "User clusters on Cilium 1.15.16, 1.16.9, 1.17.7, 1.17.12, 1.18.2 and 1.18.6 go on running, but KKP 2.31 offers none of these: those older than 1.17.16 go to it before the upgrade, one minor release after the other";
  expect(said({})).toContain(health);
  expect(said({ "project.upgradeFrom": "2.29", "project.release": "2.30" })).not.toContain("go on running, but KKP");
  expect(said({ "monitoring.mla": true })).toContain("name the job kubelet in place of nodes");
  expect(said({ "monitoring.mla": false })).not.toContain("name the job kubelet in place of nodes");
  expect(said({})).not.toContain("kubermatic.k8c.io/cluster-id");
  expect(said({})).toContain("where componentsOverride raises what it asks for");
  expect(said({ "loadBalancer.entryBefore": "gateway" })).toContain("Own objects EnvoyProxy and SecurityPolicy");
  expect(said({ "loadBalancer.entryBefore": "nginx" })).not.toContain("Own objects EnvoyProxy and SecurityPolicy");
});

test("the right to read PersistentVolumes is asked for from KKP 2.30 on, of an upgrade as well", () => {
  const asked = (release: string, upgradeFrom: string) => referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": "kubevirt", "project.release": release, "project.upgradeFrom": upgradeFrom }).checklist.some(({ id }) => id === "todo.kubevirt-volumes[main]");
  expect([asked("2.30", "2.29"), asked("2.31", "2.30"), asked("2.30", "none"), asked("2.29", "2.28"), asked("2.29", "none")]).toEqual([true, true, true, false, false]);
});

/** KKP 2.29.6 and 2.30.1 brought it: an upgrade from 2.28 does so itself, one from 2.29 or 2.30 by the patch that comes before it. */
test.each([
  ["2.29", "2.28", "step.upgrade-files", "Since KKP 2.29.6"],
  ["2.30", "2.29", "step.upgrade-health", "Since KKP 2.29.6"],
  ["2.31", "2.30", "step.upgrade-health", "Since KKP 2.30.1"],
] as const)("what KKP's policies on KubeVirt select by is told where it comes: KKP %s", (release, upgradeFrom, step, words) => {
  const told = (changes: Changes) => referencePlan({ "project.release": release, "project.upgradeFrom": upgradeFrom, ...changes }).runbook.filter(({ text }) => text.includes("kubermatic.k8c.io/cluster-id"));
  const onKubevirt = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" };
  expect(told({ ...onKubevirt, "project.edition": "EE" }).map(({ id }) => id)).toEqual([step]);
  expect(told({ ...onKubevirt, "project.edition": "EE" })[0]?.text).toContain(words);
  expect(told({ "project.edition": "EE" })).toEqual([]);
});

test("logs stay readable over the change of Loki's index with 2.31: the chart's own day lies before every upgrade to it", () => {
  const told = (release: string, upgradeFrom: string, mla: boolean) => referencePlan({ "project.release": release, "project.upgradeFrom": upgradeFrom, "monitoring.mla": mla }).runbook.some(({ text }) => text.includes("from of the one with store tsdb becomes the day after the upgrade"));
  expect([told("2.31", "2.30", true), told("2.31", "2.30", false), told("2.30", "2.29", true)]).toEqual([true, false, false]);
});
