import { describe, expect, test } from "vitest";
import { changed, referenceAnswers, type Changes } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import type { Answers } from "../answers/answers.ts";
import { addressPins } from "./address-pins.ts";
import { planFrom } from "./plan-from.ts";

const LB: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer" };
const SEED = "loadBalancer.clusters.seed";
const MORE = "infrastructure.datacenters.fra-vsphere.smallClusters";
const APIS: Changes = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };

const pinsOf = (answers: Answers) => addressPins(answers, planFrom(answers));
const pinned = (answers: Answers) => pinsOf(answers).reduce((so, { path, value }) => changed(so, { [path]: value }), answers);
const held = (answers: Answers) => Object.fromEntries(planFrom(answers).addresses.assignments.flatMap(({ id, address, pool }) => (pool && address.kind === "known" ? [[id.replace("address.", ""), address.value]] : [])));

describe("what is offered", () => {
  test("each single address of a block, with who has it", () => {
    expect(pinsOf(referenceAnswers())).toEqual([
      { path: `${SEED}.keepEntry`, value: "10.20.30.1", title: "Platform entry", address: "10.20.30.1" },
      { path: `${SEED}.keepNodeportProxy`, value: "10.20.30.2", title: "nodeport-proxy of seed", address: "10.20.30.2" },
    ]);
  });

  test("runs of user clusters and of API servers, in as many pieces as they have", () => {
    const pins = pinsOf(referenceAnswers({ ...LB, [MORE]: 14 }));
    expect(pins.at(-1)).toEqual({ path: `${SEED}.keepUserClusters`, value: ["10.20.30.0", "10.20.30.3-10.20.30.15"], title: "14 user clusters of seed", address: "10.20.30.0, 10.20.30.3-10.20.30.15" });
    expect(pinsOf(referenceAnswers(APIS)).at(-1)).toMatchObject({ path: `${SEED}.keepApiServers`, value: ["10.20.30.3-10.20.30.14"] });
  });

  test("nothing twice, and nothing that the infrastructure hands out", () => {
    expect(pinsOf(pinned(referenceAnswers(LB)))).toEqual([]);
    expect(pinsOf(starterAnswers("proof-of-concept"))).toEqual([]);
  });

  test("only what came on top, once a run has grown", () => {
    const grown = changed(pinned(referenceAnswers({ ...LB, [MORE]: 4 })), { [MORE]: 6 });
    expect(pinsOf(grown)).toMatchObject([{ path: `${SEED}.keepUserClusters`, value: ["10.20.30.9-10.20.30.14"] }]);
  });
});

describe("what is kept stays", () => {
  test.each<[string, Changes]>([
    ["without any change", {}],
    ["when user clusters come to it", { [MORE]: 7 }],
    ["when the block is widened, upwards", { [`${SEED}.pool`]: "10.20.30.0/26" }],
    ["when addresses elsewhere in the block are taken", { "network.places.main.usedAddresses": ["10.20.30.3", "10.20.30.15"] }],
    ["when the MLA gets an entry", { "monitoring.userClusterMla": false }],
  ])("%s", (_when, changes) => {
    const before = pinned(referenceAnswers({ ...LB, [MORE]: 5 }));
    const { "user-clusters[seed]": run = "", ...singles } = held(changed(before, changes));
    expect(singles).toEqual({ "entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2" });
    expect(run).toContain("10.20.30.14");
  });

  test("a run beside another keeps its place, and the other grows around it", () => {
    const both = { ...LB, ...APIS, [`${SEED}.pool`]: "10.20.30.0/27", [MORE]: 4 };
    expect(held(referenceAnswers(both))).toMatchObject({ "user-clusters[seed]": "10.20.30.27-10.20.30.30", "api-servers[seed]": "10.20.30.23-10.20.30.26" });
    expect(held(changed(pinned(referenceAnswers(both)), { [MORE]: 6 }))).toMatchObject({
      "user-clusters[seed]": "10.20.30.21-10.20.30.22, 10.20.30.27-10.20.30.30",
      "api-servers[seed]": "10.20.30.19-10.20.30.20, 10.20.30.23-10.20.30.26",
    });
  });

  test("single addresses keep out of a kept run, though it lies at the bottom", () => {
    expect(held(referenceAnswers({ ...LB, [MORE]: 2, [`${SEED}.keepUserClusters`]: ["10.20.30.1-10.20.30.2"] }))).toEqual({
      "entry[seed]": "10.20.30.3",
      "nodeport-proxy[seed]": "10.20.30.4",
      "user-clusters[seed]": "10.20.30.1-10.20.30.2",
    });
  });

  test("the rest of a run that shrank is free for others", () => {
    expect(held(referenceAnswers({ ...LB, [MORE]: 2, [`${SEED}.keepUserClusters`]: ["10.20.30.1-10.20.30.4"] }))).toEqual({
      "entry[seed]": "10.20.30.1",
      "nodeport-proxy[seed]": "10.20.30.2",
      "user-clusters[seed]": "10.20.30.3-10.20.30.4",
    });
  });

  test("the entry's address stays with its Service when an upgrade replaces it", () => {
    const upgraded = changed(pinned(referenceAnswers()), { "project.release": "2.31", "project.upgradeFrom": "2.30" });
    expect(held(upgraded)).toEqual({ "entry[seed]": "10.20.30.3", "former-entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2" });
  });
});
