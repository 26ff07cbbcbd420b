import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, valueOf, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { hostedSizing } from "./hosted.ts";

const AT = "infrastructure.datacenters.hall-vms";
const answers = (changes: Changes = {}) => changed(starterAnswers("kubevirt-on-bare-metal"), changes);
const figures = (changes: Changes = {}) => {
  const { machines, cores, memory, disk } = valueOf(hostedSizing, answers(changes), "hall-vms");
  return [machines, cores, memory, disk];
};

describe("servers that carry the virtual machines of user clusters", () => {
  test.each<[string, Changes, readonly number[]]>([
    // 8 × 4 nodes and one more for each cluster; 160 vCPU by ten; 40 × (16 GiB + 218 + 16 + 4 × 8 + 32.8 MiB, rounded up to 299).
    ["the starter plan", {}, [40, 16, 652, 2000]],
    ["a vCPU with a core of its own", { "infrastructure.places.hall.kubevirtVcpusPerCore": 1 }, [40, 160, 652, 2000]],
    // 1 × 1 node and one more; 2 × 2 vCPU by ten, rounded up; 2 × (8 GiB + 218 + 16 + 2 × 8 + 16.4 MiB, rounded up to 267).
    ["the smallest", { [`${AT}.smallClusters`]: 1, [`${AT}.nodesPerCluster`]: 1, [`${AT}.kubevirtVmCpu`]: 2, [`${AT}.kubevirtVmMemory`]: 8, [`${AT}.kubevirtVmDisk`]: 25 }, [2, 1, 17, 50]],
  ])("%s", (_name, changes, expected) => expect(figures(changes)).toEqual(expected));

  test("say how the figures come about, and from which answers", () => {
    const { arithmetic, why } = valueOf(hostedSizing, answers(), "hall-vms");
    expect(arithmetic).toEqual([
      "hall-vms: 8 × 4 nodes = 32 virtual machines, and 8 × 1 = 8 that replace others for a while: 40.",
      "40 × 4 vCPU = 160 vCPU, of which 10 share a core: 16 cores.",
      "40 × (16 GiB + 299 MiB that run each of them) = 652 GiB of memory.",
      "40 × 50 GiB = 2,000 GiB of disk.",
    ]);
    expect(why).toContain("32 virtual machines of 4 vCPU, 16 GiB and a disk of 50 GiB are the nodes of 8 user clusters of hall-vms");
    expect(cellOf(hostedSizing, answers(), "hall-vms")).toMatchObject({ assumed: ["infrastructure.places.hall.kubevirtVcpusPerCore"] });
  });

  test.each(["kubevirtVmCpu", "kubevirtVmMemory", "kubevirtVmDisk"])("stay open without %s", (key) => {
    expect(cellOf(hostedSizing, answers({ [`${AT}.${key}`]: undefined }), "hall-vms").outcome).toEqual({ kind: "waiting", missing: [`${AT}.${key}`] });
  });

  test("are none of the plan's on other infrastructures, or where no user cluster is planned", () => {
    expect(cellOf(hostedSizing, answers({ [`${AT}.provider`]: "vsphere" }), "hall-vms").outcome.kind).toBe("not-applicable");
    expect(cellOf(hostedSizing, answers({ [`${AT}.smallClusters`]: 0 }), "hall-vms").outcome.kind).toBe("not-applicable");
  });

  test("are an item of the infrastructure team", () => {
    const item = planFrom(answers()).checklist.find(({ id }) => id === "todo.sizing.hosted[hall-vms]");
    expect(item).toMatchObject({ team: "infrastructure", title: "Room for 40 virtual machines of hall-vms on the KubeVirt servers: 16 cores, 652 GiB of memory and 2,000 GiB of disk" });
    expect(item?.verify).toContain("With the largest server away");
  });
});
