import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const MANAGED: Changes = { "access.service": "managed", "access.serviceWay": "VPN", "access.serviceHours": "always" };
const verify = (changes: Changes = {}) => referencePlan({ ...MANAGED, "project.upgradeFrom": "none", ...changes }).checklist.filter(({ id }) => id.startsWith("todo.access.service-")).map((item) => item.verify);

test("a managed service is proven without alerts of a platform that is not there yet", () => {
  const both = "An engineer of the service comes in by it at the agreed hours, and somebody is named whose phone rings; an alert reaches it at the acceptance only";
  expect(verify()).toEqual([both, both]);
  const alone = "An engineer of the service comes in by it at the agreed hours";
  expect(verify({ "monitoring.mla": false })).toEqual([alone, alone]);
});
