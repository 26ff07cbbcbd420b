import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const items = (changes: Changes) => referencePlan(changes).checklist.filter(({ id }) => id.startsWith("todo.subscription["));
const SEED = "infrastructure.clusters.seed.operatingSystem";
const WORKERS = "infrastructure.datacenters.fra-vsphere.operatingSystems";

describe("a subscription of Red Hat", () => {
  test("is a prerequisite of each cluster and datacenter with RHEL", () => {
    expect(items({}).map(({ id }) => id)).toEqual([]);
    expect(items({ [SEED]: "rocky" }).map(({ id }) => id)).toEqual([]);
    expect(items({ [SEED]: "rhel" }).map(({ id }) => id)).toEqual(["todo.subscription[seed]"]);
    expect(items({ [WORKERS]: ["ubuntu", "rhel"] }).map(({ id, team }) => `${id} ${team}`)).toEqual(["todo.subscription[fra-vsphere] infrastructure"]);
    expect(items({ [WORKERS]: ["rhel"], "project.upgradeFrom": "2.29" })).toEqual([]);
  });

  test("names the fields that register workers, and no secret", () => {
    const [item] = items({ [WORKERS]: ["rhel"] });
    expect(item?.verify).toContain("takes: rhelSubscriptionManagerUser, rhelSubscriptionManagerPassword and rhsmOfflineToken; with a Satellite rhelSatelliteServer, rhelOrganizationName and rhelActivationKey beside rhelUseSatelliteServer: true");
    expect(item?.verify).not.toContain("`subscription-manager");
  });

  test("is somebody's work where no such field registers a machine", () => {
    expect(items({ [SEED]: "rhel" })[0]?.verify).toContain("somebody is named who registers each control plane of seed before KubeOne enters it");
    const byHand = items({ [SEED]: "rhel", "infrastructure.clusters.seed.provider": "bare-metal" })[0]?.verify;
    expect(byHand).toContain("on each machine prints no error");
    expect(byHand).not.toContain("MachineDeployment");
  });

  test.each<[string, Changes, string]>([
    ["by hand", { "infrastructure.clusters.seed.provider": "bare-metal" }, "`subscription-manager status` on each machine prints no error"],
    ["by KubeOne", {}, "the secret store holds what operatingSystemSpec of each MachineDeployment of seed takes: rhelSatelliteServer, rhelOrganizationName and rhelActivationKey beside rhelUseSatelliteServer: true, somebody is named who registers each control plane of seed there before KubeOne enters it"],
  ])("leads machines without internet to no host of Red Hat, made %s", (_how, changes, proof) => {
    const [item] = items({ [SEED]: "rhel", "network.places.main.internet": "offline", ...changes });
    expect(item?.verify).toBe(`The portal of Red Hat shows a subscription that is free for each of them; where a Satellite of yours serves them, ${proof}, and the security team has opened the way to it, which is no row of this plan; without one they register with nobody, since nothing leads from there to Red Hat, and load from the mirror that their image names`);
    expect(item?.why).toBe("The mirror is filled from Red Hat, which serves those alone that a subscription covers, and machines of seed install what lies there.");
  });

  test("of workers without internet is asked for in the same way", () => {
    const [item] = items({ [WORKERS]: ["rhel"], "network.places.main.internet": "offline" });
    expect(item?.verify).toContain("where a Satellite of yours serves them, the secret store holds");
    expect(item?.verify).not.toContain("rhelSubscriptionManagerUser");
  });

  test("may come with an image of a cloud", () => {
    expect(items({ [SEED]: "rhel", "infrastructure.clusters.seed.provider": "aws" })[0]?.verify).toContain("or their image is one that AWS sells with a subscription");
    expect(items({ [SEED]: "rhel" })[0]?.verify).not.toContain("sells");
  });
});
