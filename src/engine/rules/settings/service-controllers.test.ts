import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const LB = "infrastructure.places.hall.kubevirtLoadBalancer";
const WORKLOADS = "loadBalancer.datacenters.hall-vms.workloads";
const rows = (changes: Changes) =>
  planFrom(changed(starterAnswers("kubevirt-on-bare-metal"), changes)).settings.filter(({ field }) => field.endsWith("ccmLoadBalancerEnabled"));

describe("the cloud controller of KubeVirt serves every Service unless the datacenter says no", () => {
  test.each(["metallb-app", "kubelb", "own"])("without load balancers of the infrastructure and with %s it is told so", (workloads) => {
    for (const release of ["2.28", "2.29", "2.30", "2.31"]) {
      const [row, ...more] = rows({ "project.release": release, [LB]: false, [WORKLOADS]: workloads });
      expect(more).toEqual([]);
      expect(row).toMatchObject({ object: "Seed seed", field: "spec.datacenters.hall-vms.spec.kubevirt.ccmLoadBalancerEnabled", value: { kind: "known", value: "false" } });
      expect(row?.why).toContain("writes its empty status over the address");
    }
  });

  test("with load balancers of the KubeVirt cluster nothing is said", () => {
    expect(rows({ [LB]: true })).toEqual([]);
  });

  test("while nobody knows which it is, nothing is said", () => {
    expect(rows({ [LB]: undefined, [WORKLOADS]: undefined })).toEqual([]);
    expect(rows({ [LB]: false, [WORKLOADS]: undefined }).length).toBeLessThanOrEqual(1);
  });

  test("other infrastructures have no such field", () => {
    expect(rows({ [LB]: false, [WORKLOADS]: "metallb-app", "infrastructure.datacenters.hall-vms.provider": "vsphere" })).toEqual([]);
  });
});
