import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { madeNetworkTooSmall } from "./made-networks.ts";

const AT = "infrastructure.datacenters.fra-vsphere";
const made: Changes = { [`${AT}.provider`]: "openstack", [`${AT}.openstackMadeNetworks`]: true };
const found = (changes: Changes) => findingsOf(madeNetworkTooSmall, referenceAnswers(changes));

test.each([
  [253, 0],
  [254, 1],
])("a network that KKP makes and user clusters of %i nodes: %i findings", (nodes, count) => {
  expect(found({ ...made, [`${AT}.nodesPerCluster`]: nodes })).toHaveLength(count);
});

test("the figures are told, and the fix clears it", () => {
  const changes = { ...made, "project.release": "2.28", "project.upgradeFrom": "none", [`${AT}.nodesPerCluster`]: 300 };
  const [finding] = found(changes);
  expect(finding?.severity).toBe("blocker");
  expect(finding?.message).toBe("A user cluster of 300 nodes stands in one 192.168.1.0/24, which has 253 addresses for machines, and no field makes it larger.");
  for (const { set } of finding?.fixes ?? []) expect(findingsOf(madeNetworkTooSmall, changed(referenceAnswers(changes), Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
});

test.each(["2.29", "2.30", "2.31"])("KKP %s lets a user cluster ask for a larger one", (release) => {
  const [finding] = found({ ...made, "project.release": release, [`${AT}.nodesPerCluster`]: 300 });
  expect(finding).toMatchObject({ severity: "warning", message: "A user cluster of 300 nodes stands in one 192.168.1.0/24, which has 253 addresses for machines unless it asks for a larger one by subnetCidr and subnetAllocationPool when it is made." });
});

test("a network that is there has the size that somebody gave it", () => {
  expect(found({ ...made, [`${AT}.openstackMadeNetworks`]: false, [`${AT}.nodesPerCluster`]: 300 })).toEqual([]);
});
