import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const files = (name: string, changes: Changes = {}) => planFrom(changed(starterAnswers(name), changes)).runbook.filter(({ id }) => id.startsWith("step.terraform[")).map(({ text }) => text).join("\n");

describe("KubeOne dials the public address and the bastion of an example before anything else", () => {
  test.each([
    ["aws-single-region", "aws_instance.bastion falls away in main.tf"],
    ["openstack-two-tenants", "the file bastion.tf falls away"],
    ["azure-keycloak", "public_address falls away in kubeone_hosts"],
  ])("%s: with a bastion in the plan the files lead KubeOne by that one", (name, words) => {
    expect(files(name, { "access.bastion": true })).toContain(words);
    expect(files(name, { "access.bastion": false })).not.toContain(words);
  });

  test("the bastion stands there by its address", () => {
    const place = starterAnswers("openstack-two-tenants").subjects.place[0] ?? "";
    expect(files("openstack-two-tenants", { "access.bastion": true, [`access.places.${place}.bastionAddress`]: "10.30.0.5" })).toContain("remote_ip_prefix of secgroup_ssh in network_security.tf becomes 10.30.0.5/32");
  });

  test("vSphere hands over addresses of the plan, and nothing is changed", () => {
    expect(files("reference-setup", { "access.bastion": true })).not.toMatch(/public_address|bastion falls away/);
  });
});
