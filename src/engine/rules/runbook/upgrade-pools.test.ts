import { describe, expect, test } from "vitest";
import { HELD_BEFORE, referencePlan, type Changes } from "../../testing/reference.ts";

const UPGRADE: Changes = { ...HELD_BEFORE, "project.release": "2.31", "project.upgradeFrom": "2.30" };
const stepsOf = (changes: Changes) => referencePlan(changes).runbook;
const stepOf = (changes: Changes) => stepsOf(changes).find(({ id }) => id === "step.upgrade-pools[seed]");

describe("pools that run before an upgrade", () => {
  test("are held against the plan before anything new asks for an address", () => {
    const ids = stepsOf(UPGRADE).map(({ id }) => id);
    expect(ids.indexOf("step.upgrade-pools[seed]")).toBeGreaterThan(0);
    expect(ids.indexOf("step.upgrade-pools[seed]")).toBeLessThan(ids.indexOf("step.upgrade-master"));
  });

  test("are shown, compared and changed, with the Services before and after", () => {
    const step = stepOf(UPGRADE);
    const held = "kubectl get services --all-namespaces | grep -F LoadBalancer";
    expect(step?.commands.filter((line) => line === held)).toHaveLength(2);
    expect(step?.commands).toContain("kubectl apply -f seed/metallb.yaml");
    // Beside 10.20.30.1 and 10.20.30.2, which run, the third address is the new one.
    expect(step?.why).toContain("10.20.30.3, which is planned for Envoy Gateway");
  });

  test("take nothing new where the entry stays", () => {
    expect(stepOf({ "project.release": "2.30", "project.upgradeFrom": "2.29" })?.why).not.toContain("planned for");
  });

  test("of an appliance are a value of its chart, which the bastion fetches again", () => {
    const plan = referencePlan({ ...UPGRADE, "loadBalancer.clusters.seed.kind": "appliance", "loadBalancer.clusters.seed.applianceAddress": "f5.example.com", "access.bastion": true });
    expect(plan.runbook.find(({ id }) => id === "step.upgrade-pools[seed]")?.commands.some((line) => line.startsWith("helm upgrade f5-ipam "))).toBe(true);
    expect(plan.firewall.external.some(({ host }) => host === "f5networks.github.io")).toBe(true);
  });

  test("come with the load balancer in a new installation, and are the infrastructure's where it gives the addresses", () => {
    expect(stepOf({})).toBeUndefined();
    expect(stepOf({ ...UPGRADE, "loadBalancer.clusters.seed.kind": "cloud", "infrastructure.clusters.seed.provider": "aws" })).toBeUndefined();
  });
});
