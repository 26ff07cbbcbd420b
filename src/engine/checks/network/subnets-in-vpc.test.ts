import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, findingsOf, type Changes } from "../../testing/reference.ts";
import { subnetsInVpc } from "./subnets-in-vpc.ts";

const aws = starterAnswers("aws-single-region");
const place = aws.subjects.place[0] ?? "";
const found = (block: string, changes: Changes = {}) => findingsOf(subnetsInVpc, changed(aws, { [`network.places.${place}.nodeNetwork`]: block, ...changes }));

// Three subnets take two halvings of the range: four quarters, of which AWS makes none beyond /28.
test.each([
  ["10.64.0.0/15", "10.64.0.0/15 is larger than any VPC"],
  ["10.64.0.0/16", undefined],
  ["10.64.0.0/26", undefined],
  ["10.64.0.0/27", "10.64.0.0/27 has no room for 3 subnets"],
])("the VPC %s", (block, title) => {
  expect(found(block).map((finding) => finding.title)).toEqual(title === undefined ? [] : [title]);
});

test("it names the lengths and the smallest VPC that holds them", () => {
  const [finding] = found("10.64.0.0/27");
  expect(finding?.message).toContain("3 of them would be of /29, and AWS makes none smaller than /28");
  expect(finding?.remedy).toBe("Name a VPC with a range of /26 or larger.");
});

test("nothing is cut where a service makes the cluster", () => {
  expect(found("10.64.0.0/27", { "infrastructure.clusters.kubermatic.provisioning": "managed" })).toEqual([]);
});

test("it waits for the range", () => {
  expect(findingsOf(subnetsInVpc, changed(aws, { [`network.places.${place}.nodeNetwork`]: undefined }))).toEqual([]);
});

// A /64 for each of three zones: two halvings, so a /62; for two clusters six of them, so a /61.
describe("with both families", () => {
  const dual: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual" };
  const six = (block: string | undefined, more: Changes = {}) => found("10.64.0.0/16", { ...dual, [`network.places.${place}.nodeNetwork6`]: block, ...more });

  test.each([
    ["2001:db8:20::/56", undefined],
    ["2001:db8:20::/62", undefined],
    ["2001:db8:20::/63", "2001:db8:20::/63 has no room for 3 subnets"],
    ["2001:db8:20::/64", "2001:db8:20::/64 has no room for 3 subnets"],
  ])("the IPv6 range %s", (block, title) => {
    expect(six(block).map((finding) => finding.title)).toEqual(title === undefined ? [] : [title]);
  });

  test("it names what all zones need, and what AWS gives", () => {
    expect(six("2001:db8:20::/64")[0]?.remedy).toBe("Name the IPv6 range of the VPC itself, of /62 or larger; AWS gives a VPC a /56.");
  });

  test("one that nobody named is waited for, and one that no node uses is not looked at", () => {
    expect(six(undefined)).toEqual([]);
    expect(six("2001:db8:20::/64", { "network.platformFamily": "ipv4" })).toEqual([]);
  });
});
