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

test("user clusters on an infrastructure with one family stay in it", () => {
  expect(fields(starterAnswers("kubevirt-on-bare-metal"), { "network.ipFamily": "dual" })[FAMILY]).toBeUndefined();
});
