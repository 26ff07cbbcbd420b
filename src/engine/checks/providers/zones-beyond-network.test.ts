import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { changed, findingsOf, type Changes } from "../../testing/reference.ts";
import { zonesBeyondNetwork } from "./zones-beyond-network.ts";

const ZONES = "infrastructure.clusters.kubermatic.zones";
const DATACENTER = "infrastructure.places.main.hetznerDatacenter";
const found = (changes: Changes) => findingsOf(zonesBeyondNetwork, changed(installationAnswers("network-of-freelancers"), changes));

test.each<[string, Changes, readonly number[]]>([
  ["three locations of eu-central", { [ZONES]: 3, [DATACENTER]: "nbg1-dc3" }, []],
  ["a fourth there", { [ZONES]: 4, [DATACENTER]: "nbg1-dc3" }, [3]],
  ["two in us-east, which has one", { [ZONES]: 2, [DATACENTER]: "ash-dc1" }, [1]],
  ["one in us-east", { [ZONES]: 1, [DATACENTER]: "ash-dc1" }, []],
  ["a location that nobody looked up", { [ZONES]: 3, [DATACENTER]: "new1-dc1" }, []],
  ["a place that is not named yet", { [ZONES]: 3, [DATACENTER]: undefined }, []],
  ["a cluster that is there", { [ZONES]: 3, [DATACENTER]: "ash-dc1", "infrastructure.clusters.kubermatic.provisioning": "existing" }, []],
  ["an infrastructure without such a limit", { [ZONES]: 3, [DATACENTER]: "ash-dc1", "infrastructure.clusters.kubermatic.provider": "aws" }, []],
])("%s", (_case, changes, zones) => {
  expect(found(changes).flatMap(({ fixes }) => fixes.flatMap(({ set }) => set))).toEqual(zones.map((value) => ({ path: ZONES, value })));
});

test("names zone, locations and what would be cut off", () => {
  const [finding] = found({ [ZONES]: 2, [DATACENTER]: "ash-dc1" });
  expect(finding?.title).toBe("The network of kubermatic does not reach 2 zones");
  expect(finding?.message).toContain("us-east has 1 location: ash. Machines elsewhere would stand outside it, and the load balancer");
  expect(finding?.answers).toEqual([ZONES, DATACENTER]);
});
