import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Check } from "../../kernel/check.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { withFix } from "../../plan/with-fix.ts";
import { changed, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { heldByUserClusters } from "../addresses/held-by-user-clusters.ts";
import { keptMisplaced } from "../addresses/kept-misplaced.ts";
import { notKept } from "../addresses/not-kept.ts";
import { keptByFormerEntry } from "../addresses/kept-by-former-entry.ts";
import { gatewayOptIn } from "../entry/gateway-opt-in.ts";
import { nodePortEntry } from "../entry/node-port-entry.ts";
import { ownGateway } from "../entry/own-gateway.ts";
import { namesOfNodes } from "./names-of-nodes.ts";
import { outsideUserClusters } from "./outside-user-clusters.ts";
import { pinnedAnnotations } from "./pinned-annotations.ts";
import { ignoredSources } from "./ignored-sources.ts";
import { proxySources } from "./proxy-sources.ts";
import { proxySourcesStay } from "./proxy-sources-stay.ts";
import { sourceRangesIncomplete } from "./source-ranges-incomplete.ts";
import { sourceRangesStrategy } from "./source-ranges-strategy.ts";
import { strategyWithoutAddress } from "./strategy-without-address.ts";
import { undecidedReach } from "./undecided-reach.ts";
import { unlistedApiBalancers } from "./unlisted-api-balancers.ts";

const found = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes));
const DEPARTURES = "loadBalancer.departures";
const NONE: Changes = { "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" };
const RANGES = "loadBalancer.datacenters.fra-vsphere.sourceRanges";
const API = "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer";
const PROXY = "loadBalancer.clusters.seed.proxySources";
const CLOUD: Changes = { "infrastructure.clusters.seed.provider": "azure", "loadBalancer.clusters.seed.kind": "cloud" };
const AWS_INSIDE: Changes = { "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", "loadBalancer.clusters.seed.cloudReach": "internal" };
const OWN: Changes = { "loadBalancer.entry": "own", "loadBalancer.gatewayAddress": "10.20.5.5", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
const OUTSIDE: Changes = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9", "loadBalancer.exposeStrategy": "Tunneling" };
const HELD: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/26" };

test("source ranges that nobody gave are open for datacenters that take them, and for no others", () => {
  const open = (changes: Changes) => referencePlan({ [DEPARTURES]: ["sources"], ...changes }).openPoints.some(({ path }) => path === RANGES);
  expect(open({ "loadBalancer.exposeStrategy": "LoadBalancer" })).toBe(true);
  expect(open({})).toBe(false);
});

test.each([heldByUserClusters, ignoredSources, keptByFormerEntry, keptMisplaced, notKept, gatewayOptIn, nodePortEntry, ownGateway, namesOfNodes, outsideUserClusters, pinnedAnnotations, proxySources, proxySourcesStay, sourceRangesIncomplete, sourceRangesStrategy, strategyWithoutAddress, undecidedReach, unlistedApiBalancers])(
  "$id has nothing to say about the reference setup",
  (check) => {
    expect(found(check)).toEqual([]);
  },
);

describe("each speaks where its fault is", () => {
  test.each<[Check, Changes, readonly string[]]>([
    [strategyWithoutAddress, { ...NONE, "loadBalancer.exposeStrategy": "Tunneling" }, ["blocker: Tunneling does not work on seed"]],
    [strategyWithoutAddress, { ...NONE, "loadBalancer.exposeStrategy": "LoadBalancer" }, ["blocker: LoadBalancer does not work on seed"]],
    [strategyWithoutAddress, { [DEPARTURES]: ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled", "loadBalancer.exposeStrategy": "LoadBalancer" }, []],
    [strategyWithoutAddress, { ...NONE, [DEPARTURES]: ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }, ["blocker: API servers of seed wait for load balancers"]],
    [outsideUserClusters, OUTSIDE, ["warning: kubectl from the internet reaches no user cluster of seed"]],
    [outsideUserClusters, { ...OUTSIDE, "dns.outside": false }, []],
    [outsideUserClusters, { ...OUTSIDE, "dns.publicEntry": undefined, "loadBalancer.clusters.seed.pool": "203.0.113.0/28" }, []],
    [namesOfNodes, { ...NONE, "loadBalancer.clusters.seed.nodeFrontSources": [] }, ["warning: Names of user clusters of seed change by hand"]],
    [sourceRangesStrategy, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24"] }, ["blocker: Source ranges are refused in fra-vsphere"]],
    [sourceRangesIncomplete, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" }, ["blocker: Source ranges of fra-vsphere lock the platform out"]],
    [sourceRangesIncomplete, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24", "10.244.0.0/16"], "loadBalancer.exposeStrategy": "LoadBalancer", "access.userNetworks": ["10.20.0.128/25"] }, []],
    [ignoredSources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"], "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud" }, ["warning: The load balancer of Hetzner Cloud lets every network reach user clusters of seed"]],
    [ignoredSources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"], "loadBalancer.clusters.seed.kind": "kubelb" }, ["warning: KubeLB lets every network reach user clusters of seed"]],
    [ignoredSources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"], "loadBalancer.clusters.seed.kind": "appliance" }, ["warning: F5 BIG-IP or another appliance lets every network reach user clusters of seed"]],
    [ignoredSources, { [DEPARTURES]: ["sources"], [RANGES]: ["10.0.0.0/8"], "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud" }, ["warning: The load balancer of Hetzner Cloud lets every network reach user clusters of seed"]],
    [ignoredSources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"] }, []],
    // Private ones on AWS show the nodes an address of their own where nodes call them.
    [ignoredSources, { ...AWS_INSIDE, [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"] }, ["warning: The load balancer of AWS lets every network reach user clusters of seed"]],
    [ignoredSources, { ...AWS_INSIDE, [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.0.0.0/8"], "loadBalancer.clusters.seed.cloudReach": "public" }, []],
    [ignoredSources, AWS_INSIDE, []],
    [unlistedApiBalancers, { [DEPARTURES]: ["proxy-sources", "api"], [PROXY]: ["10.0.0.0/8"], [API]: true }, ["warning: No list of allowed networks guards load balancers of API servers of seed"]],
    [unlistedApiBalancers, { [DEPARTURES]: ["sources", "api"], [RANGES]: ["10.0.0.0/8"], [API]: true, "loadBalancer.exposeStrategy": "LoadBalancer" }, ["warning: No list of allowed networks guards load balancers of API servers of seed"]],
    [unlistedApiBalancers, { [DEPARTURES]: ["sources", "api"], [RANGES]: ["10.0.0.0/8"], [API]: false, "loadBalancer.exposeStrategy": "LoadBalancer" }, []],
    [unlistedApiBalancers, { [DEPARTURES]: ["api"], [API]: true }, []],
    [undecidedReach, { ...CLOUD, "dns.zone": "private" }, ["warning: Load balancers of seed would be public"]],
    [undecidedReach, { ...CLOUD, "dns.zone": "public", "access.userNetworks": ["10.0.0.0/8", "192.168.4.0/22"] }, ["warning: Load balancers of seed would be public"]],
    [undecidedReach, { ...CLOUD, "dns.zone": "public", "access.userNetworks": ["10.0.0.0/8", "198.51.100.0/24"] }, []],
    [undecidedReach, { ...CLOUD, "dns.zone": "private", "loadBalancer.clusters.seed.cloudReach": "public" }, []],
    [undecidedReach, { ...CLOUD, "dns.zone": "private", "loadBalancer.clusters.seed.cloudReach": "internal" }, []],
    // Hetzner's Services are given no choice by this plan.
    [undecidedReach, { ...CLOUD, "dns.zone": "private", "infrastructure.clusters.seed.provider": "hetzner" }, []],
    [ignoredSources, { "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud" }, []],
    // KKP puts both lists into one Service: what one of them lets in comes in.
    [sourceRangesIncomplete, { [DEPARTURES]: ["sources", "proxy-sources"], [RANGES]: ["10.20.0.0/24"], [PROXY]: ["10.0.0.0/8"], "loadBalancer.exposeStrategy": "LoadBalancer" }, ["warning: Source ranges of fra-vsphere keep 10.0.0.0/8 in"]],
    [sourceRangesIncomplete, { [DEPARTURES]: ["sources", "proxy-sources"], [RANGES]: ["10.0.0.0/8"], [PROXY]: ["10.20.0.0/16"], "loadBalancer.exposeStrategy": "LoadBalancer" }, []],
    [proxySources, { [DEPARTURES]: ["sources", "proxy-sources"], [RANGES]: ["10.20.0.0/16", "10.21.0.0/16", "10.244.0.0/16"], [PROXY]: ["10.20.0.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" }, []],
    [proxySources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.20.0.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" }, ["blocker: Allowed networks of the nodeport-proxy of seed lock the platform out"]],
    [proxySources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.20.0.0/24"] }, ["blocker: Allowed networks of the nodeport-proxy of seed lock the platform out"]],
    [proxySources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.20.0.0/16", "10.21.0.0/16", "10.244.0.0/16"] }, []],
    [proxySources, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.20.0.0/16", "10.21.0.0/16", "10.244.0.0/16", "fd00::/8"] }, ["blocker: The Seed seed takes no IPv6 network for its nodeport-proxy"]],
    // KKP adds to the Service and takes nothing out; user clusters' own Services are written anew each time.
    [proxySourcesStay, { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["10.20.0.0/16"] }, ["warning: Networks that leave the list of seed still reach its nodeport-proxy"]],
    [proxySourcesStay, { [DEPARTURES]: ["proxy-sources"], [PROXY]: [] }, []],
    [proxySourcesStay, { [DEPARTURES]: ["proxy-sources", "no-proxy"], [PROXY]: ["10.20.0.0/16"], "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.nodeportProxy": "disabled" }, []],
    [proxySourcesStay, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" }, []],
    [pinnedAnnotations, { [DEPARTURES]: ["kept"], "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2", "loadBalancer.exposeStrategy": "LoadBalancer" }, ["warning: Annotations of seed reach every user cluster"]],
    [keptMisplaced, { [DEPARTURES]: ["kept"], "loadBalancer.clusters.seed.keepEntry": "10.20.31.1" }, ["blocker: 10.20.31.1 cannot be kept for the platform entry of seed"]],
    [keptMisplaced, { [DEPARTURES]: ["kept"], "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.1" }, ["blocker: 10.20.30.1 cannot be kept for the nodeport-proxy of seed"]],
    [keptMisplaced, { "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.keepUserClusters": ["10.20.31.0-10.20.31.11"] }, ["blocker: 10.20.31.0-10.20.31.11 cannot be kept for user clusters of seed"]],
    [keptMisplaced, { "loadBalancer.clusters.seed.keepUserClusters": ["10.20.31.0-10.20.31.11"] }, []],
    [keptByFormerEntry, { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepEntry": "10.20.30.1" }, ["warning: The former entry of seed still holds 10.20.30.1"]],
    [keptMisplaced, { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepEntry": "10.20.30.1" }, []],
    [heldByUserClusters, HELD, ["warning: User clusters of seed hold addresses that this plan does not know"]],
    [heldByUserClusters, { ...HELD, "project.upgradeFrom": "none" }, []],
    [heldByUserClusters, { ...HELD, "loadBalancer.exposeStrategy": "NodePort" }, []],
    [heldByUserClusters, { ...HELD, "loadBalancer.clusters.seed.keepUserClusters": ["10.20.30.3-10.20.30.14"] }, []],
    [notKept, { "loadBalancer.clusters.seed.keepEntry": "10.20.30.5" }, ["advice: Some addresses of seed may still move"]],
    [notKept, { [DEPARTURES]: ["kept"], "loadBalancer.clusters.seed.keepEntry": "10.20.30.5" }, ["advice: Some addresses of seed may still move"]],
    [nodePortEntry, NONE, ["warning: Every URL of the platform carries port 32443", "warning: Links to Grafana and Alertmanager of user clusters fail"]],
    [nodePortEntry, { ...NONE, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" }, []],
    [gatewayOptIn, { "loadBalancer.entry": "gateway" }, []],
    [gatewayOptIn, { "loadBalancer.entry": "gateway", "project.release": "2.29" }, ["blocker: KKP 2.29 puts no supplied certificate on its Gateway"]],
    [gatewayOptIn, { "loadBalancer.entry": "gateway", "project.release": "2.29", "certificates.issuance": "dns01" }, []],
    [ownGateway, OWN, ["warning: Listeners, certificates and routes of your Gateway are yours"]],
    [ownGateway, { ...OWN, "certificates.issuance": "dns01" }, ["warning: Listeners, certificates and routes of your Gateway are yours", "warning: KKP asks for no certificate on your Gateway"]],
    [ownGateway, { ...OWN, "project.release": "2.29" }, ["blocker: KKP 2.29 takes no Gateway of yours"]],
  ])("%o with %j", (check, changes, titles) => {
    const answers = referenceAnswers(changes);
    const findings = findingsOf(check, answers);
    expect(findings.map(({ severity, title }) => `${severity}: ${title}`)).toEqual(titles);
    for (const { id, fixes } of findings) for (const fix of fixes) expect(findingsOf(check, withFix(answers, fix)).filter((other) => other.id === id), fix.title).toEqual([]);
  });
});

test("source ranges are taken from the one datacenter that KKP refuses them for", () => {
  const [finding] = found(sourceRangesStrategy, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24", "10.244.0.0/16"] });
  expect(finding?.fixes.map(({ title, set, takeAway }) => [title, takeAway ?? set.map(({ path }) => path)])).toEqual([
    ["Take 10.20.0.0/24, 10.244.0.0/16 away from fra-vsphere", [RANGES]],
    ["Leave all API servers open to every network", [DEPARTURES]],
  ]);
});

test("a nodeport-proxy with IPv6 networks alone is opened by leaving the departure, and with others by leaving those away", () => {
  const healed = (given: readonly string[]) => {
    const answers = referenceAnswers({ [DEPARTURES]: ["proxy-sources"], [PROXY]: given });
    const [finding] = findingsOf(proxySources, answers).filter(({ id }) => id.endsWith("#family"));
    return finding?.fixes.map((fix) => [fix.title, findingsOf(proxySources, withFix(answers, fix)).length]);
  };
  expect(healed(["fd00::/8"])).toEqual([["Leave all nodeport-proxies open to every network", 0]]);
  expect(healed(["10.20.0.0/16", "10.21.0.0/16", "10.244.0.0/16", "fd00::/8"])).toEqual([["Leave fd00::/8 away", 0]]);
});

test("what is missing from the source ranges is named with its numbers", () => {
  const [finding] = found(sourceRangesIncomplete, { [DEPARTURES]: ["sources"], [RANGES]: ["10.20.0.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" });
  expect(finding?.message).toContain("Pods of the Seed seed (10.244.0.0/16)");
  expect(finding?.message).not.toContain("10.20.0.0/24");
});

test.each<[Check, string, Changes]>([
  [proxySources, PROXY, { [DEPARTURES]: ["proxy-sources"] }],
  [sourceRangesIncomplete, RANGES, { [DEPARTURES]: ["sources"], "loadBalancer.exposeStrategy": "LoadBalancer" }],
])("%s: users whose networks are left out are named, and the fix lets them in", (check, path, changes) => {
  const platform = ["10.20.0.0/16", "10.21.0.0/16", "10.244.0.0/16"];
  const at = (users: readonly string[], given: readonly string[] = platform) => found(check, { ...changes, [path]: given, "access.userNetworks": users });
  expect(at([])).toEqual([]);
  expect(at(["10.20.9.0/24", "fd00::/8"])).toEqual([]);
  const [finding, ...more] = at(["198.51.100.0/24", "10.20.9.0/24"]);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: "warning", title: expect.stringMatching(/ leave users out$/) as string, message: expect.stringContaining("Users come from 198.51.100.0/24 by the plan") as string });
  const value = finding?.fixes[0]?.set[0]?.value as readonly string[];
  expect(value).toEqual([...platform, "198.51.100.0/24"]);
  expect(at(["198.51.100.0/24"], value)).toEqual([]);
});

test.each<[Check, string, Changes]>([
  [proxySources, PROXY, { [DEPARTURES]: ["proxy-sources"] }],
  [sourceRangesIncomplete, RANGES, { [DEPARTURES]: ["sources"], "loadBalancer.exposeStrategy": "LoadBalancer" }],
])("%s: a list of the platform's own networks is told to leave users out, where nobody says where they come from", (check, path, changes) => {
  const at = (users: readonly string[] | undefined, given: readonly string[]) => found(check, { ...changes, [path]: given, "access.userNetworks": users }).map(({ id, severity, fixes }) => [id.split("#")[1], severity, fixes.length]);
  // Nodes and workers of the reference setup, and the pods.
  const platform = ["10.20.0.0/24", "10.244.0.0/16"];
  expect(at(undefined, platform)).toEqual([["users-unnamed", "warning", 1]]);
  expect(at([], platform)).toEqual([["users-unnamed", "warning", 1]]);
  expect(at(undefined, [...platform, "10.9.0.0/16"])).toEqual([]);
  expect(at(["10.20.0.128/25"], platform)).toEqual([]);
});

test("where a proxy stands between the master and user clusters, it is what the list must name", () => {
  const SEED = "loadBalancer.clusters.azure-seed";
  const at = (host: string | undefined, given: readonly string[]) =>
    findingsOf(proxySources, changed(starterAnswers("vsphere-plus-azure-seed"), {
      "loadBalancer.exposeStrategy": "NodePort", [DEPARTURES]: ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": ["0.0.0.0/0"],
      // Nodes of the Seed and its pods; the load balancer shows its callers with their own addresses.
      [`${SEED}.kind`]: "metallb-bgp", [`${SEED}.wayToUserClusters`]: "socks5", [`${SEED}.managementProxyHost`]: host, [`${SEED}.managementProxyPort`]: 1080, [`${SEED}.proxySources`]: given, "access.userNetworks": ["10.50.4.0/24"],
    }));
  const platform = [String(starterAnswers("vsphere-plus-azure-seed").given["network.places.azure.nodeNetwork"]), "10.50.4.0/24", "10.244.0.0/16"];
  const [finding, ...more] = at("10.30.9.9", platform);
  expect([finding?.message, more]).toEqual(["The proxy between the master and user clusters (10.30.9.9/32) must reach API servers of user clusters through it and is not among the allowed networks.", []]);
  expect(finding?.fixes.map(({ set }) => set[0]?.value)).toEqual([[...platform, "10.30.9.9/32"]]);
  expect(at("10.30.9.9", [...platform, "10.30.9.0/24"])).toEqual([]);
  // Nobody knows from here what a name leads to, and nothing is said while the host is open.
  expect(at("proxy.example.com", platform)).toEqual([]);
  expect(at(undefined, platform)).toEqual([]);
});

describe("a public load balancer of a cloud", () => {
  const SEED = "loadBalancer.clusters.azure-seed.proxySources";
  const WORKERS = "network.datacenters.azure-weu";
  const MASTER = "network.places.main";
  const OFFICE = "198.51.100.128/25";
  // The master leaves its site by 198.51.100.22, the workers in Azure by 203.0.113.21.
  const PUBLIC = ["198.51.100.22/32", "203.0.113.21/32"];
  const at = (given: readonly string[], changes: Changes = {}) => {
    const answers = changed(starterAnswers("vsphere-plus-azure-seed"), { "loadBalancer.exposeStrategy": "NodePort", [DEPARTURES]: ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": ["0.0.0.0/0"], [SEED]: given, ...changes });
    const findings = findingsOf(proxySources, answers);
    for (const finding of findings) for (const fix of finding.fixes) expect(findingsOf(proxySources, withFix(answers, fix)).filter(({ id }) => id === finding.id)).toEqual([]);
    return findings;
  };
  const nodes = (name: string) => String(changed(starterAnswers("vsphere-plus-azure-seed"), {}).given[`network.places.${name}.nodeNetwork`]);
  const inside = [nodes("azure"), "10.244.0.0/16"];
  const titles = (...all: Parameters<typeof at>) => at(...all).map(({ severity, title }) => `${severity}: ${title.replace("Allowed networks of the nodeport-proxy of azure-seed ", "")}`);
  const by = (subject: string, as: string | undefined, addresses?: readonly string[]): Changes => ({ [`${subject}.seenAs`]: as, [`${subject}.seenAddresses`]: addresses });

  test("sees public addresses of whoever calls from outside its cluster, and those inside with their own", () => {
    expect(titles([...inside, ...PUBLIC, OFFICE])).toEqual([]);
    expect(titles([...PUBLIC, OFFICE])).toEqual(["blocker: lock the platform out"]);
    expect(at([...inside, OFFICE])[0]?.message).toBe("Workers of azure-westeurope (203.0.113.21/32) and nodes of the master seed (198.51.100.22/32) must reach API servers of user clusters through it and are not among the allowed networks.");
    // A public network of somebody else lets nobody in.
    expect(titles([...inside, PUBLIC[0]!, OFFICE])).toEqual(["blocker: lock the platform out"]);
  });

  test("never sees the private network of whoever is said to leave with it, nor the inner side of a gateway", () => {
    const own = by(MASTER, "own");
    expect(titles([...inside, ...PUBLIC, OFFICE], own)).toEqual(["blocker: miss public addresses of callers"]);
    expect(at([...inside, ...PUBLIC, OFFICE, "10.0.0.0/8"], own)[0]?.message).toContain("Load balancers of Azure are public, so nodes of the master seed (10.20.0.0/24) arrive with the public addresses of their way out");
    // Addresses that nobody knows from here may be those of the further network.
    expect(titles([...inside, PUBLIC[1]!, OFFICE], by(MASTER, "gateway", ["10.9.0.7/32"]))).toEqual([]);
    expect(titles([...inside, PUBLIC[1]!], by(MASTER, "gateway", ["10.9.0.7/32"]))).toEqual(["blocker: miss public addresses of callers", "warning: name no network of users"]);
  });

  test("sees users of private networks with public addresses as well", () => {
    const users = { "access.userNetworks": ["10.0.0.0/8"] };
    expect(titles([...inside, ...PUBLIC, OFFICE], users)).toEqual([]);
    expect(at([...inside, ...PUBLIC], users)[0]?.message).toContain("so users (10.0.0.0/8) arrive");
  });

  test("shows machines with an address each, which no list can name", () => {
    expect(titles([...inside, PUBLIC[0]!, OFFICE], by(WORKERS, "each"))).toEqual(["blocker: cannot name machines that come later"]);
    expect(titles([...inside, ...PUBLIC, "0.0.0.0/0"], by(WORKERS, "each"))).toEqual([]);
  });

  test("is told of where nobody has said how callers arrive", () => {
    const [finding, ...more] = at([...inside, PUBLIC[1]!, OFFICE], by(MASTER, undefined));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: "warning",
      message: "Nobody has said yet with which addresses nodes of the master seed (10.20.0.0/24) arrive, so nobody can tell whether the list lets them in. The nodeport-proxy drops whoever is not among its allowed networks.",
      answers: [SEED, `${MASTER}.seenAs`],
    });
    // No answer lets them in by a list of private networks.
    expect(titles([...inside, PUBLIC[1]!, "10.20.0.0/24"], by(MASTER, undefined))).toContain("blocker: miss public addresses of callers");
  });

  test("keeps people on the internet out, whom firewall rows let in", () => {
    const given = [...inside, ...PUBLIC, OFFICE];
    const outside = { "access.userNetworks": ["10.0.0.0/8"], "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" };
    expect(titles(given, outside)).toEqual(["warning: leave people on the internet out"]);
    expect(titles([...given, "0.0.0.0/0"], outside)).toEqual([]);
  });
});

describe("a public load balancer with a name and no address", () => {
  const RANGES_AWS = "loadBalancer.datacenters.aws-fra.sourceRanges";
  // Workers leave by 203.0.113.18, nodes by 203.0.113.17.
  const at = (given: readonly string[], changes: Changes = {}) => findingsOf(sourceRangesIncomplete, changed(starterAnswers("aws-single-region"), { "loadBalancer.exposeStrategy": "LoadBalancer", [DEPARTURES]: ["sources"], [RANGES_AWS]: given, "access.userNetworks": ["192.0.2.0/24"], "network.datacenters.aws-fra.seenAddresses": ["203.0.113.18/32"], ...changes }));

  test("is called by machines of the Seed itself from their way out", () => {
    expect(at(["203.0.113.18/32", "192.0.2.0/24", "10.90.0.0/20", "10.244.0.0/16"]).map(({ severity, message }) => [severity, message.split(" must reach")[0]])).toEqual([["blocker", "Nodes of the Seed kubermatic (203.0.113.17/32)"]]);
    expect(at(["203.0.113.18/32", "192.0.2.0/24", "203.0.113.17/32"])).toEqual([]);
  });

  test("and a private one, which keeps to no list, locks nobody out", () => {
    const inside = { "loadBalancer.clusters.kubermatic.cloudReach": "internal" };
    expect(at(["10.90.16.0/20", "192.0.2.0/24"], inside)).toEqual([]);
    expect(findingsOf(proxySources, changed(starterAnswers("aws-single-region"), { [DEPARTURES]: ["proxy-sources"], "loadBalancer.clusters.kubermatic.proxySources": ["10.90.0.0/20"], ...inside }))).toEqual([]);
  });
});

/** What is said of the master's nodes where a pool of public addresses at another site lets in these networks, by how the master's site leaves. */
const atPublicPool = (given: readonly string[], leaving: Changes = {}) => {
  const seed = "loadBalancer.clusters.azure-seed";
  return findingsOf(proxySources, changed(starterAnswers("vsphere-plus-azure-seed"), {
    "infrastructure.clusters.azure-seed.provider": "vsphere", [`${seed}.kind`]: "metallb-l2", [`${seed}.pool`]: "203.0.113.64/28", [`${seed}.apiEndpoint`]: "kube-vip",
    [DEPARTURES]: ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": ["0.0.0.0/0"], [`${seed}.proxySources`]: given, "access.userNetworks": ["198.51.100.128/25"],
    "infrastructure.datacenters.azure-weu.provider": "vsphere", "network.datacenters.azure-weu.seenAs": undefined, "network.datacenters.azure-weu.seenAddresses": undefined,
    ...leaving,
  })).map(({ severity, message }) => `${severity}: ${message.split(" must")[0] ?? ""}`);
};

test("a pool of public addresses sees callers of another site by their way out, and those beside it as they are", () => {
  const inside = ["10.50.0.0/24", "10.50.4.0/24", "10.244.0.0/16", "198.51.100.128/25"];
  expect(atPublicPool([...inside, "10.20.0.0/24"])).toEqual(["blocker: Nodes of the master seed (198.51.100.22/32)"]);
  expect(atPublicPool([...inside, "198.51.100.22/32"])).toEqual([]);
});

test("whoever is said to reach a pool of public addresses with addresses of its own is named with these", () => {
  const own: Changes = { "network.places.main.seenAs": "own", "network.places.main.seenAddresses": undefined };
  const others = ["10.50.0.0/24", "10.50.4.0/24", "10.244.0.0/16", "198.51.100.128/25"];
  expect(atPublicPool(others, own)).toEqual(["blocker: Nodes of the master seed (10.20.0.0/24)"]);
  expect(atPublicPool([...others, "10.20.0.0/24"], own)).toEqual([]);
});

describe("networks that come in by the list of the nodeport-proxy alone", () => {
  const at = (proxy: readonly string[], changes: Changes = {}) => found(sourceRangesIncomplete, { [DEPARTURES]: ["sources", "proxy-sources"], [RANGES]: ["10.20.0.0/24"], [PROXY]: proxy, "loadBalancer.exposeStrategy": "LoadBalancer", "access.userNetworks": ["10.20.0.128/25"], ...changes });

  test("are told of, unless the platform arrives from there", () => {
    expect(at(["10.20.0.0/24", "10.244.0.0/16"])).toEqual([]);
    expect(at(["10.244.0.0/16", "10.200.0.0/16"]).map(({ title, remedy }) => [title, remedy])).toEqual([["Source ranges of fra-vsphere keep 10.200.0.0/16 in", "Narrow the allowed networks of the nodeport-proxy of seed, or filter in front of the load balancers."]]);
  });

  test("are narrowed only once their own callers are named", () => {
    const [finding] = at(["10.128.0.0/9"]);
    expect(finding?.message).toContain("Pods of the Seed seed (10.244.0.0/16) come in by nothing else.");
    expect(finding?.remedy).toBe("Add 10.244.0.0/16 to the source ranges, then narrow the allowed networks of the nodeport-proxy of seed, or filter in front of the load balancers.");
    expect(at(["10.20.0.0/16"], { [RANGES]: ["10.20.0.0/24", "10.244.0.0/16"] }).map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

test("a range that two of them share is asked for once, and the fix lets all of them in", () => {
  const narrow = { [DEPARTURES]: ["sources"], [RANGES]: ["192.0.2.0/24"], "loadBalancer.exposeStrategy": "LoadBalancer" };
  const [finding] = found(sourceRangesIncomplete, narrow);
  expect(finding?.remedy.match(/10\.20\.0\.0\/24/g)).toHaveLength(1);
  const set = Object.fromEntries((finding?.fixes[0]?.set ?? []).map(({ path, value }) => [path, value]));
  expect(Object.keys(set)).toEqual([RANGES]);
  expect(found(sourceRangesIncomplete, { ...narrow, ...set })).toEqual([]);
});

test("keeping what the check of the former entry offers moves nothing and silences it", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" };
  const [finding] = found(keptByFormerEntry, upgrade);
  const set = Object.fromEntries((finding?.fixes ?? []).flatMap((fix) => fix.set.map(({ path, value }) => [path, value])));
  expect(set).toEqual({ "loadBalancer.clusters.seed.keepFormerEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepEntry": "10.20.30.3" });
  expect(found(keptByFormerEntry, { ...upgrade, ...set })).toEqual([]);
  expect(found(keptMisplaced, { ...upgrade, ...set })).toEqual([]);
});

test("keeping what is offered silences the advice and moves nothing", () => {
  const before = { [DEPARTURES]: ["kept"] };
  const [finding] = found(notKept, before);
  expect(finding?.message).toBe("In the block of seed, the platform entry (10.20.30.1) and the nodeport-proxy (10.20.30.2) take what is free, single addresses from the bottom and those of user clusters from the top; that changes with what is kept or excluded.");
  const set = Object.fromEntries((finding?.fixes ?? []).flatMap((fix) => fix.set.map(({ path, value }) => [path, value])));
  expect(set).toEqual({ "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" });
  expect(found(notKept, { ...before, ...set })).toEqual([]);
});

test.each<[string, Changes, string, string]>([
  ["an entry outside the block", { "loadBalancer.clusters.seed.keepEntry": "10.20.31.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" }, "Keep 10.20.30.1 for the platform entry", "Take the kept 10.20.31.1 of the platform entry away"],
  ["an address that is kept already", { "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.1" }, "Keep 10.20.30.2 for the nodeport-proxy", "Take the kept 10.20.30.1 of the nodeport-proxy away"],
  [
    "user clusters half outside the block",
    { "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2", "loadBalancer.clusters.seed.keepUserClusters": ["10.20.30.8-10.20.30.20"] },
    "Keep 10.20.30.4-10.20.30.15 for user clusters",
    "Take the kept 10.20.30.8-10.20.30.20 of user clusters away",
  ],
])("one check speaks of %s, and its fix leaves nothing to say", (_name, changes, title, away) => {
  expect(found(notKept, changes)).toEqual([]);
  const [finding, ...more] = found(keptMisplaced, changes);
  expect(more).toEqual([]);
  expect(finding?.fixes.map((fix) => fix.title)).toEqual([title, away]);
  const [keep, drop] = (finding?.fixes ?? []).map((fix) => withFix(referenceAnswers(changes), fix));
  expect([keptMisplaced, notKept].flatMap((check) => findingsOf(check, keep!))).toEqual([]);
  expect(findingsOf(keptMisplaced, drop!)).toEqual([]);
});

test("keeping the entry's address leaves the former entry the one that it had from it", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepEntry": "10.20.30.5" };
  expect(referencePlan(upgrade).addresses.assignments.find(({ id }) => id.includes("former-entry"))?.address).toMatchObject({ value: "10.20.30.5" });
});

describe("on an upgrade, what running Services hold is a fact and no wish", () => {
  const KEEP_PROXY = "loadBalancer.clusters.seed.keepNodeportProxy";
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepFormerEntry": "10.20.30.4", [KEEP_PROXY]: "10.20.30.9" };

  test("so nobody is advised to keep more, unless addresses are to stay", () => {
    expect(found(notKept, upgrade)).toEqual([]);
    expect(found(notKept, { "project.release": "2.31", "project.upgradeFrom": "2.30", [DEPARTURES]: ["kept"] })).toEqual([]);
    const [finding] = found(notKept, { ...upgrade, [DEPARTURES]: ["kept"] });
    expect(finding?.fixes.flatMap(({ set }) => set)).toEqual([{ path: "loadBalancer.clusters.seed.keepEntry", value: "10.20.30.1" }]);
  });

  test("and one outside the block is replaced by no other", () => {
    const [finding, ...more] = found(keptMisplaced, { ...upgrade, [KEEP_PROXY]: "10.20.31.1" });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      title: "10.20.31.1 cannot stay with the nodeport-proxy of seed",
      message: "The nodeport-proxy runs with 10.20.31.1, but it lies outside 10.20.30.0/28. The plan gives it no other, because it would lose the one that records lead to.",
      fixes: [],
    });
  });

  test("and no annotation asks for one that reaches user clusters too", () => {
    expect(found(pinnedAnnotations, { ...upgrade, "loadBalancer.exposeStrategy": "LoadBalancer" })).toEqual([]);
    const appliance = { ...upgrade, "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.kind": "appliance" };
    expect(found(keptMisplaced, appliance)).toEqual([]);
  });
});

test("URLs carry the port of the nodes until the usual ports are led on", () => {
  const plan = referencePlan(NONE);
  const login = plan.identity.redirectUris.filter(({ uri }) => !uri.includes("localhost")).map(({ uri }) => uri);
  expect(login.length).toBeGreaterThan(4);
  expect(login.filter((uri) => !/^https:\/\/[a-z.]+:32443(\/|$)/.test(uri))).toEqual([]);
  expect(plan.settings.filter(({ topic, value }) => topic === "login" && value.kind === "known" && value.value.includes(":32443")).map(({ field, value }) => `${field} ${value.kind === "known" ? value.value : ""}`)).toEqual([
    "dex.config.issuer https://kubermatic.example.com:32443/dex",
    "spec.auth.tokenIssuer https://kubermatic.example.com:32443/dex",
    "spec.auth.issuerRedirectURL https://kubermatic.example.com:32443/api/v1/kubeconfig",
  ]);
  const [finding] = found(nodePortEntry, NONE);
  const [fix] = finding?.fixes ?? [];
  expect(fix?.set).toEqual([{ path: "loadBalancer.clusters.seed.nodeFrontPorts", value: "usual" }]);
  const led = referencePlan({ ...NONE, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" });
  expect(led.identity.redirectUris.filter(({ uri }) => uri.includes(":32443"))).toEqual([]);
  expect(led.settings.filter(({ value }) => value.kind === "known" && value.value.includes(":32443"))).toEqual([]);
  expect(led.firewall.flows.find(({ id }) => id === "flow.P1[seed]")?.ports).toBe("443");
});

test("people outside are told which port of which private address kubectl dials", () => {
  const message = (strategy: string) => findingsOf(outsideUserClusters, referenceAnswers({ ...OUTSIDE, "loadBalancer.exposeStrategy": strategy }))[0] ?? "";
  const told = (strategy: string) => planFrom(referenceAnswers({ ...OUTSIDE, "loadBalancer.exposeStrategy": strategy })).findings.find(({ check }) => check === "exposure.outside-user-clusters")?.message;
  expect(message("Tunneling")).not.toBe("");
  expect(told("Tunneling")).toContain("dial an address of the inside, TCP 6443 of <id>.seed.kubermatic.example.com at 10.20.30.2, and no row");
  expect(told("NodePort")).toContain("TCP 30000-32767 of <id>.seed.kubermatic.example.com at 10.20.30.2,");
  expect(told("LoadBalancer")).toContain("TCP 30000-32767 of a Service for each at an address from 10.20.30.0/28,");
});
