import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, cellOf, findingsOf, valueOf, type Changes } from "../../testing/reference.ts";
import { networkTooSmall } from "../../checks/addresses/network-too-small.ts";
import { networkCeiling } from "../sizing/networks.ts";
import { networkUse } from "./network-use.ts";

const BLOCK = "loadBalancer.datacenters.vms.workloadBlock";
const NETWORK = "network.datacenters.vms.workerNetwork";

/** Ten user clusters of five virtual machines each in a network of 254 addresses, with a quarter of it for their Services. */
const GIVEN: Changes = {
  "infrastructure.places.hall.name": "Hall 3",
  "infrastructure.places.hall.kubevirtLoadBalancer": false,
  "infrastructure.clusters.seed.role": "master-and-seed",
  "infrastructure.clusters.seed.place": "hall",
  "infrastructure.datacenters.vms.name": "vms",
  "infrastructure.datacenters.vms.place": "hall",
  "infrastructure.datacenters.vms.provider": "kubevirt",
  "infrastructure.datacenters.vms.seed": "seed",
  "infrastructure.datacenters.vms.smallClusters": 10,
  "infrastructure.datacenters.vms.nodesPerCluster": 5,
  "network.datacenters.vms.workersIn": "own-network",
  [NETWORK]: "10.71.0.0/24",
  [BLOCK]: "10.71.0.192/26",
};
const answers = (changes: Changes = {}) => answersOf({ ...GIVEN, ...changes });
const item = (changes: Changes = {}) => planFrom(answers({ "network.infrastructureRanges": [], "project.upgradeFrom": "none", "project.release": "2.31", ...changes })).checklist.find(({ id }) => id === "todo.service-blocks[vms]");

test.each<[string, string, number]>([
  // Of 256 addresses AWS and Azure keep five, Google Cloud and Alibaba Cloud four; of 16 addresses AWS leaves eleven.
  ["aws", "10.71.0.0/24", 251],
  ["azure", "10.71.0.0/24", 251],
  ["gcp", "10.71.0.0/24", 252],
  ["alibaba", "10.71.0.0/24", 252],
  ["hetzner", "10.71.0.0/24", 254],
  ["aws", "10.71.0.0/28", 11],
  ["aws", "10.71.0.0/30", 0],
])("%s leaves machines what it does not keep of %s: %i addresses", (provider, block, capacity) => {
  expect(valueOf(networkUse, answers({ "infrastructure.datacenters.vms.provider": provider, [NETWORK]: block, [BLOCK]: undefined }), "vms").capacity).toBe(capacity);
});

describe("a block for workloads inside the network of the machines", () => {
  test.each<[string, Changes, number]>([
    // 254 addresses without network and broadcast address; the last of the block is the broadcast address.
    ["at the end of it", {}, 254 - 63],
    ["in the middle of it", { [BLOCK]: "10.71.0.128/26" }, 254 - 64],
    ["beside it", { [BLOCK]: "10.72.0.0/26" }, 254],
    ["over all of it", { [BLOCK]: "10.71.0.0/16" }, 0],
    ["left over from a choice that no longer stands", { "infrastructure.places.hall.kubevirtLoadBalancer": true }, 254],
  ])("%s lessens what is left for them", (_name, changes, capacity) => {
    expect(valueOf(networkUse, answers(changes), "vms").capacity).toBe(capacity);
  });

  test("lets user clusters end sooner", () => {
    // 191 addresses, six for each user cluster: five machines and one that replaces another.
    const ceiling = valueOf(networkCeiling, answers(), "vms");
    expect(ceiling).toMatchObject({ used: 60, limit: 191, maxUserClusters: 31 });
    expect(ceiling.why).toContain("10.71.0.192/26, which is kept for Services");
    expect(cellOf(networkCeiling, answers({ [BLOCK]: undefined }), "vms").outcome).toMatchObject({ kind: "waiting", missing: [BLOCK] });
  });

  test("leaves too few for the machines", () => {
    const few = { "infrastructure.datacenters.vms.nodesPerCluster": 20 };
    expect(findingsOf(networkTooSmall, answers(few)).map(({ message }) => message)).toEqual([
      "200 machines stand in it (200 for nodes of 10 user clusters of vms), and 10.71.0.0/24 has 191 addresses at most beside 10.71.0.192/26, which is kept for Services: 9 too few.",
    ]);
    expect(findingsOf(networkTooSmall, answers({ ...few, [BLOCK]: undefined }))).toEqual([]);
  });

  test("is taken out of what the infrastructure hands out", () => {
    expect(item()).toMatchObject({
      title: "10.71.0.192/26 taken out of what KubeVirt hands out in 10.71.0.0/24",
      team: "infrastructure",
      why: "Services of vms get addresses of 10.71.0.192/26, and a machine that KubeVirt gives one of them meets a Service there; 191 addresses are left for machines.",
      dependsOn: ["todo.worker-network[vms]"],
    });
    expect(item()?.verify).toContain("`spec.excludeIps`");
    expect(item({ [BLOCK]: "10.72.0.0/26" })).toBeUndefined();
    expect(item({ "project.upgradeFrom": "2.30" })).toBeUndefined();
  });
});

test("a block of virtual addresses in the node network is taken out as well", () => {
  const shared: Changes = {
    "network.datacenters.vms.workersIn": "node-network",
    [NETWORK]: undefined,
    "network.places.hall.nodeNetwork": "10.71.0.0/24",
    "infrastructure.clusters.seed.name": "seed",
    "infrastructure.clusters.seed.provider": "bare-metal",
    "infrastructure.clusters.seed.provisioning": "existing",
    "infrastructure.clusters.seed.workerCpu": 16,
    "infrastructure.clusters.seed.workerMemory": 64,
    "loadBalancer.clusters.seed.kind": "metallb-l2",
    "loadBalancer.clusters.seed.pool": "10.71.0.128/28",
    "loadBalancer.exposeStrategy": "NodePort",
    "storage.clusters.seed.backupTarget": "s3",
    "monitoring.mla": false,
    "monitoring.userClusterMla": false,
    "project.edition": "CE",
    "authentication.connector": "static-users",
    "project.release": "2.31",
    "project.upgradeFrom": "none",
  };
  expect(cellOf(networkUse, answers(shared), "vms").outcome).toMatchObject({ kind: "known", value: { capacity: 254 - 63 - 16 } });
  expect(item(shared)).toMatchObject({ title: "10.71.0.128/28 and 10.71.0.192/26 taken out of what KubeVirt hands out in 10.71.0.0/24", dependsOn: ["todo.node-network[hall]"] });
});
