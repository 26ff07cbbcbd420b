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
