import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const USERS: Changes = { "network.ipFamily": "dual" };
const NODES6 = "network.places.main.nodeNetwork6";
const WORKERS6 = "network.datacenters.fra-vsphere.workerNetwork6";
const DUAL: Changes = { ...USERS, "network.platformFamily": "dual", "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64", [NODES6]: "2001:db8:20::/64", [WORKERS6]: "2001:db8:21::/64" };
const OWN: Changes = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/23", "network.datacenters.fra-vsphere.workerDhcp": "10.21.0.16-10.21.1.239" };
const SAME: Changes = { "network.datacenters.fra-vsphere.workersIn": "node-network" };

const shown = (changes: Changes, end: string) => referencePlan(changes).firewall.endpoints.find(({ id }) => id === end)?.addresses.map((value) => (value.kind === "known" ? value.value : value.kind === "open" ? value.question : value.who));
const asked = (changes: Changes) => referencePlan(changes).openPoints.map(({ path }) => path).filter((path) => path.endsWith("Network6"));
const items = (changes: Changes) => new Map(referencePlan(changes).checklist.map((item) => [item.id, item]));

describe("an end that is reached in both families is reached from both", () => {
  test("nodes have the IPv6 network of their place beside the other", () => {
    expect(shown({ ...DUAL, ...OWN }, "nodes[seed]")).toEqual(["10.20.0.0/24", "2001:db8:20::/64"]);
    expect(shown({ ...DUAL, ...OWN, [NODES6]: undefined }, "nodes[seed]")).toEqual(["10.20.0.0/24", NODES6]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ["workers in a network of their own have one more of their own", { ...DUAL, ...OWN }, ["10.21.0.0/23", "2001:db8:21::/64"]],
    ["it stays open until somebody names it", { ...DUAL, ...OWN, [WORKERS6]: undefined }, ["10.21.0.0/23", WORKERS6]],
    ["workers beside the nodes share the IPv6 network of these", { ...DUAL, ...SAME }, ["10.20.0.0/24", "2001:db8:20::/64"]],
    ["beside nodes of one family they have one of their own", { ...USERS, ...SAME, [WORKERS6]: "2001:db8:21::/64" }, ["10.20.0.0/24", "2001:db8:21::/64"]],
    ["one family needs no second network", OWN, ["10.21.0.0/23"]],
    ["machines of Hetzner draw a network each, which nobody is asked for", { ...USERS, ...OWN, [WORKERS6]: undefined, "infrastructure.datacenters.fra-vsphere.provider": "hetzner" }, ["10.21.0.0/23", "Hetzner Cloud (a public /64 for each machine)"]],
    ["and so do those of DigitalOcean, beside nodes of both families as well", { ...DUAL, ...SAME, "infrastructure.datacenters.fra-vsphere.provider": "digitalocean" }, ["10.20.0.0/24", "DigitalOcean (a public /124 for each machine)"]],
    ["an infrastructure without both families has none", { ...DUAL, ...OWN, "infrastructure.datacenters.fra-vsphere.provider": "nutanix" }, ["10.21.0.0/23"]],
  ])("%s", (_name, changes, expected) => {
    expect(shown(changes, "workers[fra-vsphere]")).toEqual(expected);
  });

  test("is asked only where it is needed", () => {
    expect(asked({ ...DUAL, ...OWN, [WORKERS6]: undefined })).toEqual([WORKERS6]);
    expect(asked({ ...DUAL, ...SAME, [WORKERS6]: undefined })).toEqual([]);
    expect(asked({ ...USERS, ...SAME })).toEqual([WORKERS6]);
    expect(asked(OWN)).toEqual([]);
    const drawn = { ...USERS, ...OWN, [WORKERS6]: undefined, "infrastructure.datacenters.fra-vsphere.provider": "hetzner" };
    expect(asked(drawn)).toEqual([]);
    expect(items(drawn).has("todo.worker-network-v6[fra-vsphere]")).toBe(false);
    expect(items({ ...USERS, ...OWN, [WORKERS6]: undefined }).has("todo.worker-network-v6[fra-vsphere]")).toBe(true);
  });

  test("a box of the overview keeps the network that is known", () => {
    const plan = referencePlan({ ...USERS, ...OWN, [WORKERS6]: undefined, "infrastructure.datacenters.fra-vsphere.provider": "hetzner" });
    expect(plan.topology.boxes.find(({ id }) => id === "workers[fra-vsphere]")?.detail).toEqual({ kind: "known", value: "10.21.0.0/23 and 1 more" });
  });

  test("nodes of a platform of one family have one network", () => {
    expect(shown({ ...USERS, ...OWN }, "nodes[seed]")).toEqual(["10.20.0.0/24"]);
  });
});

describe("a row shows the addresses in which its ends meet", () => {
  const row = (changes: Changes, id: string) => {
    const { endpoints, flows } = referencePlan({ ...DUAL, ...OWN, ...changes }).firewall;
    const flow = flows.find((one) => one.id === id);
    if (!flow) throw new Error(`No row ${id}`);
    const of = (which: string) => endpoints.filter((end) => end.id === which).flatMap((end) => rowAddresses(flow, end)).map((value) => (value.kind === "known" ? value.value : value.kind));
    return { family: flow.family, from: of(flow.source), to: of(flow.destination) };
  };
  const PEERS = "loadBalancer.clusters.seed.peers";
  const DNS = "network.places.main.dnsServers";

  test.each<[string, Changes, string, ReturnType<typeof row>]>([
    ["IPv4 alone where the other end has nothing else", {}, "flow.bgp[seed.1]", { family: 4, from: ["10.20.0.0/24"], to: ["10.20.0.2"] }],
    ["IPv6 alone where the other end has nothing else", { [PEERS]: [{ address: "2001:db8:20::2", asn: 64512 }] }, "flow.bgp[seed.1]", { family: 6, from: ["2001:db8:20::/64"], to: ["2001:db8:20::2"] }],
    ["both where both ends have them", { [DNS]: ["10.20.0.53", "2001:db8:20::53"] }, "flow.E9[nodes.seed]", { family: undefined, from: ["10.20.0.0/24", "2001:db8:20::/64"], to: ["10.20.0.53", "2001:db8:20::53"] }],
    ["no hole for a network that the other end never meets", { [NODES6]: undefined }, "flow.bgp[seed.1]", { family: 4, from: ["10.20.0.0/24"], to: ["10.20.0.2"] }],
    ["everything while the other end is open", { [DNS]: undefined }, "flow.E9[nodes.seed]", { family: undefined, from: ["10.20.0.0/24", "2001:db8:20::/64"], to: ["open"] }],
    ["everything where the other end is a name", { "infrastructure.places.main.vsphereServer": "vcenter.example.com" }, "flow.P5[seed.main.vsphere]", { family: undefined, from: ["10.20.0.0/24", "2001:db8:20::/64"], to: ["vcenter.example.com"] }],
    ["both ends as they are where they share no family", { [DNS]: ["2001:db8:20::53"], "network.platformFamily": "ipv4" }, "flow.E9[nodes.seed]", { family: undefined, from: ["10.20.0.0/24"], to: ["2001:db8:20::53"] }],
  ])("%s", (_name, changes, id, expected) => {
    expect(row(changes, id)).toEqual(expected);
  });

  test("an open network waits for the rows alone that show it", () => {
    const waiting = referencePlan({ ...DUAL, ...OWN, [NODES6]: undefined }).openPoints.find(({ path }) => path === NODES6)?.waiting ?? [];
    const count = referencePlan({ ...DUAL, ...OWN, [NODES6]: undefined }).firewall.flows.filter((flow) => [flow.source, flow.destination].includes("nodes[seed]")).length;
    expect(waiting.join()).toMatch(/Firewall rows: \d+ with Nodes of seed/);
    expect(Number(/Firewall rows: (\d+) with Nodes/.exec(waiting.join())?.[1])).toBeLessThan(count);
  });
});

describe("routers on the way tell ends of IPv6 what did not arrive", () => {
  const rows = (changes: Changes) => {
    const { endpoints, flows } = referencePlan(changes).firewall;
    const told = flows.filter(({ protocol }) => protocol === "ICMPv6");
    const of = (flow: (typeof flows)[number], which: string) => endpoints.filter((end) => end.id === which).flatMap((end) => rowAddresses(flow, end)).map((value) => (value.kind === "known" ? value.value : value.kind));
    return told.map((flow) => `${of(flow, flow.source).join()} > ${flow.destination} ${of(flow, flow.destination).join()}`);
  };

  test("each of them has a row to its IPv6 addresses, from anywhere and without a line in the overview", () => {
    expect(rows({ ...DUAL, ...OWN })).toEqual([
      "::/0 > entry[seed] 2001:db8:20:30::1",
      "::/0 > nodeport-proxy[seed] 2001:db8:20:30::2",
      "::/0 > nodes[seed] 2001:db8:20::/64",
      "::/0 > workers[fra-vsphere] 2001:db8:21::/64",
    ]);
    const plan = referencePlan({ ...DUAL, ...OWN });
    const row = plan.firewall.flows.find(({ id }) => id === "flow.path-errors[nodes.seed]");
    expect(row).toMatchObject({ refs: ["N1"], source: "routers-between", ports: "types 1, 2, 3 (code 0), 4 (codes 1 and 2)", lifetime: "installation and operation" });
    expect(row?.connection).toBeUndefined();
    expect(row?.why).toContain("so a sender at “Nodes of seed” learns");
    expect(plan.topology.boxes.some(({ id }) => id === "routers-between")).toBe(false);
  });

  test("an end that is one of the customer's counts as well, and one that meets nobody in IPv6 does not", () => {
    expect(rows({ ...DUAL, ...OWN, "network.places.main.dnsServers": ["10.20.0.53", "2001:db8:20::53"] })).toContain("::/0 > dns[main] 2001:db8:20::53");
    expect(rows({ ...DUAL, ...OWN, "network.platformFamily": "ipv4" })).toEqual(["::/0 > workers[fra-vsphere] 2001:db8:21::/64"]);
  });

  test("the row stays while the network is open", () => expect(rows({ ...DUAL, ...OWN, [NODES6]: undefined })).toContain("::/0 > nodes[seed] open"));

  test("one family has no such row, and no such end", () => {
    expect(rows(OWN)).toEqual([]);
    expect(referencePlan(OWN).firewall.endpoints.some(({ id }) => id === "routers-between")).toBe(false);
  });
});

describe("a load balancer of the infrastructure is reached from the families that it answers in", () => {
  const sourceOf = (plan: string, id: string, changes: Changes = {}) => {
    const { endpoints, flows } = planFrom(changed(installationAnswers(plan), changes)).firewall;
    const row = flows.find((one) => one.id === id);
    const end = endpoints.find((one) => one.id === row?.source);
    return row && end ? rowAddresses(row, end).map((value) => (value.kind === "known" ? value.value : value.kind)) : [];
  };
  const SHOP: Changes = { "network.platformFamily": "dual", [NODES6]: "2001:db8:32::/64" };
  const BUILT: Changes = { "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": 3, "loadBalancer.clusters.seed.apiEndpoint": "provider" };

  test.each<[string, Parameters<typeof sourceOf>, readonly string[]]>([
    ["IPv4 alone where the platform has no other", ["web-shop-on-aws", "flow.P7[eu-central-1]"], ["10.32.16.0/22", "203.0.113.25/32"]],
    ["and where the cloud has none for it", ["web-shop-on-aws", "flow.P7[eu-central-1]", SHOP], ["10.32.16.0/22", "203.0.113.25/32"]],
    ["its nodes as well", ["web-shop-on-aws", "flow.E4[seed]", SHOP], ["10.32.0.0/22", "203.0.113.25/32"]],
    ["both where the cloud gives an address of each", ["google-cloud-media", "flow.P7[europe-west3]", { "loadBalancer.exposeStrategy": "NodePort" }], ["10.28.16.0/22", "2001:db8:28:16::/64"]],
    ["but a front of one user cluster has IPv4 alone", ["google-cloud-media", "flow.P7[europe-west3]"], ["10.28.16.0/22"]],
    ["what KubeOne's example puts in front of the Kubernetes API has IPv4 alone", ["web-shop-on-aws", "flow.E12[seed.nodes]", { ...SHOP, ...BUILT }], ["10.32.0.0/22", "203.0.113.25/32"]],
  ])("%s", (_name, args, expected) => {
    expect(sourceOf(...args)).toEqual(expected);
  });
});

describe("IPv6 networks are prepared like the others", () => {
  test("for nodes, workers and virtual addresses", () => {
    const list = items({ ...DUAL, ...OWN });
    expect(list.get("todo.node-network-v6[main]")?.title).toBe("IPv6 network 2001:db8:20::/64 for nodes at Frankfurt");
    expect(list.get("todo.worker-network-v6[fra-vsphere]")).toMatchObject({ title: "IPv6 network 2001:db8:21::/64 for workers of fra-vsphere", dependsOn: ["todo.worker-network[fra-vsphere]"] });
    expect(list.get("todo.pool-v6[seed]")?.title).toBe("Block 2001:db8:20:30::/64 reserved for IPv6 virtual addresses of seed");
  });

  test("behind the networks of tenants who share a datacenter", () => {
    const shared = { ...DUAL, ...OWN, "infrastructure.severalTenants": true, "infrastructure.tenants": ["Red", "Blue"] };
    const tenants = { "infrastructure.datacenters.fra-vsphere.tenants": ["Red", "Blue"] };
    expect(items({ ...shared, ...tenants }).get("todo.worker-network-v6[fra-vsphere]")).toMatchObject({ dependsOn: ["todo.tenant[fra-vsphere]"], why: expect.stringContaining("IPv6 networks of Red and Blue lie in 2001:db8:21::/64") as string });
    expect(items({ ...shared, ...tenants }).has("todo.tenant[fra-vsphere]")).toBe(true);
    expect(items(shared).has("todo.worker-network-v6[fra-vsphere]")).toBe(false);
  });

  test("those that nobody named block their items", () => {
    const list = items({ ...USERS, ...OWN });
    expect(list.get("todo.worker-network-v6[fra-vsphere]")).toMatchObject({ title: "IPv6 network for workers of fra-vsphere", blockedBy: [WORKERS6] });
    expect(list.has("todo.node-network-v6[main]")).toBe(false);
  });

  test("a vendor's cloud hands addresses out by itself, without router advertisements of anybody", () => {
    const verify = (provider: string) => items({ ...DUAL, ...OWN, "infrastructure.datacenters.fra-vsphere.provider": provider }).get("todo.worker-network-v6[fra-vsphere]")?.verify;
    expect(verify("vsphere")).toContain("beside the IPv4 one, by router advertisements or DHCPv6, with a gateway for it, and `ping -6`");
    expect(verify("aws")).toBe("Two test machines have an address of 2001:db8:21::/64 beside the IPv4 one, and `ping -6` reaches the one from the other");
  });

  test("one family needs none of them", () => {
    expect([...items(OWN).keys()].filter((id) => id.includes("-v6["))).toEqual([]);
  });

  test("workers beside the nodes need no item of their own", () => {
    expect(items({ ...DUAL, ...SAME }).has("todo.worker-network-v6[fra-vsphere]")).toBe(false);
  });

  test("the second worker network is a range of the plan", () => {
    expect(referencePlan({ ...DUAL, ...OWN }).addresses.ranges.find(({ id }) => id === "range.worker-network-v6[fra-vsphere]")?.text).toBe("2001:db8:21::/64");
  });
});
