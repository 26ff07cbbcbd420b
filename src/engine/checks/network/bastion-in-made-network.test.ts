import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { bastionInMadeNetwork } from "./bastion-in-made-network.ts";

const BASTION = "access.places.berlin.bastionAddress";
const found = (changes: Changes = {}) => findingsOf(bastionInMadeNetwork, changed(starterAnswers("openstack-two-tenants"), { "access.bastion": true, [BASTION]: "10.70.0.5", ...changes }));

describe("a bastion on OpenStack, where Terraform makes 10.70.0.0/24", () => {
  test("cannot stand in it", () => {
    expect(found()).toMatchObject([{ severity: "blocker", title: "Bastion 10.70.0.5 lies in a network that it has Terraform make", answers: [BASTION, "network.places.berlin.nodeNetwork"] }]);
    expect(found({ [BASTION]: "10.70.0.255" })).toHaveLength(1);
  });

  test.each<[string, Changes]>([
    ["stands beside it", { [BASTION]: "10.70.1.0" }],
    ["has a name", { [BASTION]: "bastion.example.com" }],
    ["is not named yet", { [BASTION]: undefined }],
    ["is none", { "access.bastion": false }],
  ])("says nothing where it %s", (_name, changes) => {
    expect(found(changes)).toEqual([]);
  });
});

test("a network that is there before may hold it", () => {
  expect(findingsOf(bastionInMadeNetwork, referenceAnswers({ "access.bastion": true, "access.places.main.bastionAddress": "10.20.0.5" }))).toEqual([]);
});
