import { expect, test } from "vitest";
import type { Provider } from "../../providers/provider.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import { providers } from "../../providers/registry.ts";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const all: readonly Provider[] = providers;
const plan = (provider: string, more: Changes = {}) => referencePlan({ "infrastructure.clusters.seed.provider": provider, "access.bastion": true, "access.places.main.bastionAddress": "10.19.0.5", ...more });
const way = (provider: string, more: Changes = {}) => plan(provider, more).checklist.find(({ id }) => id === "todo.bastion-way[main]");
const nodes = (provider: string, more: Changes = {}) => plan(provider, more).firewall.endpoints.find(({ id }) => id === "nodes[seed]");

test("every network that Terraform makes says how a bastion outside comes into it", () => {
  const made = all.filter(({ kubeone }) => kubeone?.nodeNetwork?.by === "terraform");
  expect(made.map(({ id }) => id).toSorted()).toEqual(["azure", "hetzner", "openstack", "vmware-cloud-director"]);
  expect(made.filter(({ kubeone }) => kubeone?.nodeNetwork?.wayIn === undefined)).toEqual([]);
  for (const { id } of made) expect(way(id), id).toMatchObject({ title: "Way from bastion 10.19.0.5 at Frankfurt to 10.20.0.0/24, which Terraform makes", team: "network" });
});

test("the item names who sets it up, the step that tries it, and why nothing leads there", () => {
  expect(way("openstack")).toMatchObject({
    verify: "The routers in front of the bastion send 10.20.0.0/24 to the external address of the router that Terraform makes, which `openstack router show` prints; somebody is named who does so as soon as Terraform has made it, and the step “Try the network of seed” of the runbook tries it",
    why: "KubeOne enters the machines of seed from bastion 10.19.0.5, which stands in another network, and nothing leads from there into one that has just been made.",
  });
  expect(way("openstack", { "access.places.main.bastionAddress": undefined })?.title).toContain("Way from the bastion at");
});

test.each<[string, string, Changes]>([
  ["a network that is there before", "vsphere", {}],
  ["no bastion of the plan", "openstack", { "access.bastion": false }],
  ["a platform that runs already", "openstack", { "project.release": "2.31", "project.upgradeFrom": "2.30" }],
])("%s needs none", (_what, provider, more) => {
  expect(way(provider, more)).toBeUndefined();
});

test.each([["openstack", "OpenStack"], ["vmware-cloud-director", "VMware Cloud Director"]])("behind the source translation on %s rows name its address beside the network", (provider, who) => {
  const { firewall } = plan(provider);
  const end = nodes(provider);
  const shown = (row: (typeof firewall.flows)[number] | undefined) => (row && end ? rowAddresses(row, end) : []);
  const network = { kind: "known", value: "10.20.0.0/24" };
  expect(shown(firewall.flows.find(({ source, destination }) => source === "nodes[seed]" && destination === "dns[main]"))).toMatchObject([network, { kind: "later", who, family: 4 }]);
  expect(shown(firewall.flows.find(({ destination }) => destination === "nodes[seed]"))).toMatchObject([network]);
  expect(nodes(provider)?.why).toContain("whole network, and filters in other networks see the address of the ");
  expect(plan(provider).runbook.find(({ id }) => id === "step.network-trial[seed]")?.text).toContain("the firewall rows that begin at the machines name the address of the ");
});

test("elsewhere machines leave with their own addresses, or those of a network that is there", () => {
  for (const provider of ["vsphere", "nutanix", "bare-metal"]) expect(nodes(provider)?.leavesAs, provider).toBeUndefined();
});

test("workers beside the nodes leave by the same address, those in a network of their own do not", () => {
  const workers = (changes: Changes) => plan("openstack", { "infrastructure.datacenters.fra-vsphere.provider": "vsphere", ...changes }).firewall.endpoints.find(({ id }) => id === "workers[fra-vsphere]");
  expect(workers({ "network.datacenters.fra-vsphere.workersIn": "node-network" })?.leavesAs).toMatchObject({ addresses: [{ kind: "later", who: "OpenStack" }] });
  expect(workers({ "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/24" })?.leavesAs).toBeUndefined();
});
