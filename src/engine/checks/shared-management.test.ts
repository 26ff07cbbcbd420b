import { describe, expect, test } from "vitest";
import { withSubject } from "../answers/answers.ts";
import { type Changes, changed, findingsOf, referenceAnswers } from "../testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { sharedManagement } from "./shared-management.ts";

const network = "network.datacenters.fra-vsphere.workersIn";
const user = "infrastructure.datacenters.fra-vsphere.vsphereSharedUser";

test("the reference setup shares network and user: one finding for both", () => {
  expect(findingsOf(sharedManagement, referenceAnswers())).toEqual([
    expect.objectContaining({
      id: "topology.shared-management#fra-vsphere",
      severity: "warning",
      title: "Management and tenants share one network and one vSphere user at fra-vsphere",
      message:
        "Workers of fra-vsphere and the machines of seed in Frankfurt share one network (10.20.0.0/24) and one vSphere user. Who breaks into a worker stands beside the control planes, and a leaked credential of a tenant reaches the management.",
      remedy: "Give the workers a network of their own, and use a vSphere user of the tenants' own; it is hard to change once user clusters run.",
      answers: [network, user],
    }),
  ]);
});

test("where nothing of the platform is made on vSphere, the management has no user there to share", () => {
  const managed: Changes = { "infrastructure.clusters.seed.provider": "azure", "infrastructure.clusters.seed.provisioning": "managed", [network]: "own-network" };
  expect(findingsOf(sharedManagement, referenceAnswers(managed))).toEqual([]);
  expect(findingsOf(sharedManagement, referenceAnswers({ [network]: "own-network" }))).toHaveLength(1);
});

test.each([
  ["a user of the tenants' own", { [user]: false }, "Management and tenants share one network at fra-vsphere", "Who breaks into a worker stands beside the control planes."],
  ["a network of the tenants' own", { [network]: "own-network" }, "Management and tenants share one vSphere user at fra-vsphere", "A leaked credential of a tenant reaches the management."],
])("%s leaves the other half, and its risk alone", (_name, changes, title, risk) => {
  const [finding, ...more] = findingsOf(sharedManagement, referenceAnswers(changes));
  expect(more).toEqual([]);
  expect(finding?.title).toBe(title);
  expect(finding?.message.split(". ").at(-1)).toBe(risk);
});

test.each([
  ["apart in both", { [network]: "own-network", [user]: false }],
  ["not answered yet", { [network]: undefined, [user]: undefined }],
])("%s is fine", (_name, changes) => {
  expect(findingsOf(sharedManagement, referenceAnswers(changes))).toEqual([]);
});

test("systems are spoken of with the right article", () => {
  const openstack = changed(starterAnswers("openstack-two-tenants"), {});
  const datacenter = openstack.subjects.datacenter[0] ?? "";
  const findings = findingsOf(sharedManagement, changed(openstack, { [`infrastructure.datacenters.${datacenter}.openstackSharedProject`]: true }));
  expect(findings[0]?.remedy).toContain("se an OpenStack project");
});

test("a trial may share the network, and no credential", () => {
  const trial = { "project.purpose": "proof-of-concept" };
  expect(findingsOf(sharedManagement, referenceAnswers(trial)).map(({ title }) => title)).toEqual(["Management and tenants share one vSphere user at fra-vsphere"]);
  expect(findingsOf(sharedManagement, referenceAnswers({ ...trial, [user]: false }))).toEqual([]);
});

test("workers in a place without a platform cluster share nothing with one", () => {
  const elsewhere = changed(starterAnswers("vsphere-plus-azure"), { [network]: "node-network" });
  expect(findingsOf(sharedManagement, elsewhere).map(({ id }) => id)).toEqual(["topology.shared-management#fra-vsphere"]);
});

describe("a project of Google Cloud that holds machines of the platform", () => {
  const datacenter = "infrastructure.datacenters.fra-vsphere";
  const onGoogle = (tenant: string | undefined, platform: string | undefined, more: Changes = {}) =>
    referenceAnswers({
      "infrastructure.severalTenants": true,
      "infrastructure.clusters.seed.provider": "gcp",
      [`${datacenter}.provider`]: "gcp",
      [network]: "own-network",
      "infrastructure.places.main.gcpProject": platform,
      [`${datacenter}.gcpTenantProject`]: tenant,
      ...more,
    });

  test("is one of the tenants too where both answers name the same", () => {
    expect(findingsOf(sharedManagement, onGoogle("plat", "plat"))).toEqual([
      expect.objectContaining({
        title: "Management and tenants share one Google Cloud project at fra-vsphere",
        message: "Workers of fra-vsphere and the machines of seed in Frankfurt share one Google Cloud project (plat). A leaked credential of a tenant reaches the management.",
        remedy: "Use a Google Cloud project of the tenants' own; it is hard to change once user clusters run.",
        fixes: [],
        answers: [`${datacenter}.gcpTenantProject`, "infrastructure.places.main.gcpProject"],
      }),
    ]);
  });

  test.each([
    ["two names", onGoogle("retail", "plat")],
    ["no name of the tenants'", onGoogle(undefined, "plat")],
    ["no name of the platform's", onGoogle("plat", undefined)],
    ["machines of the platform on another provider", onGoogle("plat", "plat", { "infrastructure.clusters.seed.provider": "vsphere" })],
  ])("%s: nothing is shared, as far as is known", (_name, answers) => {
    expect(findingsOf(sharedManagement, answers)).toEqual([]);
  });

  test("is found in another place as well, for a project has none", () => {
    const far = changed(withSubject(onGoogle("plat", "plat"), "place", "far"), { [`${datacenter}.place`]: "far", "infrastructure.places.far.name": "Far" });
    expect(findingsOf(sharedManagement, far)[0]?.message).toBe("Workers of fra-vsphere and the machines of seed in Frankfurt share one Google Cloud project (plat). A leaked credential of a tenant reaches the management.");
  });
});
