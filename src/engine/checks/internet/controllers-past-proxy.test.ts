import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, findingsOf, type Changes } from "../../testing/reference.ts";
import { controllersPastProxy } from "./controllers-past-proxy.ts";

const found = (changes: Changes = {}) => findingsOf(controllersPastProxy, changed(installationAnswers("insurer-behind-a-proxy"), changes));
const titles = (changes: Changes = {}) => found(changes).map(({ severity, title }) => `${severity}: ${title}`);
const OWN = "warning: seed asks for disks and load balancers past the proxy";
const OF_USERS = "warning: Cloud controllers of user clusters on seed call past the proxy";

test("a cluster that KubeOne builds on a vendor's cloud, and the user clusters that it serves there", () => {
  expect(titles()).toEqual([OWN, OF_USERS]);
  const [own, users] = found();
  expect(own?.message).toContain("do not pass the proxy in Dublin");
  expect(own?.remedy).toContain("HTTPS_PROXY and NO_PROXY in copies of both addons");
  expect(users?.message).toContain("call the AWS API on the internet");
  expect(users?.remedy).not.toContain("addons of KubeOne");
});

test.each<[string, Changes, readonly string[]]>([
  ["managed: its drivers are the business of whoever runs it", { "infrastructure.clusters.seed.provisioning": "managed" }, [OF_USERS]],
  ["existing likewise", { "infrastructure.clusters.seed.provisioning": "existing" }, [OF_USERS]],
  ["nobody says who makes the machines", { "infrastructure.clusters.seed.provisioning": undefined }, [OF_USERS]],
  ["workers of user clusters elsewhere, at a system of the customer's", { "infrastructure.datacenters.eu-west-1.provider": "vsphere" }, [OWN]],
  ["no proxy", { "network.places.main.internet": "direct" }, []],
])("%s", (_case, changes, expected) => {
  expect(titles(changes)).toEqual(expected);
});

test("infrastructure of the customer's stands behind no proxy", () => {
  expect(findingsOf(controllersPastProxy, starterAnswers("behind-a-proxy"))).toEqual([]);
});
