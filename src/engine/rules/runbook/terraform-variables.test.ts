import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

/** What the file of variables of a starter plan gives, by name. */
const variables = (starter: string, changes: Changes = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    planFrom(changed(starterAnswers(starter), { "project.upgradeFrom": "none", ...changes })).runbook.flatMap(({ files = [] }) =>
      files.filter(({ language }) => language === "hcl").flatMap(({ lines }) => lines.map((line) => line.split(" = ") as [string, string])),
    ),
  );

const HELSINKI = "infrastructure.places.hel1.hetznerDatacenter";

test("Hetzner's location and network zone follow from the datacenter that is answered", () => {
  expect(variables("proof-of-concept")).toMatchObject({ datacenter: '"hel1"', network_zone: '"eu-central"' });
  expect(variables("proof-of-concept", { [HELSINKI]: "ash-dc1" })).toMatchObject({ datacenter: '"ash"', network_zone: '"us-east"' });
  expect(variables("proof-of-concept", { [HELSINKI]: "new1-dc1" })).toMatchObject({ datacenter: '"new1"', network_zone: '"<fill-in: network_zone>"' });
});

test("a range from which another would be drawn is no hole beside the range of the plan", () => {
  expect(variables("proof-of-concept")).not.toHaveProperty("base_network_cidr");
});

test("the flavor of the example's bastion is asked for only where that bastion is made", () => {
  expect(variables("openstack-two-tenants")).not.toHaveProperty("bastion_flavor");
  expect(variables("openstack-two-tenants", { "access.bastion": false })).toMatchObject({ bastion_flavor: '"<fill-in: bastion_flavor>"' });
});

test("the load balancer of the Kubernetes API on AWS is private where those of the cluster are, and a hole where these are another's", () => {
  const cluster = "loadBalancer.clusters.kubermatic";
  expect(variables("aws-single-region")).toMatchObject({ internal_api_lb: "false" });
  expect(variables("aws-single-region", { [`${cluster}.cloudReach`]: "internal" })).toMatchObject({ internal_api_lb: "true" });
  expect(variables("aws-single-region", { [`${cluster}.cloudReach`]: "public" })).toMatchObject({ internal_api_lb: "false" });
  expect(variables("aws-single-region", { [`${cluster}.kind`]: "metallb-l2" })).toMatchObject({ internal_api_lb: '"<fill-in: internal_api_lb>"' });
});
