import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { dhcpTooSmall } from "./dhcp-too-small.ts";
import { workerDhcpTooSmall } from "./worker-dhcp-too-small.ts";

const SMALL = { "network.places.main.dhcp": "10.20.0.50-10.20.0.51" };
const OWN = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/24", "network.datacenters.fra-vsphere.workerDhcp": "10.21.0.10-10.21.0.11" };
const sizes = ["infrastructure.datacenters.fra-vsphere.smallClusters", "infrastructure.datacenters.fra-vsphere.nodesPerCluster"];

test("workers of user clusters in the node network may leave it", () => {
  expect(findingsOf(dhcpTooSmall, referenceAnswers(SMALL))).toMatchObject([
    { remedy: "Widen the range, give the workers of user clusters a network of their own, or plan fewer nodes.", answers: ["network.places.main.dhcp", ...sizes] },
  ]);
});

test("where they have one, only the platform's own workers are left, and the user clusters' sizes are none of the range's business", () => {
  expect(findingsOf(dhcpTooSmall, referenceAnswers({ ...SMALL, ...OWN }))).toMatchObject([
    { remedy: "Widen the range, or plan larger and so fewer workers of the platform.", answers: ["network.places.main.dhcp"] },
  ]);
});

test("a network of their own is not offered to workers that have it", () => {
  expect(findingsOf(workerDhcpTooSmall, referenceAnswers(OWN))).toMatchObject([{ remedy: "Widen the range, or plan fewer nodes.", answers: ["network.datacenters.fra-vsphere.workerDhcp", ...sizes] }]);
});
