import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import { changed, type Changes } from "../../testing/reference.ts";

/** What a row names as its source, and why that end is named so. */
function sourceOf(answers: Answers, changes: Changes, id: string): readonly string[] {
  const { endpoints, flows } = planFrom(changed(answers, changes)).firewall;
  const row = flows.find((one) => one.id === id);
  const end = endpoints.find((one) => one.id === row?.source);
  return row && end ? rowAddresses(row, end).map((value) => (value.kind === "known" ? value.value : value.kind === "open" ? `open ${value.question}` : `later ${value.who}`)) : [`no row ${id}`];
}

const endOf = (answers: Answers, changes: Changes, id: string) => planFrom(changed(answers, changes)).firewall.endpoints.find((end) => end.id === id);

describe("virtual machines of KubeVirt", () => {
  const hall = starterAnswers("kubevirt-on-bare-metal");
  const AS = "network.datacenters.hall-vms.seenAs";
  const BY = "network.datacenters.hall-vms.seenAddresses";
  // To the Seed, to DNS servers on the site, to registries.
  test.each<[string, Changes, readonly string[]]>([
    ["behind the servers", {}, ["10.81.0.0/22", "10.82.0.0/24"]],
    ["behind a gateway of a VPC", { [BY]: ["10.83.0.7/32"] }, ["10.81.0.0/22", "10.83.0.7/32"]],
    ["with their own addresses", { [AS]: "own", [BY]: undefined }, ["10.81.0.0/22"]],
    ["before anybody has said", { [AS]: undefined, [BY]: undefined }, ["10.81.0.0/22", `open ${AS}`]],
    ["before the network of the servers is known", { "infrastructure.places.hall.kubevirtServers": undefined }, ["10.81.0.0/22", "open infrastructure.places.hall.kubevirtServers"]],
  ])("%s", (_name, changes, expected) => {
    for (const id of ["flow.P7[hall-vms]", "flow.E9[workers.hall-vms]", "flow.E7[hall-vms]"]) expect(sourceOf(hall, changes, id), id).toEqual(expected);
  });

  test("their servers do not stand for a public address that they call a load balancer elsewhere with", () => {
    const shops = starterAnswers("edge-from-google-cloud");
    const changes: Changes = { "infrastructure.datacenters.shop-devices.provider": "kubevirt", "infrastructure.places.shops.kubevirtServers": "10.82.0.0/24", "network.places.shops.seenAs": "gateway", "network.places.shops.seenAddresses": undefined };
    expect(sourceOf(shops, changes, "flow.P6[shop-devices]")).toEqual(["10.61.0.0/16", "open network.places.shops.seenAddresses"]);
    const own: Changes = { ...changes, "network.datacenters.shop-devices.workersIn": "own-network", "network.datacenters.shop-devices.workerNetwork": "10.62.0.0/16", "network.datacenters.shop-devices.seenAs": "gateway" };
    expect(sourceOf(shops, own, "flow.P6[shop-devices]")).toEqual(["10.62.0.0/16", "open network.datacenters.shop-devices.seenAddresses"]);
    expect(sourceOf(shops, { ...own, "loadBalancer.clusters.seed.cloudReach": "internal" }, "flow.P6[shop-devices]")).toEqual(["10.62.0.0/16", "10.82.0.0/24"]);
    expect(planFrom(changed(shops, own)).assumptions.map(({ path }) => path)).not.toContain("network.datacenters.shop-devices.seenAddresses");
  });

  test("the end says what filters see", () => {
    expect(endOf(hall, {}, "workers[hall-vms]")?.why).toContain(", and filters in other networks see addresses of the servers of the KubeVirt cluster or the gateway of its networks in place of theirs.");
    expect(endOf(hall, { [AS]: "own" }, "workers[hall-vms]")?.why).not.toContain("filters");
  });

  test("the open answer is an open point with its owner and the rows that wait for it", () => {
    const [point] = planFrom(changed(hall, { [AS]: undefined })).openPoints.filter(({ path }) => path === AS);
    expect(point?.team).toBe("network");
    expect(point?.waiting).toContain("Firewall rows: 5 with Workers of hall-vms");
  });

  test("nodes of a platform cluster there have their own answer", () => {
    const jena = installationAnswers("kubevirt-in-kubevirt");
    expect(sourceOf(jena, {}, "flow.E9[nodes.seed]")).toEqual(["10.26.0.0/22"]);
    expect(sourceOf(jena, { "network.places.main.seenAs": "gateway" }, "flow.E9[nodes.seed]")).toEqual(["10.26.0.0/22", "10.26.24.0/24"]);
    // Nothing stands between machines of one network.
    expect(sourceOf(jena, { "network.places.main.seenAs": "gateway" }, "flow.E12[seed.nodes]")).toEqual(["10.26.0.0/22"]);
  });
});

describe("machines in a cloud", () => {
  const shop = installationAnswers("web-shop-on-aws");
  const AS = "network.places.main.seenAs";
  test.each<[string, Changes, string, readonly string[]]>([
    ["behind a NAT gateway to a public load balancer", {}, "flow.E4[seed]", ["10.32.0.0/22", "203.0.113.25/32"]],
    ["and to the internet", {}, "flow.E6[seed]", ["10.32.0.0/22", "203.0.113.25/32"]],
    ["to a server at a private address", { "network.places.main.dnsServers": ["10.9.0.53"] }, "flow.E9[nodes.seed]", ["10.32.0.0/22"]],
    ["to a server at a public one", { "network.places.main.dnsServers": ["198.51.100.53"] }, "flow.E9[nodes.seed]", ["10.32.0.0/22", "203.0.113.25/32"]],
    ["to the resolver of the cloud itself", {}, "flow.E9[nodes.seed]", ["10.32.0.0/22"]],
    ["to a private load balancer", { "loadBalancer.clusters.seed.cloudReach": "internal" }, "flow.E4[seed]", ["10.32.0.0/22"]],
    ["behind a gateway of the company with a private address", { "network.places.main.seenAddresses": ["10.8.0.7/32"], "network.places.main.dnsServers": ["10.9.0.53"] }, "flow.E9[nodes.seed]", ["10.32.0.0/22", "10.8.0.7/32"]],
    ["with a public address each", { [AS]: "each" }, "flow.E6[seed]", ["10.32.0.0/22", "later AWS"]],
    ["with their own alone", { [AS]: "own" }, "flow.E6[seed]", ["10.32.0.0/22"]],
    ["before anybody has said", { [AS]: undefined }, "flow.E6[seed]", ["10.32.0.0/22", `open ${AS}`]],
  ])("%s", (_name, changes, id, expected) => {
    expect(sourceOf(shop, changes, id)).toEqual(expected);
  });

  test("droplets have a public address each, and nobody is asked", () => {
    const droplets = installationAnswers("droplets-for-a-start-up");
    expect(sourceOf(droplets, {}, "flow.E6[kubermatic]").at(-1)).toBe("later DigitalOcean");
    expect(planFrom(droplets).openPoints.filter(({ path }) => path.includes("seenAs"))).toEqual([]);
  });

  test("files of KubeOne's example give public addresses unless somebody says otherwise", () => {
    const poc = starterAnswers("proof-of-concept");
    expect(planFrom(poc).assumptions.find(({ path }) => path.endsWith("seenAs"))?.value).toBe("each");
    expect(sourceOf(poc, {}, "flow.E6[kubermatic]").at(-1)).toBe("later Hetzner Cloud");
    // Nobody says so of a cluster that somebody else runs.
    expect(planFrom(changed(shop, { [AS]: undefined })).openPoints.map(({ path }) => path)).toContain(AS);
  });
});

describe("machines of a site", () => {
  const shops = starterAnswers("edge-from-google-cloud");
  const AS = "network.places.shops.seenAs";
  test.each<[string, Changes, string, readonly string[]]>([
    ["to a public load balancer elsewhere", {}, "flow.P6[shop-devices]", ["10.61.0.0/16", "198.51.100.40/32"]],
    ["with a line each", { [AS]: "each" }, "flow.P6[shop-devices]", ["10.61.0.0/16", "later the provider of the line"]],
    ["routed to the internet as they are", { [AS]: "own" }, "flow.P6[shop-devices]", ["10.61.0.0/16"]],
    ["before anybody has said", { [AS]: undefined }, "flow.P6[shop-devices]", ["10.61.0.0/16", `open ${AS}`]],
    ["to a private load balancer", { "loadBalancer.clusters.seed.cloudReach": "internal" }, "flow.P6[shop-devices]", ["10.61.0.0/16"]],
    ["to a server of the site itself", { "network.places.shops.dnsServers": ["10.9.0.53"] }, "flow.E9[workers.shop-devices]", ["10.61.0.0/16"]],
    // Nobody filters there by what is named here.
    ["to registries", {}, "flow.E7[shop-devices]", ["10.61.0.0/16"]],
  ])("%s", (_name, changes, id, expected) => {
    expect(sourceOf(shops, changes, id)).toEqual(expected);
  });

  const asked = (answers: Answers, changes: Changes) => planFrom(changed(answers, changes)).openPoints.map(({ path }) => path).filter((path) => path.endsWith("seenAs"));
  test.each<[string, Changes, readonly string[]]>([
    ["where its workers call a public load balancer elsewhere", {}, [AS]],
    ["not where that is private", { "loadBalancer.clusters.seed.cloudReach": "internal" }, []],
  ])("is asked %s", (_name, changes, expected) => {
    expect(asked(shops, { [AS]: undefined, ...changes })).toEqual(expected);
  });

  test("whatever supplies its machines", () => {
    for (const provider of ["vsphere", "nutanix", "tinkerbell", "anexia", "bring-your-own"]) {
      expect(asked(shops, { [AS]: undefined, "infrastructure.datacenters.shop-devices.provider": provider }), provider).toEqual([AS]);
    }
  });

  test("a master dials its Seed in a cloud from there, and a Seed the login at a master in one", () => {
    const azure = starterAnswers("vsphere-plus-azure-seed");
    for (const id of ["flow.P2[azure-seed]", "flow.P4[azure-seed]"]) expect(sourceOf(azure, {}, id), id).toEqual(["10.20.0.0/24", "198.51.100.22/32"]);
    // To its own nodeport-proxy, and to vCenter, whose name nobody has told.
    for (const id of ["flow.P4[seed]", "flow.P5[seed.main.vsphere]"]) expect(sourceOf(azure, {}, id), id).toEqual(["10.20.0.0/24"]);
    expect(sourceOf(installationAnswers("play-in-two-places"), {}, "flow.E4[vie]")).toEqual(["10.90.0.0/23", "198.51.100.90/32"]);
  });

  test("KubeLB is called where it stands, which may be another place than that of the Seed", () => {
    const play = installationAnswers("play-in-two-places");
    const AT = "network.datacenters.vie-vsphere";
    const hub = (place: string): Changes => ({ "loadBalancer.kubelbPlace": place, "loadBalancer.kubelbApi": "203.0.113.5", "loadBalancer.kubelbBlock": "203.0.113.128/25" });
    const away = { ...hub("fra"), "infrastructure.clusters.fra.provider": "vsphere", "loadBalancer.clusters.fra.kind": "metallb-l2", "loadBalancer.clusters.fra.pool": "10.91.1.0/28" };
    const ofVienna = (changes: Changes) => asked(play, { "network.places.vie.seenAs": undefined, ...changes }).filter((path) => path.includes("vie"));
    expect(ofVienna(away)).toEqual(["network.places.vie.seenAs", `${AT}.seenAs`]);
    expect(ofVienna({ ...away, ...hub("vie") })).toEqual([]);
    // Its API alone is public.
    expect(ofVienna({ ...away, "loadBalancer.kubelbBlock": "10.90.40.0/25" })).toEqual(["network.places.vie.seenAs"]);
    const seen = { ...away, [`${AT}.seenAs`]: "gateway", [`${AT}.seenAddresses`]: ["198.51.100.94/32"] };
    expect(sourceOf(play, seen, "flow.kubelb-api[vie]")).toEqual(["10.90.0.0/23", "198.51.100.90/32"]);
    // The master stands beside KubeLB.
    expect(sourceOf(play, seen, "flow.P4[vie]")).toEqual(["10.91.0.0/20"]);
    expect(sourceOf(play, seen, "flow.P7[vie-vsphere]")).toEqual(["10.94.0.0/22", "198.51.100.94/32"]);
    expect(sourceOf(play, { ...seen, ...hub("vie") }, "flow.kubelb-api[vie]")).toEqual(["10.90.0.0/23"]);
  });

  test("two sites with private pools ask nobody, and with a public one those who call it", () => {
    const azure = starterAnswers("vsphere-plus-azure-seed");
    const seed = { "network.places.main.seenAs": undefined, "infrastructure.clusters.azure-seed.provider": "vsphere", "loadBalancer.clusters.azure-seed.kind": "metallb-l2", "loadBalancer.clusters.azure-seed.apiEndpoint": "kube-vip" };
    expect(asked(azure, { ...seed, "loadBalancer.clusters.azure-seed.pool": "10.50.9.0/28" }).filter((path) => path.includes(".main."))).toEqual([]);
    expect(asked(azure, { ...seed, "loadBalancer.clusters.azure-seed.pool": "203.0.113.64/28" }).filter((path) => path.includes(".main."))).toEqual(["network.places.main.seenAs"]);
  });
});

test("a network of Cloud Director and one of OpenStack are asked about unless Terraform makes them, and one on premises never", () => {
  const open = (answers: Answers) => planFrom(answers).openPoints.map(({ path }) => path).filter((path) => path.endsWith("seenAs"));
  expect(open(changed(installationAnswers("cloud-director-hoster"), { "network.datacenters.org-a.seenAs": undefined }))).toEqual(["network.datacenters.org-a.seenAs"]);
  expect(open(changed(starterAnswers("openstack-two-tenants"), { "network.datacenters.retail.seenAs": undefined }))).toEqual(["network.datacenters.retail.seenAs"]);
  expect(open(installationAnswers("setup-checklist"))).toEqual([]);
});

describe("a bastion beside the nodes", () => {
  const REACH = "infrastructure.places.azure.floatingReach";
  const frankfurt = (bastion: string, changes: Changes = {}) =>
    sourceOf(starterAnswers("vsphere-plus-azure-seed"), { "access.places.main.bastionAddress": bastion, "network.places.main.seenAs": "gateway", "network.places.main.seenAddresses": ["198.51.100.22/32"], "infrastructure.clusters.azure-seed.provider": "openstack", "infrastructure.datacenters.azure-weu.provider": "openstack", [REACH]: "public", ...changes }, "flow.E12[azure-seed.from-master]");

  test("calls a public Kubernetes API elsewhere with the address of their gateway", () => {
    expect(frankfurt("10.20.0.5")).toEqual(["10.20.0.5", "198.51.100.22/32"]);
    expect(frankfurt("10.20.0.5", { [REACH]: "private" })).toEqual(["10.20.0.5"]);
    expect(frankfurt("10.20.0.5", { "network.places.main.seenAs": undefined, "network.places.main.seenAddresses": undefined })).toEqual(["10.20.0.5", "open network.places.main.seenAs"]);
  });

  test("is not taken to leave by it from another network, or by a name", () => {
    expect(frankfurt("10.99.0.5")).toEqual(["10.99.0.5"]);
    expect(frankfurt("bastion.example.com")).toEqual(["bastion.example.com"]);
  });

  test("elsewhere says that nobody has stated what filters at a public API see", () => {
    const why = (bastion: string, api: string) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "access.places.main.bastionAddress": bastion, "loadBalancer.clusters.azure-seed.apiAddress": api, "loadBalancer.clusters.azure-seed.apiEndpoint": "external" })).firewall.flows.find(({ id }) => id === "flow.E12[azure-seed.from-master]")?.why;
    expect(why("10.99.0.5", "198.51.100.80")).toContain("The bastion has a private address, and this API may have a public one: filters there see that of whatever translates on the way out of Frankfurt, which nobody has stated for the bastion.");
    for (const [bastion, api] of [["10.99.0.5", "10.50.0.9"], ["198.51.100.9", "198.51.100.80"], ["10.20.0.5", "198.51.100.80"]] as const) expect(why(bastion, api), bastion).not.toContain("translates");
  });
});
