import { describe, expect, test } from "vitest";
import { withAnswer, withSubject } from "../../answers/answers.ts";
import { findingsOf, referenceAnswers, answersOf, type Changes } from "../../testing/reference.ts";
import type { Check } from "../../kernel/check.ts";
import { addressesNotStated } from "./addresses-not-stated.ts";
import { apiAddressMisplaced } from "./api-address-misplaced.ts";
import { controlPlanesMisplaced } from "./control-planes-misplaced.ts";
import { dhcpTooSmall } from "./dhcp-too-small.ts";
import { workerDhcpTooSmall } from "./worker-dhcp-too-small.ts";
import { networkTooSmall } from "./network-too-small.ts";
import { noLoadBalancer } from "./no-load-balancer.ts";
import { placeNetwork } from "./place-network.ts";
import { poolIpv6 } from "./pool-ipv6.ts";
import { poolOutsideNodeNetwork } from "./pool-outside-node-network.ts";
import { poolOverlapsDhcp } from "./pool-overlaps-dhcp.ts";
import { poolFull } from "./pool-full.ts";
import { poolTooSmall } from "./pool-too-small.ts";
import { reservedRanges } from "./reserved-ranges.ts";
import { singleBgpPeer } from "./single-bgp-peer.ts";
import { virtualAddressesProvisional } from "./virtual-addresses-provisional.ts";

const POOL = "loadBalancer.clusters.seed.pool";
const KIND = "loadBalancer.clusters.seed.kind";
const L2 = { [KIND]: "metallb-l2" };

const found = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes));
const said = (check: Check, changes: Changes = {}) => found(check, changes).map(({ severity, title }) => `${severity}: ${title}`);
/** Values that the fixes of the only finding would set. */
const fixes = (check: Check, changes: Changes) => found(check, changes)[0]?.fixes.flatMap(({ set }) => set.map(({ value }) => value));

test.each([
  addressesNotStated, apiAddressMisplaced, controlPlanesMisplaced, dhcpTooSmall, workerDhcpTooSmall, noLoadBalancer, placeNetwork, poolIpv6,
  poolFull, poolOutsideNodeNetwork, poolOverlapsDhcp, poolTooSmall, reservedRanges, singleBgpPeer, virtualAddressesProvisional,
])("$id has nothing to say about the reference setup", (check) => {
  expect(found(check)).toEqual([]);
});

describe("a block too small", () => {
  test("only because leases lie in it is the fault of the overlap alone", () => {
    const inside = { [POOL]: "10.20.0.192/28" };
    expect(found(poolOverlapsDhcp, inside)).toHaveLength(1);
    expect(found(poolTooSmall, inside)).toEqual([]);
    // Two addresses are needed, and without the leases two are there.
    expect(found(poolTooSmall, { [POOL]: "10.20.0.192/31" })).toEqual([]);
    expect(found(poolTooSmall, { [POOL]: "10.20.0.192/32" })).toHaveLength(1);
  });

  test("only because others use its addresses says so", () => {
    const [finding] = found(poolTooSmall, { "network.places.main.usedAddresses": ["10.20.30.0-10.20.30.14"] });
    expect(finding?.title).toBe("10.20.30.0/28 has too few free addresses for seed");
    expect(finding?.message).toContain("15 of its 16 addresses are left out");
    expect(found(poolTooSmall, { [POOL]: "10.20.30.0/31", "network.places.main.usedAddresses": ["10.20.30.0-10.20.30.0"] })).toMatchObject([{ title: "10.20.30.0/31 has too few free addresses for seed" }]);
  });

  const twenty = { "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.datacenters.fra-vsphere.smallClusters": 20 };

  test("names what is missing and offers three ways out", () => {
    expect(found(poolTooSmall, twenty)).toMatchObject([
      { id: "addresses.pool-too-small[seed]", severity: "blocker", message: "seed needs 22 virtual addresses, and 10.20.30.0/28 can give 16: 6 too few.", answers: [POOL, "loadBalancer.exposeStrategy"] },
    ]);
    expect(fixes(poolTooSmall, twenty)).toEqual(["10.20.30.0/27", "NodePort", "Tunneling"]);
    // Entry and nodeport-proxy alone fit exactly.
    expect(fixes(poolTooSmall, { ...twenty, [POOL]: "10.20.30.0/31" })).toEqual(expect.arrayContaining(["NodePort", "Tunneling"]));
    expect(fixes(poolTooSmall, { ...twenty, [POOL]: "10.20.30.0/32" })).not.toContain("NodePort");
  });

  describe("beside an IPv6 block of its size", () => {
    const dual = (pool6: string, smallClusters: number): Changes => ({ ...twenty, "infrastructure.datacenters.fra-vsphere.smallClusters": smallClusters, "network.ipFamily": "dual", "network.platformFamily": "dual", "network.places.main.nodeNetwork6": "2001:db8:20::/64", "loadBalancer.clusters.seed.pool6": pool6 });

    test.each([[poolTooSmall, 20], [poolFull, 14]] as const)("grows with that alone", (check, count) => {
      const [small] = found(check, dual("2001:db8:20:30::/124", count));
      expect(small?.remedy).toContain("together with an IPv6 block of at least 32 addresses in place of 2001:db8:20:30::/124, which has 16");
      expect(fixes(check, dual("2001:db8:20:30::/124", count))).not.toContain("10.20.30.0/27");
      expect(found(check, dual("2001:db8:20:30::/64", count))[0]?.remedy).not.toContain("IPv6");
      expect(fixes(check, dual("2001:db8:20:30::/64", count))).toContain("10.20.30.0/27");
    });
  });

  describe("that is full", () => {
    // 14 user clusters and 2 single addresses take all 16.
    const planned = (count: number, changes: Changes = {}): Changes => ({ ...twenty, "infrastructure.datacenters.fra-vsphere.smallClusters": count, ...changes });
    const shared: Changes = { "loadBalancer.exposeStrategy": "NodePort" };
    const balanced: Changes = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };

    test.each<[string, Changes, readonly string[]]>([
      ["all sixteen are taken", planned(14), ["advice: 10.20.30.0/28 has no room for one user cluster more on seed"]],
      ["one is left", planned(13), []],
      ["too many are planned, which is a blocker", planned(15), []],
      ["two for each user cluster leave one, which is too few", planned(6, balanced), []],
      ["user clusters share one address", planned(14, shared), []],
    ])("%s", (_name, changes, expected) => {
      expect(said(poolFull, changes)).toEqual(expected);
    });

    test("names the next user cluster, what it needs, and a block twice as large that keeps the addresses", () => {
      expect(found(poolFull, planned(14))).toMatchObject([{ message: "16 of 16 addresses that 10.20.30.0/28 can give are taken by what is planned. User cluster 15 would need 17; without an address of its own nobody reaches it." }]);
      expect(fixes(poolFull, planned(14))).toEqual(["10.20.30.0/27"]);
      const apart = planned(7, { ...balanced, [POOL]: "10.20.30.0/28" });
      expect(found(poolFull, apart)).toMatchObject([{ message: "16 of 16 addresses that 10.20.30.0/28 can give are taken by what is planned. User cluster 8 would need 18; without addresses of its own nobody reaches it." }]);
    });

    describe("in a node network of layer 2", () => {
      const announced = (changes: Changes): Changes => planned(14, { "loadBalancer.clusters.seed.kind": "metallb-l2", [POOL]: "10.20.0.224/28", ...changes });
      const taken = { "network.places.main.usedAddresses": ["10.20.0.240-10.20.0.254"] };

      test("that is too small already says the same", () => {
        const [finding] = found(poolTooSmall, planned(16, { "loadBalancer.clusters.seed.kind": "metallb-l2", [POOL]: "10.20.0.224/28", ...taken }));
        expect(finding?.remedy).toMatch(/^Nodes answer for addresses of 10\.20\.0\.0\/24 alone, and no \/27 is free there: what takes most of it is DHCP range of Frankfurt \(10\.20\.0\.50-10\.20\.0\.220\); .* place the nodes in a larger network of layer 2, or let the user clusters share one address by NodePort or Tunneling\.$/);
        expect(finding?.answers).toContain("network.places.main.dhcp");
      });

      test("without room says who takes it, and which ways lead out", () => {
        const [finding] = found(poolFull, announced(taken));
        expect(finding?.remedy).toContain("Nodes answer for addresses of 10.20.0.0/24 alone, and no /27 is free there: what takes most of it is DHCP range of Frankfurt (10.20.0.50-10.20.0.220); In use at Frankfurt (10.20.0.240-10.20.0.254); ");
        expect(finding?.remedy).toContain("Have the DHCP range shortened or the network widened, place the nodes in a larger network of layer 2, or put further user clusters on another Seed.");
        expect(finding?.answers).toEqual(expect.arrayContaining([POOL, "network.places.main.nodeNetwork", "network.places.main.dhcp", "network.places.main.usedAddresses"]));
        expect(finding?.fixes).toEqual([]);
      });

      test("with room takes the block that is free there", () => {
        expect(fixes(poolFull, announced({}))).toEqual(["10.20.0.224/27"]);
        expect(found(poolFull, announced({}))[0]?.remedy).not.toContain("DHCP range");
      });
    });

    test("counts what is left out of the block", () => {
      const held = planned(12, { "network.places.main.usedAddresses": ["10.20.30.4", "10.20.30.5"] });
      expect(found(poolFull, held)).toMatchObject([{ message: "14 of 14 addresses that 10.20.30.0/28 can give are taken by what is planned. User cluster 13 would need 15; without an address of its own nobody reaches it." }]);
      expect(fixes(poolFull, held)?.[0]).toMatch(/\/27$/);
    });
  });

  test("proposes the next free block where the neighbourhood is taken", () => {
    const neighbour = { "network.places.main.otherNetworks": [{ name: "Plant", block: "10.20.30.16/28" }] };
    expect(fixes(poolTooSmall, { ...twenty, ...neighbour })?.[0]).toBe("10.20.30.32/27");
    expect(found(poolTooSmall, { ...twenty, ...neighbour })[0]?.remedy).toBe("Take 10.20.30.32/27, the nearest block of that size that nothing stated uses, or let the user clusters share one address by NodePort or Tunneling.");
  });

  test("proposes the stated block widened, even to the end of its segment where it needs no broadcast address", () => {
    // 20 user clusters and 2 single addresses; leases end at .220.
    const end = { ...twenty, "loadBalancer.clusters.seed.kind": "metallb-l2", [POOL]: "10.20.0.224/28" };
    expect(fixes(poolTooSmall, end)?.[0]).toBe("10.20.0.224/27");
    // 29 and 2 leave no address for the broadcast to take.
    expect(fixes(poolTooSmall, { ...end, "infrastructure.datacenters.fra-vsphere.smallClusters": 29 })?.[0]).toBe("NodePort");
  });

  test("of a running platform grows around the addresses that are in use, or not at all", () => {
    const running = { ...twenty, "project.release": "2.31", "project.upgradeFrom": "2.30" };
    expect(fixes(poolTooSmall, running)).toEqual(["10.20.30.0/27"]);
    const neighbour = { "network.places.main.otherNetworks": [{ name: "Plant", block: "10.20.30.16/28" }] };
    expect(fixes(poolTooSmall, { ...running, ...neighbour })).toEqual([]);
    expect(found(poolTooSmall, { ...running, ...neighbour })[0]?.remedy).toBe(
      "Services that run keep their addresses while the block holds them. User clusters that run keep their expose strategy. Take a larger block that holds 10.20.30.0/28; where none is free, let further user clusters live on another Seed.",
    );
  });

  test("14 user clusters fit, the 15th does not", () => {
    const clusters = (count: number) => ({ ...twenty, "infrastructure.datacenters.fra-vsphere.smallClusters": count });
    expect(found(poolTooSmall, clusters(14))).toEqual([]);
    expect(found(poolTooSmall, clusters(15))).toHaveLength(1);
  });

  test("each fix removes the finding", () => {
    for (const { set } of found(poolTooSmall, twenty)[0]?.fixes ?? []) {
      expect(found(poolTooSmall, { ...twenty, ...Object.fromEntries(set.map(({ path, value }) => [path, value])) })).toEqual([]);
    }
  });
});

describe("a block for layer 2", () => {
  test("outside the node network is a blocker; the fix lies there, free of DHCP and machines", () => {
    expect(said(poolOutsideNodeNetwork, L2)).toEqual(["blocker: 10.20.30.0/28 lies outside the node network 10.20.0.0/24"]);
    expect(fixes(poolOutsideNodeNetwork, L2)).toEqual(["10.20.0.16/28"]);
    expect(found(poolOutsideNodeNetwork, { ...L2, [POOL]: "10.20.0.16/28" })).toEqual([]);
    expect(fixes(poolOutsideNodeNetwork, { ...L2, "network.places.main.usedAddresses": ["10.20.0.20"] })).toEqual(["10.20.0.32/28"]);
  });

  test("inside DHCP is a blocker", () => {
    const changes = { ...L2, [POOL]: "10.20.0.208/28" };
    expect(said(poolOverlapsDhcp, changes)).toEqual(["blocker: 10.20.0.208/28 overlaps the DHCP range of Frankfurt"]);
    expect(found(poolOverlapsDhcp, changes)[0]?.message).toContain("share 13 addresses, 10.20.0.208-10.20.0.220");
    expect(fixes(poolOverlapsDhcp, changes)).toEqual(["10.20.0.224/28"]);
    // With LoadBalancer 12 user clusters and 2 single addresses; 22 in all need a /27, which no other finding then asks for.
    const many = { ...changes, "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.datacenters.fra-vsphere.smallClusters": 20 };
    expect(fixes(poolOverlapsDhcp, many)).toEqual(["10.20.0.224/27"]);
    expect(said(poolTooSmall, { ...many, [POOL]: "10.20.0.224/27" })).toEqual([]);
    expect(fixes(poolOutsideNodeNetwork, { ...many, [POOL]: "10.20.30.0/28" })?.[0]).toMatch(/^10\.20\.0\.\d+\/27$/);
  });
});

test("an IPv6 block gives nothing out", () => {
  expect(said(poolIpv6, { [POOL]: "fd00::/64" })).toEqual(["blocker: fd00::/64 holds IPv6 addresses only"]);
});

test("vSphere has no load balancer of its own", () => {
  expect(said(noLoadBalancer, { [KIND]: "cloud" })).toEqual(["blocker: vSphere gives seed no load balancer"]);
  expect(fixes(noLoadBalancer, { [KIND]: "cloud" })).toEqual(["metallb-bgp"]);
});

describe("a cloud load balancer that nothing in the cluster asks for", () => {
  const cloud = (provider: string, provisioning?: string) => ({ [KIND]: "cloud", "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": provisioning });
  test.each([
    // KubeOne has no block for Anexia below cloudProvider; whoever hands a cluster over answers for its controller.
    ["anexia", "kubeone", ["blocker: KubeOne brings seed no controller for load balancers of Anexia"]],
    ["anexia", "existing", []],
    ["anexia", undefined, []],
    // ACK brings the cloud controller of Alibaba Cloud; nothing else does.
    ["alibaba", "kubeone", ["blocker: Alibaba Cloud gives seed no load balancer"]],
    ["alibaba", "existing", ["blocker: Alibaba Cloud gives seed no load balancer"]],
    ["alibaba", "managed", []],
    ["alibaba", undefined, []],
    ["hetzner", "kubeone", []],
    ["vsphere", undefined, ["blocker: vSphere gives seed no load balancer"]],
  ])("%s, %s", (provider, provisioning, titles) => {
    expect(said(noLoadBalancer, cloud(provider, provisioning))).toEqual(titles);
  });

  test.each(["anexia", "alibaba"])("on %s the remedy announces nothing from nodes", (provider) => {
    expect(fixes(noLoadBalancer, cloud(provider, "kubeone"))).toEqual(["kubelb", "appliance", "none"]);
  });
});

describe("the address of the API", () => {
  const api = (address: string) => ({ "loadBalancer.clusters.seed.apiAddress": address });
  test.each([
    ["10.20.30.4", ["inside the block of virtual addresses", "outside the node network"]],
    ["10.20.0.60", ["inside the DHCP range"]],
    ["10.20.1.10", ["outside the node network"]],
    ["10.20.0.9", []],
  ])("%s lies %j", (address, where) => {
    expect(said(apiAddressMisplaced, api(address))).toEqual(where.map((place) => `blocker: ${address} of the Kubernetes API of seed lies ${place}`));
  });

  test("may lie anywhere on a load balancer outside", () => {
    expect(found(apiAddressMisplaced, { ...api("192.0.2.1"), "loadBalancer.clusters.seed.apiEndpoint": "external" })).toEqual([]);
  });
});

describe("control planes", () => {
  const machines = (...addresses: string[]) => ({ "infrastructure.clusters.seed.controlPlaneAddresses": addresses });
  test.each([
    [machines("10.20.0.11", "10.20.0.60", "10.20.0.61"), "Control planes of seed lie inside the DHCP range: 10.20.0.60, 10.20.0.61"],
    [machines("10.20.0.11", "10.20.0.12", "10.21.0.13"), "Control planes of seed lie outside the node network: 10.21.0.13"],
    [machines("10.20.0.11", "10.20.0.12"), "seed has 3 control planes and 2 addresses for them"],
    [machines("10.20.0.11", "10.20.0.12", "10.20.0.12"), "seed has 3 control planes and 2 addresses for them"],
    [{ ...L2, [POOL]: "10.20.0.0/28" }, "Control planes of seed lie inside the block of virtual addresses: 10.20.0.11, 10.20.0.12, 10.20.0.13"],
  ])("%j", (changes, title) => {
    expect(said(controlPlanesMisplaced, changes)).toEqual([`${title.includes("DHCP") ? "warning" : "blocker"}: ${title}`]);
  });
});

describe("DHCP", () => {
  test("with fewer leases than machines", () => {
    expect(found(dhcpTooSmall, { "network.places.main.dhcp": "10.20.0.50-10.20.0.114" })).toMatchObject([
      { severity: "blocker", message: expect.stringContaining("66 machines need a lease (6 for Workers of seed, 60 for 12 user clusters of fra-vsphere with 5 nodes each), and the range has 65: 1 too few.") as string },
    ]);
    expect(found(dhcpTooSmall, { "network.places.main.dhcp": "10.20.0.50-10.20.0.115" })).toEqual([]);
  });

  test("of a worker network", () => {
    const own = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/24" };
    expect(found(workerDhcpTooSmall, { ...own, "network.datacenters.fra-vsphere.workerDhcp": "10.20.20.10-10.20.20.68" })).toHaveLength(1);
  });

  test.each([
    [{ "network.places.main.gateway": "10.20.1.1" }, "Gateway 10.20.1.1 lies outside the node network of Frankfurt"],
    [{ "network.places.main.dhcp": "10.20.0.250-10.20.1.10" }, "DHCP range 10.20.0.250-10.20.1.10 lies outside the node network of Frankfurt"],
    [{ "network.places.main.gateway": "10.20.0.60" }, "Gateway 10.20.0.60 lies inside the DHCP range of Frankfurt"],
  ])("and gateway fit the node network: %j", (changes, title) => {
    expect(said(placeNetwork, changes)).toEqual([`blocker: ${title}`]);
  });
});

test("a block of IPv6 addresses is reported as such, not as one outside an IPv4 network", () => {
  expect(said(poolOutsideNodeNetwork, { ...L2, "loadBalancer.clusters.seed.pool": "fd00::/64" })).toEqual([]);
});

describe("BGP", () => {
  test("with one router, or none", () => {
    const peers = (...addresses: string[]) => ({ "loadBalancer.clusters.seed.peers": addresses.map((address) => ({ address, asn: 64500 })) });
    expect(said(singleBgpPeer, peers("10.20.0.2"))).toEqual(["warning: One BGP peer carries every virtual address of seed"]);
    expect(said(singleBgpPeer, { ...peers("10.20.0.2"), "project.purpose": "proof-of-concept" })).toEqual(["advice: One BGP peer carries every virtual address of seed"]);
    expect(said(singleBgpPeer, peers())).toEqual(["blocker: No router peers with seed"]);
  });
});

describe("what is not stated", () => {
  test("is named, together", () => {
    expect(findingsOf(addressesNotStated, answersOf({ "infrastructure.places.fra.name": "Frankfurt" }))).toMatchObject([
      { severity: "advice", title: "Frankfurt does not say which addresses are in use and which other networks exist", answers: ["network.places.fra.usedAddresses", "network.places.fra.otherNetworks"] },
    ]);
  });

  test("is named where virtual addresses were given out without it", () => {
    const changes = { "loadBalancer.clusters.seed.apiAddress": undefined, "network.places.main.gateway": undefined };
    expect(found(virtualAddressesProvisional, changes)).toMatchObject([{ answers: ["network.places.main.gateway", "loadBalancer.clusters.seed.apiAddress"] }]);
  });

  test("of a neighbour whose place is open counts too", () => {
    const more = withAnswer(withSubject(referenceAnswers(), "cluster", "second"), "infrastructure.clusters.second.name", "second");
    expect(findingsOf(virtualAddressesProvisional, more)[0]?.answers).toEqual(["infrastructure.clusters.second.place"]);
  });
});

test("ranges that every machine uses for itself", () => {
  const networks = (block: string) => ({ "network.places.main.otherNetworks": [{ name: "Plant", block }] });
  expect(said(reservedRanges, networks("169.254.0.0/16"))).toEqual(["blocker: Plant at Frankfurt (169.254.0.0/16) meets 169.254.20.10"]);
  expect(said(reservedRanges, networks("172.17.4.0/24"))).toEqual(["warning: Plant at Frankfurt (172.17.4.0/24) meets 172.17.0.0/16"]);
  // A network of somebody else is there; nobody proposes another for it.
  expect(findingsOf(reservedRanges, referenceAnswers(networks("172.17.4.0/24"))).flatMap(({ fixes }) => fixes)).toEqual([]);
});

test("a range of one's own that meets them moves to the nearest free block", () => {
  const proposed = (changes: Changes) => findingsOf(reservedRanges, referenceAnswers(changes)).map(({ severity, remedy, fixes }) => [severity, remedy, ...fixes.flatMap(({ set }) => set.map(({ value }) => value))]);
  // The usual 172.25.0.0/16 comes first; pods of master and Seeds have 10.244.0.0/16 as theirs.
  expect(proposed({ "network.userClusterPods": "172.17.0.0/16" })).toEqual([["warning", "Use 172.25.0.0/16 for the pods of user clusters; nothing that is stated uses it. Or run no Docker on machines that must reach it.", "172.25.0.0/16"]]);
  expect(proposed({ "network.platformPods": "172.16.0.0/15" })).toEqual([["warning", "Use 172.18.0.0/15 for the pods of master and Seeds; nothing that is stated uses it. Or run no Docker on machines that must reach it.", "172.18.0.0/15"]]);
  expect(proposed({ "network.platformPods": "169.254.0.0/16" })[0]?.[0]).toBe("blocker");
});

describe("a network in which the infrastructure hands out addresses", () => {
  const with400 = (given: Changes) => findingsOf(networkTooSmall, answersOf({ "infrastructure.datacenters.o.provider": "openstack", "network.datacenters.o.workersIn": "own-network", "network.datacenters.o.workerNetwork": "10.71.0.0/22", "infrastructure.datacenters.o.smallClusters": 400, "infrastructure.datacenters.o.nodesPerCluster": 5, ...given }));

  test("has an address for each machine", () => {
    expect(with400({}).map(({ message }) => message)).toEqual(["2,000 machines stand in it (2,000 for nodes of 400 user clusters of o), and 10.71.0.0/22 has 1,022 addresses at most: 978 too few."]);
    expect(with400({ "network.datacenters.o.workerNetwork": "10.64.0.0/16" })).toEqual([]);
    expect(with400({ "infrastructure.datacenters.o.provider": "vsphere" })).toEqual([]);
    expect(with400({ "infrastructure.datacenters.o.nodesPerCluster": undefined })).toEqual([]);
  });
});
