import { describe, expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { addressTwice } from "./address-twice.ts";

const said = (changes: Changes) => findingsOf(addressTwice, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const peers = (...addresses: readonly string[]) => ({ "loadBalancer.clusters.seed.peers": addresses.map((address) => ({ address, asn: 64500 })) });
const dnsServers = (...servers: readonly string[]) => ({ "network.places.main.dnsServers": servers });
const API = "loadBalancer.clusters.seed.apiAddress";

test.each(starterNames)("%s holds no address twice", (name) => {
  expect(findingsOf(addressTwice, starterAnswers(name))).toEqual([]);
});

describe("two holders of one address", () => {
  test("the API's address is a control plane's", () => {
    expect(said({ [API]: "10.20.0.11" })).toEqual(["blocker: 10.20.0.11 is held twice: Kubernetes API of seed; Control-plane machine 1 of seed"]);
  });

  test.each(["anexia", "alibaba"])("a control plane that is listed by hand on %s is a worker's", (provider) => {
    expect(said({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.workerAddresses": ["10.20.0.13", "10.20.0.21"] })).toContain("blocker: 10.20.0.13 is held twice: Control-plane machine 3 of seed; Worker 1 of seed");
  });

  test("the API's address is the gateway's", () => {
    expect(said({ [API]: "10.20.0.1" })).toEqual(["blocker: 10.20.0.1 is held twice: Gateway of Frankfurt; Kubernetes API of seed"]);
  });

  test("a BGP peer is a control plane", () => {
    expect(said(peers("10.20.0.2", "10.20.0.11"))).toEqual(["blocker: 10.20.0.11 is held twice: BGP peer 2 of seed; Control-plane machine 1 of seed"]);
  });

  test("a DNS server is the platform entry; the block that gave it is not named as well", () => {
    expect(said(dnsServers("10.20.30.1"))).toEqual(["blocker: 10.20.30.1 is held twice: DNS server 10.20.30.1 of Frankfurt; Platform entry"]);
  });

  test("both answers are named", () => {
    expect(findingsOf(addressTwice, referenceAnswers({ [API]: "10.20.0.11" }))[0]?.answers).toEqual([API, "infrastructure.clusters.seed.controlPlaneAddresses"]);
  });

  test("addresses inside one range of user clusters", () => {
    expect(said({ "loadBalancer.exposeStrategy": "LoadBalancer", ...dnsServers("10.20.30.5") })).toEqual(["blocker: 10.20.30.5 is held twice: 12 user clusters of seed; DNS server 10.20.30.5 of Frankfurt"]);
  });
});

describe("an address that something hands out", () => {
  test("the API's address among the leases of workers in their own network", () => {
    const own = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.21.0.0/24", "network.datacenters.fra-vsphere.workerDhcp": "10.21.0.20-10.21.0.200", "loadBalancer.clusters.seed.apiEndpoint": "external" };
    expect(said({ ...own, [API]: "10.21.0.50" })).toEqual([expect.stringMatching(/^blocker: Kubernetes API of seed has 10\.21\.0\.50, which lies inside: DHCP range of the workers of /)]);
    expect(said({ ...own, [API]: "10.21.0.10" })).toEqual([]);
  });

  test("a BGP peer inside the DHCP range", () => {
    expect(said(peers("10.20.0.2", "10.20.0.100"))).toEqual(["warning: BGP peer 2 of seed has 10.20.0.100, which lies inside: DHCP range of Frankfurt"]);
  });

  test("a DNS server inside the DHCP range, the block, and the block for workloads", () => {
    expect(said(dnsServers("10.20.0.100"))).toEqual(["warning: DNS server 10.20.0.100 of Frankfurt has 10.20.0.100, which lies inside: DHCP range of Frankfurt"]);
    expect(said(dnsServers("10.20.30.9"))).toEqual(["blocker: DNS server 10.20.30.9 of Frankfurt has 10.20.30.9, which lies inside: Virtual addresses of seed"]);
    expect(said({ ...dnsServers("10.20.31.3"), "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.31.0/28" })).toHaveLength(1);
  });
});

describe("servers that questions of any chapter name", () => {
  const own: Changes = { "project.release": "2.31", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "a", "loadBalancer.gatewayName": "b" };
  const gateway = (address: string): Changes => ({ ...own, "loadBalancer.gatewayAddress": address });
  const front = (address: string): Changes => ({ "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": address });

  test("vCenter in the block, a control plane's, and leased out", () => {
    const vcenter = (address: string) => said({ "infrastructure.places.main.vsphereServer": address });
    expect(vcenter("10.20.30.5")).toEqual(["blocker: vCenter 10.20.30.5 of Frankfurt has 10.20.30.5, which lies inside: Virtual addresses of seed"]);
    expect(vcenter("10.20.0.11")).toEqual(["blocker: 10.20.0.11 is held twice: vCenter 10.20.0.11 of Frankfurt; Control-plane machine 1 of seed"]);
    expect(vcenter("10.20.0.100")).toEqual(["warning: vCenter 10.20.0.100 of Frankfurt has 10.20.0.100, which lies inside: DHCP range of Frankfurt"]);
  });

  test("a server has no router's address, unless routers serve it", () => {
    expect(said({ "authentication.ldapHost": "10.20.0.1" })).toEqual(["warning: 10.20.0.1 is held twice: LDAP 10.20.0.1; Gateway of Frankfurt"]);
    expect(said({ "infrastructure.places.main.vsphereServer": "10.20.0.1" })).toEqual(["warning: 10.20.0.1 is held twice: vCenter 10.20.0.1 of Frankfurt; Gateway of Frankfurt"]);
    expect(findingsOf(addressTwice, referenceAnswers({ "authentication.ldapHost": "10.20.0.1" }))[0]?.message).toBe("What leaves the network goes to 10.20.0.1. LDAP 10.20.0.1 is reached there only if the router itself serves it.");
    expect(said({ ...peers("10.20.0.2", "10.20.0.3"), "authentication.ldapHost": "10.20.0.3" })).toHaveLength(1);
    expect(said(dnsServers("10.20.0.1"))).toEqual([]);
  });

  test("servers of the whole platform are compared wherever a cluster stands", () => {
    expect(said({ "access.secretStore": "vault", "access.vaultAddress": "10.20.30.5" })).toEqual(["blocker: Vault 10.20.30.5 has 10.20.30.5, which lies inside: Virtual addresses of seed"]);
  });

  test("the API of KubeLB in its own block, and rightly among its nodes", () => {
    const kubelb = (address: string) => findingsOf(addressTwice, changed(starterAnswers("managed-service-kubelb"), { "loadBalancer.kubelbApi": address })).map(({ title }) => title);
    expect(kubelb("10.62.30.5")).toEqual(["API of KubeLB 10.62.30.5 has 10.62.30.5, which lies inside: Virtual addresses of KubeLB"]);
    expect(kubelb("10.62.0.5")).toEqual([]);
  });

  test("a Gateway of the customer may be a Service of the master's block, and nothing else", () => {
    expect(said(gateway("10.20.30.9"))).toEqual([]);
    expect(said(gateway("10.20.0.60"))).toEqual(["warning: Own Gateway 10.20.0.60 has 10.20.0.60, which lies inside: DHCP range of Frankfurt"]);
    expect(said(gateway("10.20.0.10"))).toEqual(["blocker: 10.20.0.10 is held twice: Own Gateway 10.20.0.10; Kubernetes API of seed"]);
  });

  test("a front may be a machine with a fixed address, and none with a lease", () => {
    expect(said(front("10.20.0.11"))).toEqual([]);
    expect(said(front("10.20.0.60"))).toEqual(["warning: Front of the node ports 10.20.0.60 of seed has 10.20.0.60, which lies inside: DHCP range of Frankfurt"]);
  });
});

describe("what may be alike", () => {
  test("one machine may be gateway, BGP peer, DNS and time server", () => {
    expect(said({ ...peers("10.20.0.1", "10.20.0.3"), ...dnsServers("10.20.0.1"), "network.places.main.ntpServers": ["10.20.0.1"] })).toEqual([]);
  });

  test("what other checks say is not said twice", () => {
    expect(said({ [API]: "10.20.0.100" })).toEqual([]);
    expect(said({ "network.places.main.gateway": "10.20.0.60" })).toEqual([]);
  });
});

describe("what is in use at a place", () => {
  const USED = "network.places.main.usedAddresses";

  // 10.20.0.80 to 10.20.0.250 are the leases of the reference setup.
  test("takes leases of a DHCP range away", () => {
    expect(said({ [USED]: ["10.20.0.90-10.20.0.99"] })).toEqual(["warning: What is in use at Frankfurt has 10.20.0.90-10.20.0.99, which lies inside: DHCP range of Frankfurt"]);
  });

  test.each([["10.20.0.12", "Control-plane machine 2 of seed"], ["10.20.0.10", "Kubernetes API of seed"]])("%s is an address that a machine of the plan is to have", (address, machine) => {
    const found = said({ [API]: "10.20.0.10", [USED]: [address] });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^warning: .* is held twice: /);
    expect(found[0]).toContain(machine);
  });

  test("is a machine of the platform, maybe, where one runs", () => {
    expect(said({ [USED]: ["10.20.0.12", "10.20.0.90"], "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
  });

  test("elsewhere is nothing to tell of", () => {
    expect(said({ [USED]: ["10.20.0.2", "10.20.30.5"] })).toEqual([]);
  });
});
