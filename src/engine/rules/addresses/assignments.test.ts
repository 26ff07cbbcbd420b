import { describe, expect, test } from "vitest";
import { changed, HELD_BEFORE, referenceAnswers, valueOf, type Changes } from "../../testing/reference.ts";
import { withAnswer, withSubject, type Answers } from "../../answers/answers.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { poolOf } from "./assignments.ts";

const L2 = { "loadBalancer.clusters.seed.kind": "metallb-l2" };
const LB = { "loadBalancer.exposeStrategy": "LoadBalancer" };
const clusters = (count: number) => ({ "infrastructure.datacenters.fra-vsphere.smallClusters": count });

function held(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    planFrom(answers).addresses.assignments.map(({ id, address }) => [id.replace("address.", ""), address.kind === "known" ? address.value : address.kind === "later" ? `later ${address.who}` : `open ${address.question}`]),
  );
}
const reference = (changes: Changes = {}) => held(referenceAnswers(changes));
const pool = (changes: Changes = {}) => valueOf(poolOf, referenceAnswers(changes), "seed");

describe("the reference setup", () => {
  test("gives every address its purpose", () => {
    expect(reference()).toEqual({
      "entry[seed]": "10.20.30.1",
      "nodeport-proxy[seed]": "10.20.30.2",
      "kubernetes-api[seed]": "10.20.0.10",
      "control-plane-1[seed]": "10.20.0.11",
      "control-plane-2[seed]": "10.20.0.12",
      "control-plane-3[seed]": "10.20.0.13",
    });
  });

  test("uses 2 of 16, .0 and .15 last", () => {
    expect(pool()).toMatchObject({ usable: 16, needed: 2, free: 14, last: ["10.20.30.0", "10.20.30.15"], excluded: [], maxUserClusters: "unlimited" });
  });
});

describe("an upgrade that replaces the entry", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
  test("needs one address more, and the old entry keeps the first", () => {
    expect(reference(upgrade)).toMatchObject({ "former-entry[seed]": "10.20.30.1", "nodeport-proxy[seed]": "10.20.30.2", "entry[seed]": "10.20.30.3" });
    expect(pool(upgrade)).toMatchObject({ needed: 3, free: 13 });
  });

  test("is not a new installation", () => {
    const fresh = reference({ ...upgrade, "project.upgradeFrom": "none" });
    expect(fresh["entry[seed]"]).toBe("10.20.30.1");
    expect(fresh).not.toHaveProperty("former-entry[seed]");
  });
});

describe("a Gateway of the customer", () => {
  const own = (gatewayAddress: string, more: Changes = {}) => ({ "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.clusters.seed.kind": "metallb-bgp", "loadBalancer.entry": "own", "loadBalancer.gatewayAddress": gatewayAddress, "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public", ...more });

  test.each([
    ["has its address of the block to itself", "10.20.30.1", "10.20.30.2", 2],
    ["wherever in the block it is", "10.20.30.9", "10.20.30.1", 2],
    ["takes none of the block where its address is another's", "10.20.40.9", "10.20.30.1", 1],
  ])("%s: %s", (_what, gateway, proxy, needed) => {
    expect(reference(own(gateway))).toMatchObject({ "entry[seed]": gateway, "nodeport-proxy[seed]": proxy });
    expect(pool(own(gateway))).toMatchObject({ usable: 16, needed });
    expect(planFrom(referenceAnswers(own(gateway))).findings.filter(({ check }) => check === "addresses.address-twice")).toEqual([]);
  });

  test("keeps user clusters off its address, and what announces the block may give it that one", () => {
    const changes = own("10.20.30.14", { ...LB, ...clusters(3) });
    expect(reference(changes)["user-clusters[seed]"]).toBe("10.20.30.11-10.20.30.13");
    const written = planFrom(referenceAnswers(changes)).settings.flatMap(({ field, value }) => (field === "spec.addresses" && value.kind === "known" ? [value.value] : []));
    expect(written).toContain("10.20.30.0/32, 10.20.30.2-10.20.30.10, 10.20.30.14-10.20.30.15");
  });
});

describe("LoadBalancer", () => {
  test.each([
    [1, "10.20.30.14"],
    [12, "10.20.30.3-10.20.30.14"],
    [13, "10.20.30.3-10.20.30.15"],
    [14, "10.20.30.0, 10.20.30.3-10.20.30.15"],
    [15, "later a larger block"],
  ])("%s user clusters take %s", (count, text) => {
    expect(reference({ ...LB, ...clusters(count) })["user-clusters[seed]"]).toBe(text);
  });

  test("says that the addresses do not fit, and asks nothing that is answered", () => {
    const answers = referenceAnswers({ ...LB, ...clusters(20) });
    const plan = planFrom(answers);
    const row = plan.addresses.assignments.find(({ purpose }) => purpose === "user-clusters");
    expect(row?.why).toBe("With LoadBalancer, every user cluster of seed has an address of its own; 10.20.30.0/28 has no 20 beside those of seed itself.");
    expect(plan.openPoints.map(({ path }) => path)).not.toContain("loadBalancer.clusters.seed.pool");
    expect(JSON.stringify(plan.addresses)).not.toContain('"question":"loadBalancer.clusters.seed.pool"');
  });

  test("holds at most 14 user clusters by addresses", () => {
    expect(pool(LB)).toMatchObject({ usable: 16, needed: 14, free: 2, maxUserClusters: 14 });
    expect(pool({ ...LB, ...clusters(20) })).toMatchObject({ usable: 16, needed: 22, free: 0 });
  });

  test("says what it takes for granted where only some user clusters take an address", () => {
    const two = withSubject(referenceAnswers({ "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }), "datacenter", "second");
    const second = "infrastructure.datacenters.second";
    const mixed = (changes: Changes) => planFrom(changed(two, { [`${second}.seed`]: "seed", [`${second}.smallClusters`]: 3, "loadBalancer.datacenters.second.apiLoadBalancer": false, ...changes })).addresses.pools[0];
    // 12 API servers and 2 single addresses; the 2 left serve 2 more.
    expect(mixed({})).toMatchObject({ usable: 16, needed: 14, maxUserClusters: 17, assuming: "each beyond the 15 planned takes 1 address" });
    // 6 of the 12 addresses that 15 user clusters take.
    expect(mixed({ "loadBalancer.clusters.seed.pool": "10.20.30.0/29" })).toMatchObject({ usable: 8, needed: 14, maxUserClusters: 7, assuming: "15 take 12 addresses, as planned" });
    expect(pool(LB).assuming).toBeUndefined();
  });

  test("more user clusters move no single address", () => {
    const { "entry[seed]": entry, "nodeport-proxy[seed]": proxy } = reference({ ...LB, ...clusters(20) });
    expect([entry, proxy]).toEqual(["10.20.30.1", "10.20.30.2"]);
  });
});

describe("layer 2", () => {
  test("never gives out network, broadcast, gateway, machines, API or leases", () => {
    const inside = pool({ ...L2, "loadBalancer.clusters.seed.pool": "10.20.0.0/24" });
    expect(inside.excluded.map(({ address, why }) => `${address} ${why}`)).toEqual([
      "10.20.0.0 Network address of the node network",
      "10.20.0.255 Broadcast address of the node network",
      "10.20.0.1 Gateway of Frankfurt",
      "10.20.0.50-10.20.0.220 DHCP range of Frankfurt",
      "10.20.0.10 Kubernetes API of seed",
      "10.20.0.11 Control-plane machine 1 of seed",
      "10.20.0.12 Control-plane machine 2 of seed",
      "10.20.0.13 Control-plane machine 3 of seed",
    ]);
    // 256 − 2 ends − gateway − 171 leases − API − 3 machines.
    expect(inside.usable).toBe(78);
    expect(reference({ ...L2, "loadBalancer.clusters.seed.pool": "10.20.0.0/24" })["entry[seed]"]).toBe("10.20.0.2");
  });

  test("keeps out of DHCP even where the block overlaps it", () => {
    const changes = { ...L2, "loadBalancer.clusters.seed.pool": "10.20.0.208/28" };
    expect(pool(changes).usable).toBe(3);
    expect(reference(changes)).toMatchObject({ "entry[seed]": "10.20.0.221", "nodeport-proxy[seed]": "10.20.0.222" });
  });

  test("waits for gateway and DHCP range where they could lie in the block", () => {
    const changes = { ...L2, "loadBalancer.clusters.seed.pool": "10.20.0.16/28", "network.places.main.gateway": undefined };
    expect(reference(changes)).not.toHaveProperty("entry[seed]");
  });
});

describe("a routed block inside the node network", () => {
  const of = (kind: string, block: string) => pool({ "loadBalancer.clusters.seed.kind": kind, "loadBalancer.clusters.seed.pool": block });

  test.each(["appliance", "metallb-bgp", "cilium-bgp"])("gives out no edge of that network with %s", (kind) => {
    expect(of(kind, "10.20.0.240/28")).toMatchObject({ usable: 15, last: ["10.20.0.240"], excluded: [{ address: "10.20.0.255", why: "Broadcast address of the node network" }] });
  });

  test("gives out its own edges where it lies elsewhere", () => expect(of("appliance", "10.20.30.0/28")).toMatchObject({ usable: 16, excluded: [] }));
});

describe("control planes that KubeOne builds", () => {
  const planes = (changes: Changes) => Object.entries(reference(changes)).filter(([id]) => id.startsWith("control-plane")).map(([, address]) => address);
  const at = (provider: string, rest: Changes = {}) => planes({ "infrastructure.clusters.seed.provider": provider, ...rest });
  const listed = ["10.20.0.11", "10.20.0.12", "10.20.0.13"];

  test.each(["anexia", "alibaba", "bare-metal", "vsphere"])("have the addresses that people list on %s", (provider) => expect(at(provider)).toEqual(listed));
  test.each(["aws", "gcp", "hetzner"])("get whatever the infrastructure gives them on %s", (provider) => expect(at(provider)).toEqual([]));

  test("wait for them where they are listed by hand", () => {
    const path = "infrastructure.clusters.seed.controlPlaneAddresses";
    const { openPoints, firewall } = planFrom(referenceAnswers({ "infrastructure.clusters.seed.provider": "anexia", [path]: undefined }));
    expect(openPoints.map((point) => point.path)).toContain(path);
    expect(firewall.endpoints.find(({ id }) => id === "control-planes[seed]")?.addresses).toEqual([{ kind: "open", question: path }]);
  });
});

test("used addresses and peers inside the block are not given out", () => {
  const changes = { "network.places.main.usedAddresses": ["10.20.30.1"], "loadBalancer.clusters.seed.peers": [{ address: "10.20.30.2", asn: 64500 }] };
  expect(reference(changes)).toMatchObject({ "entry[seed]": "10.20.30.3", "nodeport-proxy[seed]": "10.20.30.4" });
  expect(pool(changes).usable).toBe(14);
});

describe("small blocks", () => {
  test("a /31 serves two purposes", () => {
    expect(reference({ "loadBalancer.clusters.seed.pool": "10.20.30.4/31" })).toMatchObject({ "entry[seed]": "10.20.30.4", "nodeport-proxy[seed]": "10.20.30.5" });
  });

  test("a /32 leaves the second purpose without an address", () => {
    expect(reference({ "loadBalancer.clusters.seed.pool": "10.20.30.4/32" })).toMatchObject({
      "entry[seed]": "10.20.30.4",
      "nodeport-proxy[seed]": "later a larger block",
    });
  });

  test("IPv6 alone gives nothing out", () => {
    expect(reference({ "loadBalancer.clusters.seed.pool": "fd00::/64" })["entry[seed]"]).toBe("later a block of IPv4 addresses");
  });
});

describe("other topologies", () => {
  test("a Seed in Azure waits for three addresses of Azure", () => {
    const azure = Object.entries(held(starterAnswers("vsphere-plus-azure-seed"))).filter(([id]) => id.endsWith("[azure-seed]"));
    expect(Object.fromEntries(azure)).toEqual({ "entry[azure-seed]": "later Azure", "nodeport-proxy[azure-seed]": "later Azure", "kubernetes-api[azure-seed]": "later Azure" });
  });

  test("the proof of concept waits for three, the balancer before its one control plane among them", () => {
    expect(held(starterAnswers("proof-of-concept"))).toEqual({ "entry[kubermatic]": "later Hetzner Cloud", "nodeport-proxy[kubermatic]": "later Hetzner Cloud", "kubernetes-api[kubermatic]": "later Hetzner Cloud" });
  });

  test("a dedicated master has an entry and no nodeport-proxy", () => {
    const changed = reference({ "infrastructure.clusters.seed.role": "master" });
    expect(changed["entry[seed]"]).toBe("10.20.30.1");
    expect(changed).not.toHaveProperty("nodeport-proxy[seed]");
  });

  test("a separate Seed has its nodeport-proxy first, so that its own entry moves nothing", () => {
    const more = Object.entries({
      "infrastructure.clusters.second.role": "seed",
      "infrastructure.clusters.second.name": "second",
      "infrastructure.clusters.second.place": "main",
      "infrastructure.clusters.second.provider": "vsphere",
      "infrastructure.clusters.second.provisioning": "existing",
      "loadBalancer.clusters.second.kind": "metallb-bgp",
      "loadBalancer.clusters.second.pool": "10.20.31.0/28",
    }).reduce((so, [path, value]) => withAnswer(so, path, value), withSubject(referenceAnswers(), "cluster", "second"));
    const second = { "nodeport-proxy[second]": "10.20.31.1", "entry[second]": "10.20.31.2" };
    expect(held(more)).toMatchObject({ ...reference(), ...second });
    const closed = held(withAnswer(more, "monitoring.userClusterMla", false));
    expect(closed["nodeport-proxy[second]"]).toBe("10.20.31.1");
    expect(closed).not.toHaveProperty("entry[second]");
  });
});

describe("addresses that are kept for user clusters", () => {
  const KEPT = { ...LB, "loadBalancer.clusters.seed.keepUserClusters": ["10.20.30.1-10.20.30.6"] };

  test.each<[string, number | undefined, string]>([
    ["leave the lower ones where user clusters fill the highest alone", 2, "10.20.30.1"],
    ["leave none where user clusters fill them", 6, "10.20.30.7"],
    ["leave none while nobody knows how many user clusters there are", undefined, "10.20.30.7"],
  ])("%s", (_what, count, entry) => {
    expect(reference({ ...KEPT, "infrastructure.datacenters.fra-vsphere.smallClusters": count })["entry[seed]"]).toBe(entry);
  });
});
