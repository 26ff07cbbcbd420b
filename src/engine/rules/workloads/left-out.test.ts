import { describe, expect, test } from "vitest";
import { blockTooSmall } from "../../checks/workloads/block-too-small.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const AT = "loadBalancer.datacenters.fra-vsphere";
const APP: Changes = { [`${AT}.workloads`]: "metallb-app", [`${AT}.workloadBlock`]: "10.20.31.0/28", [`${AT}.workloadRouters`]: ["10.20.0.2"], [`${AT}.workloadRouterAsn`]: 64500, [`${AT}.workloadAsn`]: 64513 };
const USED: Changes = { "network.places.main.usedAddresses": ["10.20.31.5", "10.20.31.6", "10.20.99.1"] };
const OWN: Changes = { [`${AT}.workloads`]: "own", [`${AT}.workloadBlock`]: "10.20.0.240/28", "network.places.main.usedAddresses": ["10.20.0.250"] };
const need = (changes: Changes) => referencePlan(changes).addresses.workloads[0];
const TAKEN = [{ address: "10.20.31.5", why: "In use at Frankfurt" }, { address: "10.20.31.6", why: "In use at Frankfurt" }];

describe("addresses of a block for workloads that somebody has", () => {
  test("are told with the block", () => {
    expect(need({ ...APP, ...USED })?.excluded).toEqual(TAKEN);
    expect(need(APP)?.excluded).toEqual([]);
  });

  test("are left out of the pool that tenants set up, and the step says so", () => {
    const plan = referencePlan({ ...APP, ...USED });
    expect(plan.settings.find(({ id }) => id.includes("balancers.workload-pool"))?.value).toEqual({ kind: "known", value: "the tenant's part of 10.20.31.0/28, without 10.20.31.5 and 10.20.31.6" });
    expect(plan.runbook.find(({ id }) => id === "step.workload-routers[fra-vsphere]")?.text).toContain("an IPAddressPool with the part of 10.20.31.0/28 that is this tenant's alone, without 10.20.31.5 and 10.20.31.6");
    expect(plan.checklist.find(({ id }) => id === "todo.workloads[fra-vsphere]")?.verify).toContain("all of 10.20.31.0/28 but 10.20.31.5 and 10.20.31.6 as reserved");
  });

  test("count in its ceiling: 14 of 16 are left", () => {
    expect(referencePlan({ ...APP, ...USED }).sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")).toMatchObject({ limit: 14, maxUserClusters: 14 });
  });

  test("may make it too small for 12 user clusters", () => {
    const used = (last: number): Changes => ({ ...APP, "network.places.main.usedAddresses": Array.from({ length: last }, (_, at) => `10.20.31.${at + 1}`) });
    expect(findingsOf(blockTooSmall, referenceAnswers(used(4)))).toEqual([]);
    expect(findingsOf(blockTooSmall, referenceAnswers(used(5)))[0]?.message).toContain("10.20.31.0/28 has 11 addresses that nobody has yet");
  });

  test("may be a range that lies partly in the block: 4 of 16 are cut off, and an address in it counts once", () => {
    const used: Changes = { ...APP, "network.places.main.usedAddresses": ["10.20.30.250-10.20.31.3", "10.20.31.2"] };
    expect(need(used)?.excluded).toEqual([{ address: "10.20.31.0-10.20.31.3", why: "In use at Frankfurt" }]);
    expect(referencePlan(used).sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")).toMatchObject({ limit: 12 });
    expect(findingsOf(blockTooSmall, referenceAnswers(used))).toEqual([]);
  });

  test("are left out of KKP's pool: ranges as they are, and each whole share that one touches", () => {
    const pool = (type: Changes): unknown[] =>
      referencePlan({ [`${AT}.workloads`]: "metallb-addon", [`${AT}.workloadBlock`]: "10.20.31.0/26", "network.places.main.usedAddresses": ["10.20.31.6-10.20.31.9"], ...type }).settings
        .flatMap(({ id, value }) => (id.includes("balancers.pool-excluded") && value.kind === "known" ? [value.value] : []));
    expect(pool({ [`${AT}.poolType`]: "range", [`${AT}.poolShare`]: 2 })).toEqual(["10.20.31.6-10.20.31.9"]);
    expect(pool({ [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 30 })).toEqual(["10.20.31.4/30, 10.20.31.8/30"]);
  });

  test("are the gateway, the broadcast address and used ones in the workers' own segment, whoever hands it out", () => {
    expect(need({ ...OWN, "network.places.main.gateway": "10.20.0.254" })?.excluded.map(({ address }) => address)).toEqual(["10.20.0.255", "10.20.0.254", "10.20.0.250"]);
  });
});
