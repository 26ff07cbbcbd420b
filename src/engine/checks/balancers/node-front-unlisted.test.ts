import { describe, expect, test } from "vitest";
import { answersOf, findingsOf, type Changes } from "../../testing/reference.ts";
import { nodeFrontUnlisted } from "./node-front-unlisted.ts";

const FRONT = "loadBalancer.clusters.seed.nodeFront";
const SOURCES = "loadBalancer.clusters.seed.nodeFrontSources";
const WORKERS = "infrastructure.clusters.seed.workerAddresses";

/** Three control planes and two workers, all listed; names lead to an address beside theirs, as to a node. */
const GIVEN: Changes = {
  "infrastructure.places.main.name": "Frankfurt",
  "infrastructure.clusters.seed.name": "seed",
  "infrastructure.clusters.seed.place": "main",
  "infrastructure.clusters.seed.provider": "bare-metal",
  "infrastructure.clusters.seed.provisioning": "kubeone",
  "infrastructure.clusters.seed.controlPlanes": 3,
  "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.0.11", "10.20.0.12", "10.20.0.13"],
  [WORKERS]: ["10.20.0.21", "10.20.0.22"],
  "network.places.main.nodeNetwork": "10.20.0.0/24",
  "loadBalancer.clusters.seed.kind": "none",
  "loadBalancer.clusters.seed.apiEndpoint": "external",
  "loadBalancer.clusters.seed.apiAddress": "10.20.0.10",
  [FRONT]: "10.20.0.30",
  [SOURCES]: [],
};
const found = (changes: Changes = {}) => findingsOf(nodeFrontUnlisted, answersOf({ ...GIVEN, ...changes }));

test("an address that no listed machine has is reported with the machines, and healed by a worker or by what leads on", () => {
  const [finding, ...others] = found();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: "blocker",
    title: "10.20.0.30 is none of the machines of seed",
    fixes: [{ set: [{ path: FRONT, value: "10.20.0.21" }] }, { set: [{ path: SOURCES, value: ["10.20.0.30/32"] }] }],
  });
  expect(finding?.message).toContain("its machines have 10.20.0.11, 10.20.0.12, 10.20.0.13, 10.20.0.21 and 10.20.0.22:");
  for (const { set } of finding?.fixes ?? []) expect(found(Object.fromEntries(set.map(({ path, value }) => [path, value])))).toEqual([]);
});

describe("nothing is said", () => {
  test.each<[string, Changes]>([
    ["of a listed worker", { [FRONT]: "10.20.0.22", [SOURCES]: undefined }],
    ["of a listed control plane", { [FRONT]: "10.20.0.11", [SOURCES]: undefined }],
    ["of something that leads on", { [SOURCES]: ["10.20.0.30/32"] }],
    ["while nobody has said whether it leads on", { [SOURCES]: undefined }],
    ["while the workers are not listed yet", { [WORKERS]: undefined }],
    ["of the address that control planes hand around", { [FRONT]: "10.20.0.10", "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" }],
    ["outside the node network, where another check speaks", { [FRONT]: "10.8.0.5" }],
    ["where machines are made with addresses of their own", { "infrastructure.clusters.seed.provider": "openstack" }],
    ["of a cluster that somebody else has built", { "infrastructure.clusters.seed.provisioning": "existing" }],
    ["where Services have addresses", { "loadBalancer.clusters.seed.kind": "metallb-l2" }],
  ])("%s", (_name, changes) => expect(found(changes)).toEqual([]));

  test("of the address of the API, unless something apart has it", () => {
    expect(found({ [FRONT]: "10.20.0.10" }).map(({ title }) => title)).toEqual(["10.20.0.10 is none of the machines of seed"]);
  });
});
