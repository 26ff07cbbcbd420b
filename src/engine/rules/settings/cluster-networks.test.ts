import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, type Changes } from "../../testing/reference.ts";

/** Fields of user clusters, as they are entered. */
const fields = (answers: Answers, changes: Changes) =>
  Object.fromEntries(planFrom(changed(answers, changes)).settings.filter(({ object, field }) => object.startsWith("User clusters of ") && !field.includes("AllowedIP")).map(({ field, value }) => [field, value.kind === "known" ? value.value : value.kind]));

const FAMILY = "spec.clusterNetwork.ipFamily";
const PODS = "spec.clusterNetwork.pods.cidrBlocks";
const SERVICES = "spec.clusterNetwork.services.cidrBlocks";

test.each<[string, Changes, Record<string, string>]>([
  ["nothing where KKP gives all of it unasked", {}, {}],
  ["the one range that differs", { "network.userClusterPods": "172.30.0.0/16" }, { [PODS]: "172.30.0.0/16" }],
  ["both families, with the ranges of KKP", { "network.ipFamily": "dual" }, { [FAMILY]: "IPv4+IPv6" }],
  ["both ranges as soon as one of them differs", { "network.ipFamily": "dual", "network.userClusterServices6": "fd0a::/108" }, { [FAMILY]: "IPv4+IPv6", [SERVICES]: "10.240.16.0/20, fd0a::/108" }],
  ["one range while nothing says that there are two", { "network.userClusterPods6": "fd0a::/48" }, {}],
])("user clusters name %s", (_what, changes, expected) => {
  expect(fields(referenceAnswers(), changes)).toEqual(expected);
});

test("user clusters on OpenStack name the IPv6 subnet, which no Preset has", () => {
  const mine = fields(starterAnswers("openstack-two-tenants"), { "network.ipFamily": "dual", "network.datacenters.retail.workerNetwork6": "2001:db8:71::/64" });
  expect(mine).toEqual({ [FAMILY]: "IPv4+IPv6", "spec.cloud.openstack.ipv6SubnetID": "later" });
});

test("where KKP makes their networks they name the pool of IPv6 subnets, which is made before", () => {
  const made = { "network.ipFamily": "dual", "infrastructure.datacenters.retail.openstackMadeNetworks": true, "network.datacenters.retail.workersIn": undefined, "network.datacenters.retail.workerNetwork6": "2001:db8:71::/56" } as const;
  const plan = planFrom(changed(starterAnswers("openstack-two-tenants"), made));
  // The other datacenter keeps the subnet that is given to it.
  expect(plan.settings.filter(({ field }) => field.includes("ipv6Subnet")).map(({ object, field }) => `${object}: ${field}`).toSorted()).toEqual([
    "User clusters of os-logistics: spec.cloud.openstack.ipv6SubnetID",
    "User clusters of os-retail: spec.cloud.openstack.ipv6SubnetPool",
  ]);
  expect(plan.settings.find(({ field }) => field.endsWith("ipv6SubnetPool"))?.why).toBe(
    "The name of a pool with 2001:db8:71::/56, out of which KKP makes an IPv6 subnet for each user cluster; no Preset has this field. Left empty, KKP takes the default IPv6 pool of the cloud, and gives each user cluster fd00::/64 where there is none, and firewall rows of this plan would not hold for workers of os-retail.",
  );
  const item = plan.checklist.find(({ id }) => id === "todo.worker-network-v6[retail]");
  expect([item?.title, item?.team]).toEqual(["IPv6 subnet pool with 2001:db8:71::/56 for user clusters of os-retail", "infrastructure"]);
  expect(item?.verify).toBe("`openstack subnet pool show` with its name prints ip_version 6, 2001:db8:71::/56 among prefixes and default_prefixlen 64");
});

test("user clusters on an infrastructure with one family stay in it", () => {
  expect(fields(starterAnswers("kubevirt-on-bare-metal"), { "network.ipFamily": "dual" })[FAMILY]).toBeUndefined();
});
