import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, valueOf, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { hostedSizing } from "./hosted.ts";
import { workersOf } from "./workers.ts";

const AT = "infrastructure.datacenters.hall-vms";
const answers = (changes: Changes = {}) => changed(starterAnswers("kubevirt-on-bare-metal"), changes);
const figures = (changes: Changes = {}) => {
  const [sum] = valueOf(hostedSizing, answers(changes), "hall");
  return [sum?.machines, sum?.cores, sum?.memory, sum?.disk];
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
    const [sum] = valueOf(hostedSizing, answers(), "hall");
    const { arithmetic = [], why = "" } = sum ?? {};
    expect(arithmetic).toEqual([
      "hall-vms: 8 × 4 nodes = 32 virtual machines, and 8 × 1 = 8 that replace others for a while: 40.",
      "40 × 4 vCPU = 160 vCPU, of which 10 share a core: 16 cores.",
      "40 × (16 GiB + 299 MiB that run each of them) = 652 GiB of memory.",
      "40 × 50 GiB = 2,000 GiB of disk.",
    ]);
    expect(why).toContain("32 virtual machines of 4 vCPU, 16 GiB and a disk of 50 GiB are the nodes of 8 user clusters of hall-vms");
    expect(cellOf(hostedSizing, answers(), "hall")).toMatchObject({ assumed: ["infrastructure.places.hall.kubevirtVcpusPerCore"] });
  });

  test.each(["kubevirtVmCpu", "kubevirtVmMemory", "kubevirtVmDisk"])("stay open without %s", (key) => {
    expect(cellOf(hostedSizing, answers({ [`${AT}.${key}`]: undefined }), "hall").outcome).toEqual({ kind: "waiting", missing: [`${AT}.${key}`] });
  });

  test("are none of the plan's on other infrastructures, or where no user cluster is planned", () => {
    expect(cellOf(hostedSizing, answers({ [`${AT}.provider`]: "vsphere" }), "hall").outcome.kind).toBe("not-applicable");
    expect(valueOf(hostedSizing, answers({ [`${AT}.smallClusters`]: 0 }), "hall")).toEqual([]);
  });

  test("are an item of the infrastructure team", () => {
    const item = planFrom(answers()).checklist.find(({ id }) => id === "todo.sizing.hosted[hall.kubevirt]");
    expect(item).toMatchObject({ team: "infrastructure", title: "Room for 40 virtual machines of hall-vms on the KubeVirt servers: 16 cores, 652 GiB of memory and 2,000 GiB of disk" });
    expect(item?.verify).toContain("With the largest server away");
  });
});

describe("servers that carry more than one datacenter", () => {
  const more = (changes: Changes = {}) =>
    changed(withSubject(answers(), "datacenter", "second"), {
      "infrastructure.datacenters.second.name": "second",
      "infrastructure.datacenters.second.place": "hall",
      "infrastructure.datacenters.second.provider": "kubevirt",
      "infrastructure.datacenters.second.seed": "seed",
      "infrastructure.datacenters.second.smallClusters": 1,
      "infrastructure.datacenters.second.nodesPerCluster": 1,
      "infrastructure.datacenters.second.kubevirtVmCpu": 2,
      "infrastructure.datacenters.second.kubevirtVmMemory": 8,
      "infrastructure.datacenters.second.kubevirtVmDisk": 25,
      ...changes,
    });

  // 40 and 2 machines; 160 + 4 vCPU by ten; 640 + 16 GiB and 40 × 299 + 2 × 267 = 12,494 MiB; 2,000 + 50 GiB.
  test("are one sum", () => {
    expect(valueOf(hostedSizing, more(), "hall")).toMatchObject([{ datacenters: ["hall-vms", "second"], clusters: [], machines: 42, cores: 17, memory: 669, disk: 2050 }]);
    const rooms = planFrom(more()).checklist.filter(({ id }) => id.startsWith("todo.sizing.hosted"));
    expect(rooms.map(({ title }) => title)).toEqual(["Room for 42 virtual machines of hall-vms and second on the KubeVirt servers: 17 cores, 669 GiB of memory and 2,050 GiB of disk"]);
  });

  test.each(["place", "provider"])("wait while the %s of one of them is open", (key) =>
    expect(cellOf(hostedSizing, more({ [`infrastructure.datacenters.second.${key}`]: undefined }), "hall").outcome).toEqual({ kind: "waiting", missing: [`infrastructure.datacenters.second.${key}`] }));

  test("leave out what stands elsewhere", () =>
    expect(valueOf(hostedSizing, more({ "infrastructure.datacenters.second.provider": "vsphere" }), "hall")).toMatchObject([{ datacenters: ["hall-vms"], machines: 40 }]));
});

describe("servers that carry a Seed as well", () => {
  const both = (changes: Changes = {}) => changed(installationAnswers("kubevirt-in-kubevirt"), changes);
  const workers = valueOf(workersOf, both(), "seed");

  // 50 machines of 4 vCPU and 16 GiB, 3 control planes of the same size, and the workers of 16 vCPU and 64 GiB with one that replaces another.
  test("hold both in one sum", () => {
    const [sum] = valueOf(hostedSizing, both(), "main");
    expect(workers).toBe(5);
    expect(sum).toMatchObject({ datacenters: ["vms"], clusters: ["seed"], machines: 59, cores: 31, memory: 1251, disk: 3250 });
    expect(sum?.arithmetic).toEqual([
      "vms: 10 × 4 nodes = 40 virtual machines, and 10 × 1 = 10 that replace others for a while: 50.",
      "seed: 3 control planes.",
      "seed: 5 workers, and 1 × 1 = 1 that replaces others for a while: 6.",
      "50 × 4 vCPU + 3 × 4 vCPU + 6 × 16 vCPU = 308 vCPU, of which 10 share a core: 31 cores.",
      "50 × (16 GiB + 299 MiB that run each of them) + 3 × (16 GiB + 299 MiB that run each of them) + 6 × (64 GiB + 494 MiB that run each of them) = 1,251 GiB of memory.",
      "50 × 50 GiB + 3 × 50 GiB + 6 × 100 GiB = 3,250 GiB of disk.",
    ]);
  });

  test("are proved by one item, to which that of the Seed's machines leads", () => {
    const { checklist } = planFrom(both());
    const verify = (id: string) => checklist.find((item) => item.id === id)?.verify ?? "";
    expect(verify("todo.sizing.hosted[main.kubevirt]")).toContain("the others have 31 cores and 1,251 GiB free by `kubectl describe nodes`, and the storage class 3,250 GiB");
    expect(verify("todo.machines[seed]")).toMatch(/^The room on the KubeVirt servers that this checklist names as one sum holds them; the team states/);
    expect(verify("todo.machines[seed]")).not.toContain("368 GiB");
  });

  test("hold what is still to be made where others built the Seed", () => {
    const built = { "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.workersThere": 3 };
    // 50 × 4 + 3 × 16 = 248 vCPU: two more workers and one that replaces another.
    expect(valueOf(hostedSizing, both(built), "main")).toMatchObject([{ clusters: ["seed"], machines: 53, cores: 25, disk: 2800 }]);
    expect(valueOf(hostedSizing, both({ ...built, "infrastructure.clusters.seed.workersThere": 5 }), "main")).toMatchObject([{ clusters: [], machines: 50, cores: 20 }]);
  });
});
