import { describe, expect, test } from "vitest";
import { answersOf, cellOf, type Changes } from "../../testing/reference.ts";
import { engineersWayIn } from "./ways-in.ts";

/** Clusters of one place that KubeOne builds, by the infrastructure of each, without a bastion of the plan. */
const site = (nodeNetwork: string | undefined, providers: Readonly<Record<string, string>>): Changes => ({
  "access.bastion": false,
  "network.places.main.nodeNetwork": nodeNetwork,
  ...Object.fromEntries(
    Object.entries(providers).flatMap(([cluster, provider]) =>
      Object.entries({ name: cluster, place: "main", provider, provisioning: "kubeone" }).map(([key, value]) => [`infrastructure.clusters.${cluster}.${key}`, value] as const),
    ),
  ),
});
const wayIn = (changes: Changes) => cellOf(engineersWayIn, answersOf({ "infrastructure.places.main.name": "Main", ...changes }), "main").outcome;
const [PRIVATE, PUBLIC] = ["10.20.0.0/24", "203.0.113.0/24"];
const BASTION_OF_B = "To the bastion that KubeOne's Terraform example makes for b, at an address that AWS gives it";
const BY_SSH = "by SSH from the engineers' own, and";

describe("the way of the engineers names the machines that KubeOne enters on it, and why it is needed", () => {
  test.each<[string, string | undefined, Readonly<Record<string, string>>, string, string]>([
    ["one cluster in a private network", PRIVATE, { a: "vsphere" }, "Into 10.20.0.0/24, by VPN or by public addresses of the machines", `a ${BY_SSH} 10.20.0.0/24 is private.`],
    ["three of them", PRIVATE, { a: "vsphere", b: "vsphere", c: "bare-metal" }, "Into 10.20.0.0/24, by VPN or by public addresses of the machines", `a, b and c ${BY_SSH} 10.20.0.0/24 is private.`],
    ["one behind the bastion of its example, whatever its network", PRIVATE, { b: "aws" }, BASTION_OF_B, `b ${BY_SSH} dials what Terraform prints as kubeone_hosts.`],
    ["both in a private network", PRIVATE, { a: "vsphere", b: "aws" }, `${BASTION_OF_B}; Into 10.20.0.0/24, by VPN or by public addresses of the machines`, `a and b ${BY_SSH} dials what Terraform prints as kubeone_hosts; 10.20.0.0/24 is private.`],
    // Machines with public addresses are reached from everywhere: the way is that of the other cluster alone.
    ["both in a public network", PUBLIC, { a: "vsphere", b: "aws" }, BASTION_OF_B, `b ${BY_SSH} dials what Terraform prints as kubeone_hosts.`],
  ])("%s", (_name, nodeNetwork, providers, detail, why) => {
    expect(wayIn(site(nodeNetwork, providers))).toMatchObject({ kind: "known", value: [{ detail: { kind: "known", value: detail }, why: `There is no bastion: KubeOne enters the machines of ${why}` }] });
  });

  test("nothing in a public network whose machines alone are entered", () => {
    expect(wayIn(site(PUBLIC, { a: "vsphere" }))).toEqual({ kind: "not-applicable", why: "The machines have public addresses." });
  });

  test("a node network that nobody named is open, and not called private", () => {
    expect(wayIn(site(undefined, { a: "vsphere", b: "aws" }))).toMatchObject({
      value: [{ detail: { kind: "open", question: "network.places.main.nodeNetwork" }, why: `There is no bastion: KubeOne enters the machines of a and b ${BY_SSH} dials what Terraform prints as kubeone_hosts; the node network counts as private until it is named.` }],
    });
  });
});
