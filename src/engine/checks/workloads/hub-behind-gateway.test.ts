import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { hubBehindGateway } from "./hub-behind-gateway.ts";

const HUB: Changes = {
  "infrastructure.places.away.name": "Halle",
  "infrastructure.datacenters.fra-vsphere.place": "away",
  "infrastructure.datacenters.fra-vsphere.provider": "vmware-cloud-director",
  "network.datacenters.fra-vsphere.workersIn": "own-network",
  "network.datacenters.fra-vsphere.workerNetwork": "192.168.7.0/24",
  "network.datacenters.fra-vsphere.routeToSeed": true,
  "network.datacenters.fra-vsphere.seenAs": "gateway",
  "network.datacenters.fra-vsphere.seenAddresses": ["10.170.0.1/32"],
  "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb",
  "loadBalancer.kubelbPlace": "main",
  "loadBalancer.kubelbNodes": "10.40.0.0/24",
};
const answersOf = (changes: Changes = {}) => changed(withSubject(referenceAnswers(), "place", "away"), { ...HUB, ...changes });
const said = (changes: Changes = {}) => findingsOf(hubBehindGateway, answersOf(changes)).map(({ message }) => message);

describe("KubeLB that dials workers by their own addresses", () => {
  test("is told of a gateway that puts others in place of these", () => {
    expect(said()).toEqual([expect.stringContaining("by their own addresses in 192.168.7.0/24. Others see these workers as 10.170.0.1/32:")]);
  });

  test("meets them where they are seen with their own, and where it stands in their network", () => {
    expect(said({ "network.datacenters.fra-vsphere.seenAs": "own" })).toEqual([]);
    expect(said({ "loadBalancer.kubelbNodes": "192.168.7.128/28" })).toEqual([]);
    expect(said({ "infrastructure.datacenters.fra-vsphere.provider": "vsphere" })).toEqual([]);
    expect(said({ "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon" })).toEqual([]);
  });

  test("says nothing while nobody says how they are seen, or where its nodes stand", () => {
    expect(said({ "network.datacenters.fra-vsphere.seenAs": undefined })).toEqual([]);
    expect(said({ "loadBalancer.kubelbNodes": undefined })).toEqual([]);
  });
});

describe("the link between KubeLB and those that it serves in another place", () => {
  const rows = (changes: Changes = {}) => planFrom(answersOf(changes)).access.filter(({ id }) => id.includes("kubelb")).map(({ id, title, detail }) => [id, title, detail.kind === "known" ? detail.value : detail.kind]);
  const TO_WORKERS = ["access.route-from-kubelb[fra-vsphere]", "Route from the nodes of KubeLB to the workers of fra-vsphere", "10.40.0.0/24 to 192.168.7.0/24"];

  test("leads to workers, and both ways to nodes of the platform", () => {
    expect(rows()).toEqual([TO_WORKERS]);
    expect(rows({ "loadBalancer.kubelbPlace": "away", "loadBalancer.clusters.seed.kind": "kubelb" })).toEqual([["access.route-to-kubelb[seed]", "Route between the nodes of seed and KubeLB, both ways", "10.40.0.0/24 and 10.20.0.0/24"]]);
  });

  test("leads from connectors of user clusters to its API, where KubeLB serves these alone", () => {
    const away: Changes = { "loadBalancer.kubelbPlace": "away", "loadBalancer.kubelbApi": "10.40.8.10" };
    expect(rows(away)).toEqual([["access.route-to-kubelb-api[seed]", "Route from the nodes of seed to the Kubernetes API of KubeLB", "10.20.0.0/24 to 10.40.8.10"]]);
    expect(rows({ ...away, "loadBalancer.kubelbApi": undefined })).toEqual([["access.route-to-kubelb-api[seed]", "Route from the nodes of seed to the Kubernetes API of KubeLB", "open"]]);
    expect(rows({ ...away, "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon" })).toEqual([]);
    const item = (changes: Changes) => planFrom(answersOf({ ...away, ...changes })).checklist.find(({ id }) => id === "todo.access.route-to-kubelb-api[seed]");
    expect(item({ "loadBalancer.kubelbRuns": true })).toMatchObject({ team: "network", verify: "From a test machine in the node network, `nc -vz` reaches 10.40.8.10 on TCP 6443", dependsOn: ["todo.node-network[main]"] });
    expect(item({ "loadBalancer.kubelbRuns": false })).toMatchObject({ verify: "From a test machine in the node network, `nc -vz` reaches a listener on a test machine that holds 10.40.8.10", dependsOn: ["todo.node-network[main]", "todo.kubelb-nodes"] });
  });

  test("takes as long as lines between sites do, which is longer than a network takes", () => {
    const days = (changes: Changes, id: string) => planFrom(answersOf(changes)).checklist.filter((item) => item.id.startsWith(id)).map(({ work, leadTime }) => [work, leadTime]);
    expect(days({}, "todo.access.route-from-kubelb[")).toEqual([["lines", 20]]);
    expect(days({ "loadBalancer.kubelbPlace": "away", "loadBalancer.clusters.seed.kind": "kubelb" }, "todo.access.route-to-kubelb[")).toEqual([["lines", 20]]);
    expect(days({ "loadBalancer.kubelbPlace": "away", "loadBalancer.kubelbApi": "10.40.8.10" }, "todo.access.route-to-kubelb-api[")).toEqual([["lines", 20]]);
    expect(days({}, "todo.node-network[main]")).toEqual([["network", 10]]);
    expect(days({ "project.leadTimes": [{ work: "lines", days: 31 }] }, "todo.access.route-from-kubelb[")).toEqual([["lines", 31]]);
  });

  test("comes after the networks in which its ends are tried", () => {
    const after = (changes: Changes) => planFrom(answersOf(changes)).checklist.find(({ title }) => title === TO_WORKERS[1])?.dependsOn;
    expect(after({ "loadBalancer.kubelbRuns": true })).toEqual(["todo.worker-network[fra-vsphere]"]);
    expect(after({ "loadBalancer.kubelbRuns": false })).toEqual(["todo.worker-network[fra-vsphere]", "todo.kubelb-nodes"]);
  });

  test("is open with the network of its nodes, and waits for its place", () => {
    expect(rows({ "loadBalancer.kubelbNodes": undefined })).toEqual([[TO_WORKERS[0], TO_WORKERS[1], "open"]]);
    expect(rows({ "loadBalancer.kubelbPlace": undefined })).toEqual([]);
  });

  test("is ordered, and the Seed is no longer said to be dialled alone", () => {
    const plan = planFrom(answersOf());
    expect(plan.checklist.find(({ title }) => title === TO_WORKERS[1])?.verify).toBe("From a machine in the network of KubeLB's nodes, `nc -vz` reaches a listener on a machine beside the workers, at its own address");
    expect(plan.access.find(({ id }) => id === "access.route[fra-vsphere]")?.why).toBe("Workers of fra-vsphere dial seed from Halle; seed dials none of them, so one direction is enough.");
  });
});
