import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers } from "../testing/reference.ts";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { withSubject } from "../answers/answers.ts";
import { foreignCloud } from "./foreign-cloud.ts";

const azure = starterAnswers("vsphere-plus-azure");
const inFrankfurt = changed(azure, { "infrastructure.datacenters.azure-weu.place": "main", "network.datacenters.azure-weu.workersIn": "node-network" });

test("workers in Azure have no machine in the network of vSphere", () => {
  expect(findingsOf(foreignCloud, inFrankfurt)).toEqual([
    expect.objectContaining({
      id: "topology.foreign-cloud[main]#datacenter-azure-weu",
      severity: "blocker",
      title: "Workers of azure-westeurope cannot stand in the node network of Frankfurt",
      message: "10.20.0.0/24 is where the machines of seed stand on vSphere; Azure puts the workers of azure-westeurope into networks of its own, and no route makes the two one.",
      fixes: [{ title: "Give the workers of azure-westeurope a network of their own", set: [{ path: "network.datacenters.azure-weu.workersIn", value: "own-network" }] }],
    }),
  ]);
});

test("a network of their own ends it", () => {
  expect(findingsOf(foreignCloud, changed(inFrankfurt, { "network.datacenters.azure-weu.workersIn": "own-network" }))).toEqual([]);
});

test("a Seed in Azure moves to the place of Azure, where there is one", () => {
  const seed = changed(starterAnswers("vsphere-plus-azure-seed"), { "infrastructure.clusters.azure-seed.place": "main" });
  expect(findingsOf(foreignCloud, seed).map(({ title, fixes }) => ({ title, fixes }))).toEqual([
    { title: "Machines of azure-seed cannot stand in the node network of Frankfurt", fixes: [{ title: "Put azure-seed in Azure West Europe", set: [{ path: "infrastructure.clusters.azure-seed.place", value: "azure" }] }] },
  ]);
});

test("neither do machines of the customer stand in a network of the cloud, nor those of two clouds in one", () => {
  const turned = changed(inFrankfurt, { "infrastructure.clusters.seed.provider": "azure", "network.datacenters.fra-vsphere.workersIn": "node-network" });
  expect(findingsOf(foreignCloud, turned).map(({ title }) => title)).toEqual(["Workers of fra-vsphere cannot stand in the node network of Frankfurt"]);
  const two = changed(withSubject(azure, "datacenter", "second"), { "infrastructure.datacenters.second.place": "azure", "infrastructure.datacenters.second.provider": "aws", "network.datacenters.second.workersIn": "node-network" });
  expect(findingsOf(foreignCloud, two).map(({ title }) => title)).toEqual(["Workers of second cannot stand in the node network of Azure West Europe"]);
});

test.each(["bring-your-own", "edge", "kubevirt", "nutanix"])("workers by %s may stand beside vSphere", (provider) => {
  expect(findingsOf(foreignCloud, changed(inFrankfurt, { "infrastructure.datacenters.azure-weu.provider": provider }))).toEqual([]);
});

test("machines that somebody brings may stand in a cloud", () => {
  expect(findingsOf(foreignCloud, changed(azure, { "infrastructure.datacenters.fra-vsphere.place": "azure", "infrastructure.datacenters.fra-vsphere.provider": "bring-your-own", "network.datacenters.fra-vsphere.workersIn": "node-network" }))).toEqual([]);
});

test("what is not answered conflicts with nothing", () => {
  expect(findingsOf(foreignCloud, changed(inFrankfurt, { "infrastructure.datacenters.azure-weu.provider": undefined }))).toEqual([]);
  expect(findingsOf(foreignCloud, changed(inFrankfurt, { "network.datacenters.azure-weu.workersIn": undefined }))).toEqual([]);
  expect(findingsOf(foreignCloud, referenceAnswers())).toEqual([]);
});

test.each(starterNames)("%s has none", (name) => {
  expect(findingsOf(foreignCloud, starterAnswers(name))).toEqual([]);
});
