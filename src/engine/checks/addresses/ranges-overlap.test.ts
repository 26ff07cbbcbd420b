import { describe, expect, test } from "vitest";
import { withAnswer, withSubject, type Answers } from "../../answers/answers.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { rangesOverlap } from "./ranges-overlap.ts";

const shown = (answers: Answers) => findingsOf(rangesOverlap, answers).map(({ severity, title, fixes }) => [severity, title, fixes.flatMap(({ set }) => set.map(({ value }) => value))[0]]);
const reference = (changes: Changes) => shown(referenceAnswers(changes));
/** A further place with workers that have no Seed yet. */
const withMachines = (answers: Answers, place: string) =>
  changed(withSubject(withSubject(answers, "place", place), "datacenter", `dc-${place}`), { [`infrastructure.datacenters.dc-${place}.place`]: place, [`network.datacenters.dc-${place}.workersIn`]: "node-network" });
const other = (block: string) => ({ "network.places.main.otherNetworks": [{ name: "Plant", block }] });

test.each(["reference-setup", "vsphere-plus-azure", "vsphere-plus-azure-seed", "proof-of-concept"])("%s has no overlap", (name) => {
  expect(shown(starterAnswers(name))).toEqual([]);
});

describe("ranges inside the clusters", () => {
  test("pods in the node network: both ends named, for node network and block", () => {
    expect(reference({ "network.userClusterPods": "10.20.0.0/16" })).toEqual([
      ["blocker", "Pods of user clusters and the node network of Frankfurt share 256 addresses", "172.25.0.0/16"],
      ["blocker", "Pods of user clusters and the virtual addresses of seed share 16 addresses", "172.25.0.0/16"],
    ]);
  });

  test("a stated network in the pods' default range", () => {
    expect(reference(other("172.25.8.0/24"))).toEqual([["blocker", "Pods of user clusters and Plant at Frankfurt share 256 addresses", "172.26.0.0/16"]]);
  });

  test("virtual addresses of KubeLB may not be those that a cluster looks for inside itself", () => {
    const hub = { "loadBalancer.clusters.seed.kind": "kubelb", "loadBalancer.kubelbPlace": "main", "loadBalancer.kubelbApi": "10.40.0.10", "loadBalancer.kubelbNodes": "10.40.0.0/24" };
    expect(reference({ ...hub, "loadBalancer.kubelbBlock": "10.40.30.0/28" })).toEqual([]);
    expect(reference({ ...hub, "loadBalancer.kubelbBlock": "172.25.4.0/28" }).map(([severity, title]) => [severity, title])).toEqual([["blocker", "Pods of user clusters and the virtual addresses of KubeLB share 16 addresses"]]);
  });

  test("what is proposed keeps out of addresses from which a balancer calls the nodes", () => {
    const external = { "loadBalancer.clusters.seed.apiEndpoint": "external", "loadBalancer.clusters.seed.apiAddress": "10.20.31.9", "loadBalancer.clusters.seed.apiBalancerSources": ["172.26.4.4"] };
    expect(reference({ ...other("172.25.8.0/24"), ...external })).toEqual([["blocker", "Pods of user clusters and Plant at Frankfurt share 256 addresses", "172.24.0.0/16"]]);
  });

  test("site networks in the platform's Service range are a warning", () => {
    expect(reference(other("10.100.0.0/16"))).toEqual([["warning", "Services of master and Seeds and Plant at Frankfurt share 65,536 addresses", "10.112.0.0/12"]]);
  });

  test("a node network in the platform's Service range is one where machines of master or Seeds stand, else a warning", () => {
    const there = (changes: Changes = {}) => shown(changed(starterAnswers("vsphere-plus-azure"), { "network.places.azure.nodeNetwork": "10.101.0.0/16", ...changes })).map(([severity, title]) => [severity, title]);
    const said = (severity: string) => [[severity, "Services of master and Seeds and the node network of Azure West Europe share 65,536 addresses"]];
    expect(there()).toEqual(said("warning"));
    expect(there({ "infrastructure.clusters.seed.place": "azure" }).slice(0, 1)).toEqual(said("blocker"));
    expect(there({ "infrastructure.clusters.seed.place": undefined }).slice(0, 1)).toEqual(said("blocker"));
    // So does a block that workloads there take their addresses from.
    expect(there({ "network.places.azure.nodeNetwork": "192.168.0.0/24", "infrastructure.datacenters.azure-weu.provider": "vsphere", "loadBalancer.datacenters.azure-weu.workloads": "metallb-addon", "loadBalancer.datacenters.azure-weu.workloadBlock": "10.101.8.0/24" })).toContainEqual(["warning", "Services of master and Seeds and the block for workloads of azure-westeurope share 256 addresses"]);
    // A server in it that pods dial is worse than the network around it.
    expect(there({ "storage.further": ["velero"], "storage.store": "10.101.0.9", "storage.furtherBucket": "x" }).toSorted()).toEqual([["blocker", "Services of master and Seeds and S3 for further backups 10.101.0.9 share 1 address"], ...said("warning")]);
  });

  test("a network that is listed hides no server in it that something dials", () => {
    const dns = { "network.places.main.dnsServers": ["10.100.0.53"] };
    const server = ["blocker", "Services of master and Seeds and DNS server 10.100.0.53 of Frankfurt share 1 address"];
    expect(reference(dns).map(([severity, title]) => [severity, title])).toEqual([server]);
    expect(reference({ ...dns, ...other("10.100.0.0/16") }).map(([severity, title]) => [severity, title]).toSorted()).toEqual([server, ["warning", "Services of master and Seeds and Plant at Frankfurt share 65,536 addresses"]]);
    // With pods the network is as bad, and says it of all in it.
    expect(reference({ "network.places.main.dnsServers": ["172.25.0.53"], ...other("172.25.0.0/24") }).map(([severity, title]) => [severity, title])).toEqual([["blocker", "Pods of user clusters and Plant at Frankfurt share 256 addresses"]]);
  });

  test("users and balancers that call from inside a cluster's ranges get no answer; a larger net says nothing", () => {
    const users = (...blocks: readonly string[]) => reference({ "access.userNetworks": blocks });
    expect(users("10.0.0.0/8", "192.168.7.0/24")).toEqual([]);
    expect(users("10.0.0.0/8", "10.244.7.0/24")).toEqual([["blocker", "Pods of master and Seeds and the network of users share 256 addresses", expect.any(String)]]);
    expect(users("172.25.0.0/16")).toEqual([["warning", "Pods of user clusters and the network of users share 65,536 addresses", expect.any(String)]]);
    const external = { "loadBalancer.clusters.seed.apiEndpoint": "external", "loadBalancer.clusters.seed.apiAddress": "10.20.31.9" };
    const sources = (block: string) => reference({ ...external, "loadBalancer.clusters.seed.apiBalancerSources": [block] });
    expect(sources("10.244.0.4/31")).toEqual([["blocker", "Pods of master and Seeds and the addresses from which the load balancer in front of the API of seed calls share 2 addresses", expect.any(String)]]);
    expect(sources("172.25.0.4/31")).toEqual([]);
    // Where nobody is asked for them, they are nobody's.
    expect(reference({ "loadBalancer.clusters.seed.apiBalancerSources": ["10.244.0.4/31"] })).toEqual([]);
    const appliance = { "loadBalancer.clusters.seed.kind": "appliance", "loadBalancer.clusters.seed.applianceSources": ["10.96.3.0/30"] };
    expect(reference(appliance).map(([severity, title]) => [severity, title])).toEqual([["blocker", "Services of master and Seeds and the addresses from which the appliance calls nodes of seed share 4 addresses"]]);
  });

  test("pods and Services of one cluster", () => {
    expect(reference({ "network.userClusterServices": "172.25.0.0/20" }).map(([severity, title]) => [severity, title])).toEqual([
      ["blocker", "Pods of user clusters and the services of user clusters share 4,096 addresses"],
    ]);
  });

  test("user clusters and platform should differ", () => {
    expect(reference({ "network.userClusterPods": "10.244.0.0/16" }).map(([severity]) => severity)).toEqual(["warning"]);
  });

  test("servers that were stated as addresses", () => {
    expect(reference({ "network.places.main.dnsServers": ["172.25.0.53", "ns.example.com"] })).toEqual([
      ["blocker", "Pods of user clusters and DNS server 172.25.0.53 of Frankfurt share 1 address", "172.26.0.0/16"],
    ]);
  });
});

test("what is proposed keeps apart, and a size of which nothing is free is named", () => {
  // 10.0.0.0/8 takes all of the largest space; 172.17.0.0/16 is Docker's, so a /12 is free nowhere.
  const found = findingsOf(rangesOverlap, referenceAnswers(other("10.0.0.0/8")));
  expect(found.map(({ title, remedy }) => [title.replace(/ and Plant.*/, ""), remedy])).toEqual([
    ["Services of user clusters", "Use 172.18.0.0/20 for the services of user clusters; nothing that is stated uses it."],
    ["Pods of master and Seeds", "Use 172.16.0.0/16 for the pods of master and Seeds; nothing that is stated uses it."],
    ["Services of master and Seeds", "Change one of both ranges. No /12 of private addresses is free for the services of master and Seeds: take a smaller block, or free one of this size first."],
  ]);
});

test("a block of virtual addresses is replaced by one that holds what is needed", () => {
  // Entry, nodeport-proxy and twelve user clusters with an address each; eight addresses are too few for them, and for the plant they are too many.
  const changes = { ...other("10.20.30.0/27"), "loadBalancer.clusters.seed.pool": "10.20.30.8/29" };
  expect(reference({ ...changes, "loadBalancer.exposeStrategy": "NodePort" }).map(([, , value]) => value)).toEqual(["10.20.29.248/29"]);
  expect(reference({ ...changes, "loadBalancer.exposeStrategy": "LoadBalancer" }).map(([, , value]) => value)).toEqual(["10.20.29.240/28"]);
});

describe("servers that questions of any chapter name", () => {
  const userPods = (server: string, severity = "blocker") => [[severity, `Pods of user clusters and ${server} share 1 address`, "172.26.0.0/16"]];
  const platform = (range: string, severity: string, server: string) => [[severity, `${range} of master and Seeds and ${server} share 1 address`]];
  const said = (answers: Answers) => shown(answers).map(([severity, title]) => [severity, title]);
  const starter = (name: string, changes: Changes) => said(changed(starterAnswers(name), changes));

  test("user clusters whose storage driver calls the infrastructure", () => {
    expect(reference({ "infrastructure.places.main.vsphereServer": "172.25.0.60" })).toEqual(userPods("vCenter 172.25.0.60 of Frankfurt"));
    expect(starter("openstack-two-tenants", { "infrastructure.places.berlin.openstackAuthUrl": "172.25.0.5", "infrastructure.places.berlin.openstackServices": ["10.240.16.9"] })).toEqual([
      ["blocker", expect.stringMatching(/^Pods of user clusters and Keystone 172\.25\.0\.5 of .* share 1 address$/)],
      ["blocker", expect.stringMatching(/^Services of user clusters and OpenStack service 10\.240\.16\.9 of .* share 1 address$/)],
    ]);
  });

  test("what the platform alone dials is a blocker in its pods, and a warning in those of user clusters", () => {
    const store = (address: string): Changes => ({ "storage.further": ["velero"], "storage.store": address, "storage.furtherBucket": "x" });
    expect(said(referenceAnswers(store("10.244.7.7")))).toEqual(platform("Pods", "blocker", "S3 for further backups 10.244.7.7"));
    expect(reference(store("172.25.7.7"))).toEqual(userPods("S3 for further backups 172.25.7.7", "warning"));
    expect(reference({ ...store("172.25.7.7"), "storage.further": ["velero", "user-clusters"] })).toEqual(userPods("S3 for further backups 172.25.7.7"));
    expect(said(referenceAnswers({ "access.vaultAddress": "10.244.0.60", "access.secretStore": "vault" }))).toEqual(platform("Pods", "warning", "Vault 10.244.0.60"));
    expect(said(referenceAnswers({ "access.repository": "https://10.244.0.61/platform/kkp.git" }))).toEqual(platform("Pods", "warning", "Git 10.244.0.61"));
    expect(said(referenceAnswers({ "access.bastion": true, "access.places.main.bastionAddress": "10.244.0.62" }))).toEqual(platform("Pods", "blocker", "Bastion 10.244.0.62 of Frankfurt"));
  });

  test("Kubernetes APIs that stand elsewhere", () => {
    expect(said(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": "external", "loadBalancer.clusters.seed.apiAddress": "10.96.0.10" }))).toEqual(platform("Services", "blocker", "Load balancer of the Kubernetes API 10.96.0.10 of seed"));
    expect(said(referenceAnswers({ "infrastructure.clusters.seed.provisioning": "existing", "network.platformPods": "10.244.0.0/16", "infrastructure.clusters.seed.apiHost": "10.244.0.1" }))).toEqual(platform("Pods", "blocker", "Kubernetes API 10.244.0.1 of seed"));
    expect(starter("managed-service-kubelb", { "loadBalancer.kubelbApi": "172.25.1.1" })).toEqual([["warning", "Pods of user clusters and API of KubeLB 172.25.1.1 share 1 address"]]);
  });

  test("a Gateway of the customer and the front of the node ports", () => {
    const own: Changes = { "project.release": "2.31", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "a", "loadBalancer.gatewayName": "b" };
    expect(reference({ ...own, "loadBalancer.gatewayAddress": "172.25.0.60" })).toEqual(userPods("Own Gateway 172.25.0.60"));
    expect(reference({ "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "172.25.0.60" })).toEqual(userPods("Front of the node ports 172.25.0.60 of seed"));
  });

  test("names, and answers to questions that do not matter, say nothing", () => {
    expect(reference({ "infrastructure.places.main.vsphereServer": "vcenter.example.com" })).toEqual([]);
    expect(reference({ "infrastructure.places.main.nutanixPrismCentral": "172.25.0.9", "loadBalancer.gatewayAddress": "172.25.0.60" })).toEqual([]);
  });

  test("what lies in a network that is told is not told again", () => {
    expect(reference({ "network.userClusterPods": "10.20.0.0/16", "infrastructure.places.main.vsphereServer": "10.20.0.60" })).toHaveLength(2);
  });
});

describe("IPv6", () => {
  const dual = (node: string, pool: string): Changes => ({ "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": node, "loadBalancer.clusters.seed.pool6": pool });
  const apart = dual("2001:db8:20::/64", "2001:db8:20:30::/64");

  test("KubeOne and KKP start with the same ranges: free ones are offered, which end it", () => {
    expect(reference(apart)).toEqual([
      ["warning", "IPv6 pods of user clusters and the IPv6 pods of master and Seeds share 2^80 addresses", "fd01:0:1::/48"],
      ["warning", "IPv6 Services of user clusters and the IPv6 Services of master and Seeds share 256 addresses", "fd02::10:0/108"],
    ]);
    const set = findingsOf(rangesOverlap, referenceAnswers(apart)).flatMap(({ fixes }) => fixes.flatMap((fix) => fix.set.map(({ path, value }) => [path, value] as const)));
    expect(reference({ ...apart, ...Object.fromEntries(set) })).toEqual([]);
  });

  test("a block of virtual addresses gets another one of its own family, and none in place of public addresses", () => {
    const pool = (node: string, block: string) => reference(dual(node, block)).find(([, title]) => String(title).includes("IPv6 virtual addresses"));
    const title = "IPv6 node network of Frankfurt and the IPv6 virtual addresses of seed share 2^64 addresses";
    expect(pool("fd20:0:0:1::/64", "fd20:0:0:1::/64")).toEqual(["warning", title, "fd20:0:0:2::/64"]);
    expect(pool("2001:db8:20::/64", "2001:db8:20::/64")).toEqual(["warning", title, undefined]);
  });
});

describe("ranges of one place", () => {
  test("a network that holds all others is the larger net around them", () => {
    expect(reference(other("10.20.0.0/16"))).toEqual([]);
  });

  test("a network in the middle of the block", () => {
    expect(reference(other("10.20.30.8/29"))).toEqual([["blocker", "Plant at Frankfurt and the virtual addresses of seed share 8 addresses", "10.20.30.16/28"]].map(([severity, , fix]) => [severity, "Virtual addresses of seed and Plant at Frankfurt share 8 addresses", fix]));
  });

  test("two datacenters of a place may share the network of their workers, but no part of it", () => {
    const two = (first: string, second: string) =>
      shown(changed(withMachines(referenceAnswers(), "main-2"), {
        "infrastructure.datacenters.dc-main-2.place": "main",
        "network.datacenters.fra-vsphere.workersIn": "own-network",
        "network.datacenters.fra-vsphere.workerNetwork": first,
        "network.datacenters.dc-main-2.workersIn": "own-network",
        "network.datacenters.dc-main-2.workerNetwork": second,
      })).map(([severity, title]) => [severity, title]);
    expect(two("10.50.8.0/22", "10.50.8.0/22")).toEqual([]);
    expect(two("10.50.8.0/22", "10.50.12.0/22")).toEqual([]);
    expect(two("10.50.8.0/22", "10.50.10.0/24")).toEqual([["blocker", "Worker network of fra-vsphere and the worker network of dc-main-2 share 256 addresses"]]);
  });

  test("what stands in a worker network moves along, its block for workloads among it", () => {
    const remedy = (workloads: string) =>
      findingsOf(rangesOverlap, referenceAnswers({
        ...other("10.50.8.0/24"), "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.50.8.0/22", "network.datacenters.fra-vsphere.workerGateways": ["10.50.8.1"],
        "network.datacenters.fra-vsphere.workerDhcp": "10.50.9.0-10.50.9.200", "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "loadBalancer.datacenters.fra-vsphere.workloadBlock": workloads,
      })).map((finding) => finding.remedy).find((words) => words.includes("move its"));
    expect(remedy("10.50.11.0/27")).toMatch(/ and move its gateways of the worker network, DHCP range of the workers and block for workloads there\.$/);
    expect(remedy("10.77.0.0/27")).toMatch(/ and move its gateways of the worker network and DHCP range of the workers there\.$/);
  });

  test("two datacenters of a place may take leases from one range, but not from parts of one", () => {
    const two = (first: string, second: string) =>
      shown(changed(withMachines(referenceAnswers(), "main-2"), {
        "infrastructure.datacenters.dc-main-2.place": "main",
        "infrastructure.datacenters.dc-main-2.provider": "vsphere",
        ...Object.fromEntries([["fra-vsphere", first], ["dc-main-2", second]].flatMap(([id = "", range = ""]) => [[`network.datacenters.${id}.workersIn`, "own-network"], [`network.datacenters.${id}.workerNetwork`, "10.66.0.0/24"], [`network.datacenters.${id}.workerDhcp`, range]])),
      })).map(([severity, title]) => [severity, title]);
    expect(two("10.66.0.20-10.66.0.120", "10.66.0.20-10.66.0.120")).toEqual([]);
    expect(two("10.66.0.20-10.66.0.89", "10.66.0.90-10.66.0.150")).toEqual([]);
    // .90 to .120 lie in both.
    expect(two("10.66.0.20-10.66.0.120", "10.66.0.90-10.66.0.150")).toEqual([["blocker", "DHCP range of the workers of fra-vsphere and DHCP range of the workers of dc-main-2 share 31 addresses"]]);
  });

  test("BGP addresses in the node network are a warning, layer-2 addresses belong there", () => {
    const pool = { "loadBalancer.clusters.seed.pool": "10.20.0.224/28" };
    expect(reference(pool)).toEqual([["warning", "Node network of Frankfurt and the virtual addresses of seed share 16 addresses", "10.20.1.0/28"]]);
    expect(reference({ ...pool, "loadBalancer.clusters.seed.kind": "metallb-l2" })).toEqual([]);
  });

  test("what is proposed keeps out of addresses in use, and in layer 2 stays in the segment", () => {
    const used = { "network.places.main.usedAddresses": ["172.26.4.4"] };
    expect(reference({ ...other("172.25.8.0/24"), ...used })).toEqual([["blocker", "Pods of user clusters and Plant at Frankfurt share 256 addresses", "172.24.0.0/16"]]);
    const layer2 = { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.20.0.224/28" };
    expect(reference({ ...layer2, ...other("10.20.0.228/30") })).toEqual([
      ["blocker", "Node network of Frankfurt and Plant at Frankfurt share 4 addresses", undefined],
      ["blocker", "Virtual addresses of seed and Plant at Frankfurt share 4 addresses", "10.20.0.32/28"],
    ]);
    const addon = { "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "loadBalancer.datacenters.fra-vsphere.poolType": "range", "loadBalancer.datacenters.fra-vsphere.poolShare": 1 };
    expect(reference({ ...addon, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.0.64/28" }).map(([, , fix]) => fix)).toEqual(["10.20.0.32/28"]);
  });

  test("nothing of master and Seeds dials workloads, so a block among their Services is no blocker", () => {
    expect(reference({ "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "loadBalancer.datacenters.fra-vsphere.poolType": "range", "loadBalancer.datacenters.fra-vsphere.poolShare": 1, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.96.8.0/24" }).map(([severity, title]) => [severity, title])).toEqual([["warning", "Services of master and Seeds and the block for workloads of fra-vsphere share 256 addresses"]]);
  });

  test("the block for workloads may not lie in the platform's block or in DHCP", () => {
    const block = (text: string) => ({ "loadBalancer.datacenters.fra-vsphere.workloadBlock": text });
    expect(reference(block("10.20.30.8/29")).map(([severity]) => severity)).toEqual(["blocker"]);
    expect(reference(block("10.20.0.64/28")).map(([, title]) => title)).toEqual(["DHCP range of Frankfurt and the block for workloads of fra-vsphere share 16 addresses"]);
    expect(reference(block("10.20.31.0/28"))).toEqual([]);
  });
});

describe("ranges of several places", () => {
  const azure = (name: string, network: string) => withAnswer(starterAnswers(name), "network.places.azure.nodeNetwork", network);

  test("workers in a network like their Seed's cannot be routed there", () => {
    expect(shown(azure("vsphere-plus-azure", "10.20.0.0/24"))).toEqual([["blocker", "Node network of Azure West Europe and the node network of Frankfurt share 256 addresses", undefined]]);
  });

  test("workers in the virtual addresses of their Seed", () => {
    expect(shown(azure("vsphere-plus-azure", "10.20.30.0/24"))).toEqual([["blocker", "Node network of Azure West Europe and the virtual addresses of seed share 16 addresses", "10.20.29.240/28"]]);
  });

  test("a Seed and the master must be routed to each other", () => {
    expect(shown(azure("vsphere-plus-azure-seed", "10.20.0.0/24"))).toHaveLength(1);
  });

  test("what is proposed for a block keeps out of a larger network of another place that it meets", () => {
    // Layer 2 keeps the block inside 10.20.0.0/24, and all of that lies in the master's 10.20.0.0/23 as well.
    const answers = changed(starterAnswers("vsphere-plus-azure-seed"), { "network.places.azure.nodeNetwork": "10.20.0.0/23", "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.20.0.224/28" });
    expect(shown(answers)).toContainEqual(["blocker", expect.stringMatching(/virtual addresses of seed/), undefined]);
    const apart = changed(answers, { "network.places.azure.nodeNetwork": "10.20.0.192/26" });
    const [block] = shown(apart).flatMap(([, title, value]) => (String(title).includes("virtual addresses of seed") ? [value] : []));
    // Leases take .50 to .220, and the other network .192 to .255; .32 is the nearest that is left.
    expect(block).toBe("10.20.0.32/28");
  });

  describe("workers of alike networks", () => {
    const own = (network: string, changes: Changes = {}) =>
      changed(withSubject(starterAnswers("vsphere-plus-azure"), "place", "third"), {
        "network.places.third.nodeNetwork": "10.77.0.0/24",
        "network.datacenters.fra-vsphere.workersIn": "own-network",
        "network.datacenters.fra-vsphere.workerNetwork": "10.50.8.0/22",
        "network.places.azure.nodeNetwork": network,
        ...changes,
      });

    test("meet at the Seed that both join", () => {
      const [finding, ...more] = findingsOf(rangesOverlap, own("10.50.8.0/22"));
      expect([finding?.title, more]).toEqual(["Worker network of fra-vsphere and the node network of Azure West Europe share 1,024 addresses", []]);
      expect(finding?.message).toContain("Machines of both talk with seed, and its answers cannot be routed to two places.");
      expect(shown(own("10.50.12.0/22"))).toEqual([]);
    });
  });

  describe("workers of alike networks behind gateways", () => {
    const BLOCK = "192.168.7.0/24";
    const at = (id: string, seenAs: string | undefined, seen?: string): Changes => ({
      [`infrastructure.datacenters.dc-${id}.provider`]: "vmware-cloud-director",
      [`infrastructure.datacenters.dc-${id}.seed`]: "seed",
      [`network.datacenters.dc-${id}.workersIn`]: "own-network",
      [`network.datacenters.dc-${id}.workerNetwork`]: BLOCK,
      ...(seenAs === undefined ? {} : { [`network.datacenters.dc-${id}.seenAs`]: seenAs }),
      ...(seen === undefined ? {} : { [`network.datacenters.dc-${id}.seenAddresses`]: [seen] }),
    });
    const both = (...changes: readonly Changes[]) => shown(changed(withMachines(withMachines(referenceAnswers(), "a"), "b"), Object.assign({}, ...changes) as Changes)).map(([severity, title]) => [severity, title]);
    const told = [["blocker", "Worker network of dc-a and the worker network of dc-b share 256 addresses"]];

    test("are told apart by what stands for their addresses", () => {
      expect(both(at("a", "own"), at("b", "own"))).toEqual(told);
      expect(both(at("a", "gateway", "10.170.0.1/32"), at("b", "gateway", "10.180.0.1/32"))).toEqual([]);
      expect(both(at("a", "gateway", "10.170.0.1/32"), at("b", "own"))).toEqual([]);
    });

    test("meet where one gateway stands for both: it must lead both on", () => {
      expect(both(at("a", "gateway", "10.170.0.0/24"), at("b", "gateway", "10.170.0.1/32"))).toEqual(told);
    });

    test("are not told while nobody says how they are seen", () => {
      expect(both(at("a", undefined), at("b", undefined))).toEqual([]);
    });

    test("meet at KubeLB, which dials the nodes themselves", () => {
      const hub = { "loadBalancer.datacenters.dc-a.workloads": "kubelb", "loadBalancer.datacenters.dc-b.workloads": "kubelb", "loadBalancer.kubelbPlace": "main", "loadBalancer.kubelbNodes": "10.40.0.0/24" };
      expect(both(at("a", "gateway", "10.170.0.1/32"), at("b", "gateway", "10.180.0.1/32"), hub)).toEqual(told);
    });

    test("may repeat the pods of master and Seeds, which meet what stands for them alone", () => {
      const pods = { "network.datacenters.dc-a.workerNetwork": "10.244.0.0/16" };
      expect(both(at("a", "gateway", "10.170.0.1/32"), at("b", "own"), pods)).toEqual([]);
      expect(both(at("a", "own"), at("b", "own"), pods)).toEqual([["blocker", "Pods of master and Seeds and the worker network of dc-a share 65,536 addresses"]]);
    });
  });

  describe("networks of places that nothing else links", () => {
    const servers = (main: string, azure: string) => ({ "network.places.main.dnsServers": [main], "network.places.azure.dnsServers": [azure] });
    const alike = (changes: Changes) => changed(withAnswer(withMachines(referenceAnswers(), "azure"), "network.places.azure.nodeNetwork", "10.20.0.0/24"), changes);

    test("meet at a private server that both dial, not at a public one or at one of their own", () => {
      expect(shown(alike(servers("10.9.0.53", "10.9.0.53")))).toEqual([["blocker", "Node network of Frankfurt and the node network of azure share 256 addresses", undefined]]);
      expect(shown(alike(servers("10.9.0.53", "10.9.1.53")))).toEqual([]);
      expect(shown(alike(servers("9.9.9.9", "9.9.9.9")))).toEqual([]);
      expect(shown(alike(servers("10.20.0.5", "10.20.0.5")))).toEqual([]);
    });
  });

  test("places that have nothing to do with each other may be alike", () => {
    const apart = withAnswer(withMachines(referenceAnswers(), "apart"), "network.places.apart.nodeNetwork", "10.20.0.0/24");
    expect(shown(apart)).toEqual([]);
  });
});

test("five hundred alike sites are compared with their own Seed only, in a moment", () => {
  const many = Array.from({ length: 500 }, (_, at) => at).reduce((answers, at) => {
    const more = withMachines(answers, `p${at}`);
    return withAnswer(more, `network.places.p${at}.nodeNetwork`, "192.168.0.0/24");
  }, referenceAnswers());
  expect(shown(many)).toEqual([]);
});
