import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { dhcpWithoutRoom } from "./dhcp-without-room.ts";
import { workerDhcpWithoutRoom } from "./worker-dhcp-without-room.ts";

const range = (last: number) => ({ "network.places.main.dhcp": `10.20.0.50-10.20.0.${last}` });
const most = "infrastructure.datacenters.fra-vsphere.mostNodesPerCluster";

test.each(starterNames)("%s: silent", (name) => {
  expect([dhcpWithoutRoom, workerDhcpWithoutRoom].flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test("66 machines, and one more for each of 12 user clusters and the workers of the Seed: 79 leases", () => {
  expect(findingsOf(dhcpWithoutRoom, referenceAnswers(range(128)))).toEqual([]);
  expect(findingsOf(dhcpWithoutRoom, referenceAnswers(range(127)))).toMatchObject([
    { severity: "warning", message: "66 machines hold a lease, and machines that replace others or that autoscaling adds take up to 13 more; the range has 78, 1 too few." },
  ]);
});

test("a range that is too small for the machines themselves is the fault of another check", () => {
  expect(findingsOf(dhcpWithoutRoom, referenceAnswers(range(114)))).toEqual([]);
});

test("autoscaling to 20 nodes takes 15 more for each of 12 user clusters", () => {
  // 66 + 13 + 12 × 15 = 259, and 171 are there
  expect(findingsOf(dhcpWithoutRoom, referenceAnswers({ [most]: 20 }))[0]?.message).toContain("up to 193 more; the range has 171, 88 too few");
});

test("a worker network has room of its own", () => {
  const own = (last: number) =>
    referenceAnswers({
      "network.datacenters.fra-vsphere.workersIn": "own-network",
      "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/24",
      "network.datacenters.fra-vsphere.workerDhcp": `10.20.20.100-10.20.20.${last}`,
    });
  expect(findingsOf(workerDhcpWithoutRoom, own(171))).toEqual([]);
  expect(findingsOf(workerDhcpWithoutRoom, own(170))).toHaveLength(1);
});
