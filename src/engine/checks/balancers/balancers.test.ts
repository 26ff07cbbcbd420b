import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import type { Answers } from "../../answers/answers.ts";
import { known } from "../../kernel/outcome.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { ciliumMissing } from "./cilium-missing.ts";
import { distantPeer } from "./distant-peer.ts";
import { frontWithoutSources } from "./front-without-sources.ts";
import { kubelbBlockTooSmall } from "./kubelb-block-too-small.ts";
import { kubelbEdition } from "./kubelb-edition.ts";
import { kubelbVersion } from "./kubelb-version.ts";
import { layer2Limits } from "./layer-2-limits.ts";
import { nodeFrontAlone } from "./node-front-alone.ts";
import { poolOnCloud } from "./pool-on-cloud.ts";
import { unlabelledApiServers } from "./unlabelled-api-servers.ts";

const KIND = "loadBalancer.clusters.seed.kind";
const CNI = "loadBalancer.clusters.seed.cni";
const HUB: Changes = {
  "loadBalancer.datacenters.fra-vsphere.workloads": "kubelb",
  "loadBalancer.kubelbPlace": "main",
  "loadBalancer.kubelbApi": "10.40.0.10",
  "loadBalancer.kubelbNodes": "10.40.0.0/24",
  "loadBalancer.kubelbBlock": "10.40.30.0/29",
  "loadBalancer.kubelbTraffic": "direct",
};
const found = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes));

test.each([ciliumMissing, distantPeer, frontWithoutSources, kubelbBlockTooSmall, kubelbEdition, kubelbVersion, layer2Limits, nodeFrontAlone, poolOnCloud, unlabelledApiServers])(
  "$id is silent where its system is not used",
  (check) => {
    for (const name of starterNames.filter((starter) => ["reference-setup", "vsphere-plus-azure", "vsphere-plus-azure-seed", "proof-of-concept"].includes(starter))) {
      expect(findingsOf(check, starterAnswers(name)), name).toEqual([]);
    }
  },
);

describe("each speaks where its fault is", () => {
  test.each<[Check, Changes, string, string]>([
    [ciliumMissing, { [KIND]: "cilium-bgp", [CNI]: "other" }, "blocker", "seed does not run the plugin that Cilium with BGP needs"],
    [distantPeer, { "loadBalancer.clusters.seed.peers": [{ name: "core", address: "10.99.0.1", asn: 64500 }] }, "warning", "Sessions of seed cross more than one hop"],
    [layer2Limits, { [KIND]: "cilium-l2", [CNI]: "cilium" }, "warning", "Addresses of seed hang on a feature in beta"],
    [poolOnCloud, { "infrastructure.clusters.seed.provider": "hetzner" }, "blocker", "Hetzner Cloud does not carry addresses that nodes of seed announce"],
    [kubelbEdition, { ...HUB, "project.edition": "CE" }, "blocker", "KubeLB for user clusters is part of EE"],
    [kubelbVersion, { ...HUB, "project.release": "2.31" }, "warning", "Ask which KubeLB goes with KKP 2.31"],
    [kubelbBlockTooSmall, HUB, "blocker", "10.40.30.0/29 is too small for KubeLB"],
    [frontWithoutSources, { [KIND]: "none", "loadBalancer.clusters.seed.nodeFront": "10.8.0.5", "loadBalancer.clusters.seed.nodeFrontSources": [] }, "blocker", "Nothing leads on from 10.8.0.5 to the nodes of seed"],
    [nodeFrontAlone, { [KIND]: "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" }, "warning", "Everything of seed is reached through 10.20.0.21"],
  ])("$id with %j", (check, changes, severity, title) => {
    expect(found(check, changes)).toMatchObject([{ severity, title }]);
  });
});

test.each<[string, Changes]>([
  ["MetalLB in layer 2 is out of beta", { [KIND]: "metallb-l2" }],
  ["Cilium with BGP is out of beta", { [KIND]: "cilium-bgp", [CNI]: "cilium" }],
  ["a trial may try it", { [KIND]: "cilium-l2", [CNI]: "cilium", "project.purpose": "proof-of-concept" }],
])("%s", (_name, changes) => expect(found(layer2Limits, changes)).toEqual([]));

test.each(["cilium-l2", "none"])("with %s each entry that Envoy Gateway makes is told not to keep traffic local, so that nobody is asked to see to it", (kind) => {
  const told = (answers: Answers) => planFrom(answers).settings.filter(({ field }) => field === "envoyProxy.service.externalTrafficPolicy").map(({ object, value }) => [object, value]);
  expect(told(referenceAnswers({ [KIND]: kind, [CNI]: "cilium", "project.release": "2.31", "project.upgradeFrom": "none" }))).toEqual([["values.yaml", known("Cluster")]]);
  const apart = changed(starterAnswers("telco-cilium-bgp"), { "project.release": "2.31", "project.upgradeFrom": "none", "loadBalancer.clusters.seed-north.kind": kind });
  expect(told(apart)).toEqual([["seed-north/values-seed.yaml", known("Cluster")]]);
  expect(planFrom(apart).findings.filter(({ message }) => message.includes("traffic policy Local"))).toEqual([]);
});

describe("an address of node ports", () => {
  const front = (nodeFront: string, nodeFrontSources: readonly string[] | undefined) => ({ [KIND]: "none", "loadBalancer.clusters.seed.nodeFront": nodeFront, "loadBalancer.clusters.seed.nodeFrontSources": nodeFrontSources });

  test.each<[string, Changes]>([
    ["a node of 10.20.0.0/24", front("10.20.0.21", [])],
    ["a public address, which a node may have beside its own", front("203.0.113.5", [])],
    ["something that leads on", front("10.8.0.5", ["10.8.0.5/32"])],
    ["nobody has said yet", front("10.8.0.5", undefined)],
    ["a listed control plane", { ...front("10.20.0.11", undefined) }],
    ["another kind, which asks for none", { ...front("10.8.0.5", []), [KIND]: "metallb-bgp" }],
  ])("%s lacks no source", (_name, changes) => expect(found(frontWithoutSources, changes)).toEqual([]));

  test("opens the node ports for itself where nothing else is known", () => {
    const [finding] = found(frontWithoutSources, front("10.8.0.5", []));
    expect(finding?.fixes.map(({ set }) => set)).toEqual([[{ path: "loadBalancer.clusters.seed.nodeFrontSources", value: ["10.8.0.5/32"] }]]);
  });

  test("is no single point once something leads on to several nodes", () => {
    expect(found(nodeFrontAlone, front("10.20.0.30", []))).toHaveLength(1);
    expect(found(nodeFrontAlone, front("10.20.0.30", undefined))).toHaveLength(1);
    expect(found(nodeFrontAlone, front("10.20.0.30", ["10.20.0.30/32"]))).toEqual([]);
  });
});

test("numbers and the nearest free block are named", () => {
  const [finding] = found(kubelbBlockTooSmall, HUB);
  expect(finding?.message).toContain("12 user clusters take at least 12 addresses, and 10.40.30.0/29 has 8: 4 too few.");
  expect(finding?.fixes[0]?.set).toEqual([{ path: "loadBalancer.kubelbBlock", value: "10.40.30.0/28" }]);
});

test("an appliance gives API servers no address that nobody asks for, a pool does", () => {
  const apis: Changes = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };
  const [finding] = found(unlabelledApiServers, { ...apis, [KIND]: "appliance" });
  expect(finding).toMatchObject({ severity: "warning", title: "API servers of seed get no address by themselves" });
  expect(finding?.message).toContain("apiserver-external for 12 API servers");
  expect(finding?.message).toContain("the controller of F5 BIG-IP gives no address to a Service without cis.f5.com/ipamLabel or cis.f5.com/ip:");
  expect(finding?.fixes).toEqual([{ title: "Leave API servers of seed to the expose strategy", set: [{ path: "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer", value: false }] }]);
  expect(found(unlabelledApiServers, { ...apis, [KIND]: "appliance", "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": false })).toEqual([]);
  expect(found(unlabelledApiServers, apis)).toEqual([]);
  expect(found(unlabelledApiServers, { [KIND]: "appliance" })).toEqual([]);
});

test.each([
  ["2.28", "no-mtls", "blocker", "names no KubeLB 1.5 for KKP 2.28, which goes with 1.3"],
  ["2.30", "mtls", "warning", "tests KubeLB 1.5 with KKP 2.30, which brings the connector 1.4.3"],
])("mutual TLS with KKP %s is nobody's word", (release, key, severity, said) => {
  const [finding] = found(kubelbVersion, { ...HUB, "loadBalancer.kubelbTraffic": "mtls", "project.release": release });
  expect(finding).toMatchObject({ id: `balancers.kubelb-version#${key}`, severity, fixes: [{ set: [{ path: "loadBalancer.kubelbTraffic", value: "direct" }] }] });
  expect(finding?.message).toContain(said);
  expect(found(kubelbVersion, { ...HUB, "project.release": "2.30" })).toEqual([]);
});

test("the edition's second fault is mutual TLS", () => {
  expect(found(kubelbEdition, { ...HUB, "project.edition": "CE", "loadBalancer.kubelbTraffic": "mtls" }).map(({ id }) => id)).toEqual(["balancers.kubelb-edition#user-clusters", "balancers.kubelb-edition#mtls"]);
});

describe("addresses that nodes announce in a cloud", () => {
  const fixes = (provider: string, provisioning: string) =>
    found(poolOnCloud, { "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": provisioning }).map(({ remedy, fixes: all }) => [remedy, ...all.flatMap(({ set }) => set.map(({ value }) => value))]);
  const elsewhere = ["Take addresses from an appliance or from KubeLB, or lead people to ports of the nodes.", "kubelb", "appliance", "none"];
  test.each([
    ["hetzner", "kubeone", [["Let Hetzner Cloud create the load balancers.", "cloud"]]],
    ["anexia", "existing", [["Let Anexia create the load balancers.", "cloud"]]],
    ["anexia", "kubeone", [elsewhere]],
    ["alibaba", "kubeone", [elsewhere]],
    ["alibaba", "managed", [["Let Alibaba Cloud create the load balancers.", "cloud"]]],
    ["openstack", "kubeone", []],
  ])("%s, %s: the fix is one that works there", (provider, provisioning, expected) => {
    expect(fixes(provider, provisioning)).toEqual(expected);
  });

  test("one API server with a load balancer of its own rules ports of nodes out", () => {
    const one: Changes = { "infrastructure.datacenters.fra-vsphere.smallClusters": 1, "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };
    const offered = (changes: Changes) => found(poolOnCloud, { "infrastructure.clusters.seed.provider": "anexia", ...changes }).flatMap(({ fixes: all }) => all.flatMap(({ set }) => set.map(({ value }) => value)));
    expect(offered(one)).toEqual(["kubelb", "appliance"]);
    expect(offered({ "infrastructure.datacenters.fra-vsphere.smallClusters": 1 })).toContain("none");
  });
});

test.each<[Check, Changes]>([
  [ciliumMissing, { [KIND]: "cilium-l2", [CNI]: "other" }],
  [poolOnCloud, { "infrastructure.clusters.seed.provider": "hetzner" }],
  [kubelbBlockTooSmall, HUB],
  [kubelbEdition, { ...HUB, "project.edition": "CE" }],
])("each fix of $id removes it", (check, changes) => {
  const answers = referenceAnswers(changes);
  const [finding] = findingsOf(check, answers);
  expect(finding?.fixes.length).toBeGreaterThan(0);
  for (const { title, set } of finding?.fixes ?? []) {
    expect(findingsOf(check, changed(answers, Object.fromEntries(set.map(({ path, value }) => [path, value])))), title).toEqual([]);
  }
});

test("API servers on Hetzner wait for a location that KKP has no field for", () => {
  const plan: Changes = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true, [KIND]: "cloud", "infrastructure.clusters.seed.provider": "hetzner", "infrastructure.places.main.hetznerDatacenter": "nbg1-dc3" };
  const [finding] = found(unlabelledApiServers, plan);
  expect(finding?.message).toBe("KKP makes a Service apiserver-external for 12 API servers and has no field for its annotations, while the cloud controller of Hetzner gives no address to a Service without load-balancer.hetzner.cloud/location: each waits for ever.");
  expect(finding?.remedy).toContain("add load-balancer.hetzner.cloud/location: nbg1 to apiserver-external");
  expect(found(unlabelledApiServers, { ...plan, "infrastructure.places.main.hetznerDatacenter": undefined })).toEqual([]);
});
