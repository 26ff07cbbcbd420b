import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const all: readonly Provider[] = providers;
const BASTION: Changes = { "access.bastion": true, "access.places.main.bastionAddress": "10.19.0.5" };
const changesFor = (provider: string, more: Changes = {}): Changes => ({ "infrastructure.clusters.seed.provider": provider, ...BASTION, ...more });
const plan = (provider: string, more: Changes = {}) => referencePlan(changesFor(provider, more));
const itemOf = (id: string) => (provider: string, more: Changes = {}) => plan(provider, more).checklist.find((item) => item.id === id);
const [way, edge] = [itemOf("todo.way-in[main]"), itemOf("todo.edge-rules[main]")];
const nodes = (provider: string, more: Changes = {}) => plan(provider, more).firewall.endpoints.find(({ id }) => id === "nodes[seed]");
const LAYER_2: Changes = { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.20.0.240/29" };
const APART: Changes = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/24" };

test("every network that Terraform makes says how those outside come into it", () => {
  const made = all.filter(({ kubeone }) => kubeone?.nodeNetwork?.by === "terraform");
  expect(made.map(({ id }) => id).toSorted()).toEqual(["azure", "hetzner", "openstack", "vmware-cloud-director"]);
  expect(made.filter(({ kubeone }) => kubeone?.nodeNetwork?.wayIn === undefined)).toEqual([]);
  for (const { id } of made) expect(way(id), id).toMatchObject({ title: "Way from the bastion to 10.20.0.0/24 at Frankfurt, which Terraform makes", team: "network" });
});

test("the item names who sets it up, what goes there, the step that tries it, and why nothing leads there", () => {
  expect(way("openstack")).toMatchObject({
    verify: "The routers in front of the bastion send 10.20.0.0/24 to the external address of the router that Terraform makes, which `openstack router show` prints; the way carries the bastion (10.19.0.5) to 10.20.0.0/24 on TCP 22 and 10.20.0.10 on TCP 6443; somebody is named who does so as soon as Terraform has made it, and the step “Try the network of seed” of the runbook tries it",
    why: "Nothing leads into a network that has just been made, and machines and addresses of seed in it are dialled from others, by the bastion.",
  });
  expect(way("openstack", { "access.places.main.bastionAddress": undefined })?.blockedBy).toContain("access.places.main.bastionAddress");
});

test("everybody whose rows lead there is named with what they dial: people, workers of other networks, the bastion", () => {
  const { title = "", verify = "", dependsOn = [] } = way("openstack", { ...LAYER_2, ...APART }) ?? {};
  expect(title).toBe("Way from users, the bastion and workers of fra-vsphere to 10.20.0.0/24 at Frankfurt, which Terraform makes");
  expect(verify).toContain("the way carries users to 10.20.0.241 on TCP 443 and 80 and 10.20.0.242 on TCP 30000–32767; the bastion (10.19.0.5) to 10.20.0.0/24 on TCP 22, 10.20.0.10 on TCP 6443 and 10.20.0.241 on TCP 443; workers of fra-vsphere (10.21.0.0/24) to 10.20.0.242 on TCP 30000–32767");
  expect(dependsOn).toEqual(["todo.worker-network[fra-vsphere]"]);
  expect(way("openstack", { ...LAYER_2, ...APART, "access.userNetworks": ["10.9.0.0/16"] })?.verify).toContain("users (10.9.0.0/16) to 10.20.0.241 on TCP 443");
});

test("without a bastion the others need the way all the same, and what the example puts beside the machines needs none", () => {
  expect(way("openstack", { ...LAYER_2, "access.bastion": false })?.title).toBe("Way from users and installing engineers to 10.20.0.0/24 at Frankfurt, which Terraform makes");
});

test("an appliance calls node ports from outside", () => {
  expect(way("openstack", { "loadBalancer.clusters.seed.kind": "appliance", "loadBalancer.clusters.seed.applianceSources": ["10.8.0.0/28"] })?.verify).toContain("the load balancer in front of seed (10.8.0.0/28) to 10.20.0.0/24 on TCP 30000–32767");
});

test("an edge that lets nobody in is told the same, after the way", () => {
  const { verify = "", ...rest } = edge("vmware-cloud-director", LAYER_2) ?? {};
  expect(rest).toMatchObject({ title: "Firewall of the edge gateway at Frankfurt lets in what dials 10.20.0.0/24 from outside", team: "security", dependsOn: ["todo.way-in[main]"] });
  expect(verify).toContain("Its rules let in users to 10.20.0.241 on TCP 443");
  expect(edge("openstack", LAYER_2)).toBeUndefined();
});

test("people reach private load balancers of a cloud on the way, and no item says it twice", () => {
  const changes: Changes = { "loadBalancer.clusters.seed.kind": "cloud", "loadBalancer.clusters.seed.cloudReach": "internal" };
  expect(way("azure", changes)?.verify).toContain("the way carries users to addresses that Azure hands out on TCP 443");
  expect(itemOf("todo.private-balancers[seed]")("azure", changes)).toBeUndefined();
  expect(itemOf("todo.private-balancers[seed]")("aws", changes)).toBeDefined();
  expect(way("azure", { ...changes, "loadBalancer.clusters.seed.cloudReach": "public" })?.title).toBe("Way from the bastion to 10.20.0.0/24 at Frankfurt, which Terraform makes");
});

test("the step that tries the network has the way opened first", () => {
  const { text = "" } = plan("openstack", LAYER_2).runbook.find(({ id }) => id === "step.network-trial[seed]") ?? {};
  expect(text).toContain("Whoever owns the item “Way from users and the bastion to 10.20.0.0/24 at Frankfurt, which Terraform makes” of the checklist opens that way now. On them show");
  expect(text).toContain("`traceroute` from the networks of users and the bastion towards 10.20.0.0/24 gets as far as the router that Terraform makes");
});

describe("with two networks that Terraform makes, nobody proves from one that is not there yet", () => {
  const two = (more: Changes = {}) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "infrastructure.clusters.seed.provider": "openstack", ...BASTION, ...LAYER_2, ...more }));
  const trial = (cluster: string, more?: Changes) => two(more).runbook.find(({ id }) => id === `step.network-trial[${cluster}]`)?.text ?? "";
  const TITLE = /“Way from [^”]*nodes of azure-seed[^”]* to 10\.20\.0\.0\/24 at Frankfurt, which Terraform makes”/;

  test("the step with the first network leaves the nodes of the second out", () => {
    expect(trial("seed")).toMatch(/`traceroute` from the networks of [^;]*the bastion[^;]* towards 10\.20\.0\.0\/24/);
    expect(trial("seed")).not.toMatch(/`traceroute` from the networks of [^;]*nodes of azure-seed/);
  });

  test("the step with the second tries the way from them, and has it opened", () => {
    const text = trial("azure-seed");
    expect(text).toContain("on the way from nodes of azure-seed to 10.20.0.0/24, `traceroute` from the networks of nodes of azure-seed towards 10.20.0.0/24 gets as far as the router that Terraform makes");
    expect(text).toMatch(TITLE);
    expect(text).toContain("of the checklist opens these ways now, as far as they are not open yet.");
  });

  test("the item says from whom it is tried later, the one of the second network has all its callers there", () => {
    const items = two().checklist;
    expect(items.find(({ id }) => id === "todo.way-in[main]")?.verify).toContain("the step “Try the network of seed” of the runbook tries it; from nodes of azure-seed the step “Try the network of azure-seed” of the runbook tries it, when Terraform has made both networks");
    expect(items.find(({ id }) => id === "todo.way-in[azure]")?.verify).toMatch(/as Terraform has made it, and the step “Try the network of azure-seed” of the runbook tries it$/);
  });

  test("rules at an edge are tried with both", () => {
    const edges = two({ "infrastructure.clusters.seed.provider": "vmware-cloud-director" }).checklist.find(({ id }) => id === "todo.edge-rules[main]");
    expect(edges?.verify).toContain("the steps “Try the network of seed” and “Try the network of azure-seed” of the runbook try what answers by then");
  });

  test("a network of the second that is there before calls from the beginning", () => {
    expect(trial("seed", { "infrastructure.clusters.azure-seed.provider": "vsphere" })).toMatch(/`traceroute` from the networks of [^;]*nodes of azure-seed/);
  });
});

test("what an address is missing for is waited for", () => {
  expect(way("openstack", { ...LAYER_2, "loadBalancer.clusters.seed.pool": undefined })?.blockedBy).toContain("loadBalancer.clusters.seed.pool");
});

test.each<[string, string, Changes]>([
  ["a network that is there before", "vsphere", {}],
  ["a network that nobody outside dials", "openstack", { "access.bastion": false, "loadBalancer.clusters.seed.apiEndpoint": "provider", "loadBalancer.clusters.seed.apiAddress": undefined }],
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
