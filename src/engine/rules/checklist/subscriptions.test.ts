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

  test("may come with an image of a cloud", () => {
    expect(items({ [SEED]: "rhel", "infrastructure.clusters.seed.provider": "aws" })[0]?.verify).toContain("or their image is one that AWS sells with a subscription");
    expect(items({ [SEED]: "rhel" })[0]?.verify).not.toContain("sells");
  });
});
