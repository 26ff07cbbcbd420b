import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { sharedManagement } from "../shared-management.ts";
import { sharedAccount } from "./shared-account.ts";
import { sharedDatacenter } from "./shared-datacenter.ts";
import { sharedNetwork } from "./shared-network.ts";
import { tenantsAndDatacenters } from "./tenants-and-datacenters.ts";

const said = (check: Check, changes: Changes) => findingsOf(check, answersOf(changes)).map(({ title }) => title);
const two: Changes = {
  "infrastructure.severalTenants": true,
  "infrastructure.tenants": ["Red", "Blue"],
  "infrastructure.datacenters.red.tenants": ["Red"],
  "infrastructure.datacenters.blue.tenants": ["Blue"],
};

test.each([sharedAccount, sharedDatacenter, sharedNetwork, tenantsAndDatacenters])("$id has nothing to say about the reference setup", (check) => {
  expect(findingsOf(check, referenceAnswers())).toEqual([]);
});

describe("tenants", () => {
  test("share a datacenter", () => {
    expect(said(sharedDatacenter, { ...two, "infrastructure.datacenters.red.tenants": ["Red", "Blue", "Red"] })).toEqual(["2 tenants share red"]);
    expect(said(sharedDatacenter, two)).toEqual([]);
  });

  test("share a network, whether the place's or one of their own", () => {
    const own = { "network.datacenters.red.workersIn": "own-network", "network.datacenters.blue.workersIn": "own-network" };
    const networks = (red: string, blue: string) => ({ ...two, ...own, "network.datacenters.red.workerNetwork": red, "network.datacenters.blue.workerNetwork": blue });
    expect(said(sharedNetwork, networks("10.1.0.0/24", "10.1.0.0/24"))).toEqual(["2 tenants share the network 10.1.0.0/24"]);
    expect(said(sharedNetwork, networks("10.1.0.0/24", "10.2.0.0/24"))).toEqual([]);
    // Two datacenters of one tenant may stand in one network; nobody else's machines are there.
    expect(said(sharedNetwork, { ...networks("10.1.0.0/24", "10.1.0.0/24"), "infrastructure.datacenters.blue.tenants": ["Red"] })).toEqual([]);
    const place = { ...two, "infrastructure.datacenters.red.place": "dc", "infrastructure.datacenters.blue.place": "dc", "network.places.dc.nodeNetwork": "10.1.0.0/24", "network.datacenters.red.workersIn": "node-network" };
    const [finding] = findingsOf(sharedNetwork, answersOf({ ...place, "infrastructure.places.dc.name": "Berlin" }));
    expect(finding?.fixes.map(({ set }) => set)).toEqual([[{ path: "network.datacenters.red.workersIn", value: "own-network" }]]);
  });

  test("have a datacenter, which knows them by the same name", () => {
    expect(said(tenantsAndDatacenters, two)).toEqual([]);
    expect(said(tenantsAndDatacenters, { ...two, "infrastructure.datacenters.blue.tenants": ["Blau"] })).toEqual(["A tenant has no datacenter", "blue serves a tenant that is not listed"]);
    const several = findingsOf(tenantsAndDatacenters, answersOf({ ...two, "infrastructure.datacenters.blue.tenants": ["Blau", "Cyan"] })).map(({ id, title, remedy }) => [id, title, remedy]);
    expect(several.at(-1)).toEqual(["tenants.tenants-and-datacenters#blue", "blue serves 2 tenants that are not listed", "Write Blau and Cyan into the list of tenants, or correct their names at blue."]);
  });

  test("do not count while the platform serves one owner", () => {
    const one = { ...two, "infrastructure.severalTenants": false, "infrastructure.datacenters.red.tenants": ["Red", "Blue"] };
    expect([sharedAccount, sharedDatacenter, sharedNetwork, tenantsAndDatacenters].flatMap((check) => said(check, one))).toEqual([]);
  });
});

test("a tenant's network, technical user and Preset are on the checklist, and its account is named after it", () => {
  const plan = planFrom(
    referenceAnswers({
      "infrastructure.severalTenants": true,
      "infrastructure.tenants": ["Red"],
      "infrastructure.datacenters.fra-vsphere.tenants": ["Red"],
      "infrastructure.datacenters.fra-vsphere.vsphereSharedUser": false,
    }),
  );
  expect(plan.checklist.find(({ id }) => id === "todo.tenant[fra-vsphere]")?.title).toBe("Network, vSphere user and Preset of Red in fra-vsphere");
  expect(plan.accounts.find(({ id }) => id === "account.tenants-vsphere-infrastructure[fra-vsphere]")?.where).toBe("vSphere, Red in fra-vsphere");
});

test("a project of OpenStack that tenants share with the management is reported like a user of vSphere", () => {
  const shared = referenceAnswers({
    "infrastructure.clusters.seed.provider": "openstack",
    "infrastructure.datacenters.fra-vsphere.provider": "openstack",
    "infrastructure.datacenters.fra-vsphere.openstackSharedProject": true,
    "network.datacenters.fra-vsphere.workersIn": "own-network",
  });
  expect(findingsOf(sharedManagement, shared).map(({ title, fixes }) => [title, fixes[0]?.set])).toEqual([
    ["Management and tenants share one OpenStack project at fra-vsphere", [{ path: "infrastructure.datacenters.fra-vsphere.openstackSharedProject", value: false }]],
  ]);
});

describe("an account for each tenant", () => {
  const on = (provider: string, key: string, red: string, blue: string): Changes => ({
    ...two,
    "infrastructure.datacenters.red.provider": provider,
    "infrastructure.datacenters.blue.provider": provider,
    [`infrastructure.datacenters.red.${key}`]: red,
    [`infrastructure.datacenters.blue.${key}`]: blue,
  });

  test.each([
    ["vsphere", "vsphereUser", "2 tenants share the vSphere user kkp"],
    ["openstack", "openstackProject", "2 tenants share the OpenStack project kkp"],
    ["azure", "azureSubscription", "2 tenants share the Azure subscription kkp"],
    ["aws", "awsAccount", "2 tenants share the AWS account kkp"],
    ["gcp", "gcpTenantProject", "2 tenants share the Google Cloud project kkp"],
    ["vmware-cloud-director", "vmwareCloudDirectorVdc", "2 tenants share the virtual datacenter kkp"],
  ])("on %s", (provider, key, title) => {
    expect(said(sharedAccount, on(provider, key, "kkp", "kkp"))).toEqual([title]);
    expect(said(sharedAccount, on(provider, key, "red", "blue"))).toEqual([]);
  });

  test("says what is shared and what to do, and points at both answers", () => {
    expect(findingsOf(sharedAccount, answersOf(on("openstack", "openstackProject", "kkp", "kkp")))).toMatchObject([
      {
        severity: "warning",
        message: "red and blue use the OpenStack project kkp: whoever holds its credential reaches machines and volumes of Red and Blue, and one of them can use up the quota of all.",
        remedy: "Prepare an OpenStack project for each tenant and name it at each datacenter.",
        answers: ["infrastructure.datacenters.red.openstackProject", "infrastructure.datacenters.blue.openstackProject"],
      },
    ]);
  });

  test("is not asked for where one cluster of machines serves all, or one tenant has two datacenters", () => {
    expect(said(sharedAccount, on("nutanix", "nutanixCluster", "kkp", "kkp"))).toEqual([]);
    expect(said(sharedAccount, { ...on("vsphere", "vsphereUser", "kkp", "kkp"), "infrastructure.datacenters.blue.tenants": ["Red"] })).toEqual([]);
  });
});
