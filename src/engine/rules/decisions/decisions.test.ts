import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { withAnswer } from "../../answers/answers.ts";
import { nodePortsPerCluster } from "../../facts/sizing/node-ports.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const decisionOf = (id: string, changes: Changes = {}) => referencePlan(changes).decisions.find((decision) => decision.id === `decision.${id}`);

test("URLs carry a port only where people dial the nodes themselves", () => {
  const none = { "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" };
  expect(decisionOf("load-balancer[seed]", none)?.why).toContain("every URL carries port 32443, names lead to 10.20.0.21");
  expect(decisionOf("load-balancer[seed]", { ...none, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" })?.why).not.toContain("URL");
});

test("every important choice of the reference setup is listed once, none assumed", () => {
  const { decisions } = referencePlan();
  expect(decisions.map(({ id }) => id)).toEqual([
    "decision.release",
    "decision.edition",
    "decision.layout[seed]",
    "decision.expose-strategy",
    "decision.load-balancer[seed]",
    "decision.api-endpoint[seed]",
    "decision.platform-names",
    "decision.seed-wildcard",
    "decision.certificates",
    "decision.authentication",
    "decision.backup[seed]",
    "decision.mla",
    "decision.user-cluster-mla",
  ]);
  expect(decisions.filter(({ assumed }) => assumed)).toEqual([]);
});

test("what waits is not counted as none", () => {
  const why = (id: string, ...without: readonly string[]) => planFrom(without.reduce((so, path) => withAnswer(so, path, undefined), starterAnswers("large-data-centre"))).decisions.find((decision) => decision.id === id)?.why ?? "";
  const clusters = starterAnswers("large-data-centre").subjects.datacenter.flatMap((id) => ["smallClusters", "mediumClusters", "largeClusters"].map((size) => `infrastructure.datacenters.${id}.${size}`));
  expect(why("decision.layout[master]")).toMatch(/; \d+ user clusters in 1 Seed go on/);
  expect(why("decision.layout[master]", ...clusters)).toMatch(/; user clusters in 1 Seed go on/);
  expect(why("decision.platform-names")).toMatch(/records are entered in all\.$/);
  expect(why("decision.platform-names", "monitoring.userClusterMla")).toMatch(/records? (is|are) entered so far; further ones wait for answers\.$/);
  const young = planFrom(answersOf({ "project.domain": "kkp.example.com", "certificates.issuance": "supplied", "dns.platformNames": "single", "dns.seedWildcard": true, "loadBalancer.exposeStrategy": "NodePort" })).decisions;
  expect(young.find(({ id }) => id === "decision.certificates")?.why).toBe("Your PKI signs names that are not known yet; someone must renew before it is too late, and no port opens to the internet.");
  expect(young.filter(({ why: said }) => /\b0 /.test(said))).toEqual([]);
});

describe("the consequence speaks in the plan's own numbers", () => {
  test.each<[string, Changes, string]>([
    ["expose-strategy", {}, "77 of 2,768 ports are used, and 460 user clusters are the most"],
    ["expose-strategy", { "loadBalancer.exposeStrategy": "LoadBalancer" }, "12 user clusters take an address each"],
    ["expose-strategy", { "loadBalancer.exposeStrategy": "Tunneling" }, "12 user clusters share two ports of seed, 6443 and 8088, instead of 2,768"],
    ["expose-strategy", { "infrastructure.datacenters.fra-vsphere.smallClusters": 1 }, "1 user cluster uses one address of seed and has ports of its own"],
    ["expose-strategy", { "infrastructure.datacenters.fra-vsphere.smallClusters": 0 }, "No user cluster is planned yet; those to come share one address of seed and have ports of their own"],
    ["expose-strategy", { "infrastructure.datacenters.fra-vsphere.smallClusters": 0, "loadBalancer.exposeStrategy": "LoadBalancer" }, "No user cluster is planned yet; those to come take an address each"],
    ["expose-strategy", { "infrastructure.datacenters.fra-vsphere.smallClusters": 0, "loadBalancer.exposeStrategy": "Tunneling" }, "No user cluster is planned yet; those to come share two ports of seed"],
    ...[{ "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" }, { "loadBalancer.clusters.seed.kind": "none" }].map((changes): [string, Changes, string] => ["expose-strategy", changes, "12 user clusters answer at the addresses of the nodes of seed, where no nodeport-proxy stands before them, on ports of their own among 30000–32767"]),
    ["load-balancer[seed]", {}, "2 of 16 addresses of 10.20.30.0/28 are used; 2 routers take a /32 route for each, from a range of neighbours because workers get their addresses by DHCP, and spread traffic over the nodes."],
    ["load-balancer[seed]", { "infrastructure.clusters.seed.workerAddressing": "fixed" }, "; 2 routers take a /32 route for each, and spread traffic"],
    ["load-balancer[seed]", { "loadBalancer.clusters.seed.kind": "metallb-l2" }, "; one node at a time answers for each, so its network card is the limit, and there is fail-over but no spreading."],
    ["load-balancer[seed]", { "loadBalancer.clusters.seed.kind": "cilium-l2" }, "no spreading. The announcements are in beta, and a fail-over takes 10 to 20 seconds at defaults."],
    ["edition", { "project.edition": "CE" }, "Binding groups to projects is EE only, so people are added to projects one by one."],
    ["edition", {}, "Groups of the identity source can be bound to projects."],
    ["authentication", { "project.release": "2.31" }, "Dex keeps one refresh token for a person: a second browser or a web terminal ends the login before it within 24 hours."],
    ["authentication", { "project.release": "2.31", "authentication.connector": "oidc", "authentication.furtherSources": ["github"] }, "Dex keeps one refresh token for a person who comes from GitHub: a second browser"],
    ["authentication", { "authentication.clusterLogin": true }, ": a second kubeconfig or a web terminal ends the login before it within 24 hours."],
    ["api-endpoint[seed]", {}, "10.20.0.10 moves among 3 control-plane machines"],
    ["certificates", {}, "signs 6 names"],
    ["platform-names", {}, "7 records are entered in all"],
    ["platform-names", { "dns.platformNames": "wildcard" }, "5 records are entered in all"],
    ["backup[seed]", {}, "29.5 GiB hold the last 400 minutes"],
    ["backup[seed]", { "storage.clusters.seed.backupTarget": "none" }, "12 user clusters of seed cannot be restored"],
    ["layout[seed]", {}, "on 6 workers"],
    ["mla", {}, "215.3 GiB"],
    ["mla", { "monitoring.retention": "own", "monitoring.metricsDays": 90, "monitoring.logsDays": 30 }, "1,215.3 GiB of storage to the cluster."],
    ["user-cluster-mla", {}, "2 NodePorts for each user cluster"],
    ["user-cluster-mla", { "monitoring.objectStore": "s3" }, "14,336 MiB of memory and 118 GiB of storage"],
    ["user-cluster-mla", { "monitoring.expectedLoad": "stated", "monitoring.series": 500000, "monitoring.logs": 0, "monitoring.userRetention": 9 }, "22,000 mCPU, 290,816 MiB of memory and 1,410 GiB of storage to each Seed"],
    ["user-cluster-mla", { "loadBalancer.clusters.seed.kind": "none" }, ", and 1 NodePort for each user cluster."],
    ["user-cluster-mla", { "loadBalancer.exposeStrategy": "Tunneling" }, "GiB of storage to each Seed."],
    ["expose-strategy", { "loadBalancer.exposeStrategy": "LoadBalancer", "monitoring.userClusterMla": false }, "each takes 1 NodePort more than with NodePort."],
    ["expose-strategy", { "loadBalancer.exposeStrategy": "LoadBalancer" }, "each takes 1 NodePort more than with NodePort."],
    ["release", { "project.release": "2.31", "project.upgradeFrom": "2.30" }, "NGINX Ingress stays beside it until it is cleaned"],
  ])("%s %j: %s", (id, changes, words) => {
    expect(decisionOf(id, changes)?.why).toContain(words);
  });
});

test.each<[string, string, Changes]>([
  ["edition", "groups", { "authentication.connector": "static-users" }],
  ["edition", "groups", { "project.edition": "CE", "authentication.connector": "static-users" }],
  ["authentication", "refresh token", {}],
  ["authentication", "refresh token", { "project.release": "2.31", "authentication.connector": "oidc" }],
])("%s is silent about %s with %j", (id, word, changes) => expect(decisionOf(id, changes)?.why).not.toContain(word));

test("LoadBalancer takes as many NodePorts more with user-cluster MLA as without", () => {
  const { LoadBalancer, NodePort } = nodePortsPerCluster.value;
  expect(LoadBalancer.withMla - NodePort.withMla).toBe(LoadBalancer.without - NodePort.without);
});

test("a product default that stands in is marked as assumed", () => {
  expect(decisionOf("expose-strategy", { "loadBalancer.exposeStrategy": undefined })).toMatchObject({ choice: "NodePort", assumed: true });
});

test("before any cluster is described the strategy speaks of no number", () => {
  const { decisions } = planFrom(answersOf({ "project.domain": "kubermatic.example.com" }));
  expect(decisions[0]?.why).toBe("User clusters share one address of their Seed and have ports of their own among 30000–32767. A wildcard record for each Seed is needed.");
});

test("nothing is decided without an answer", () => {
  expect(decisionOf("backup[seed]", { "storage.clusters.seed.backupTarget": undefined })).toBeUndefined();
});

test("one control-plane machine needs no decision about its endpoint", () => {
  expect(planFrom(starterAnswers("proof-of-concept")).decisions.some(({ id }) => id.startsWith("decision.api-endpoint"))).toBe(false);
});

describe("workers away from the master", () => {
  const integration = (name: string) => planFrom(starterAnswers(name)).decisions.filter(({ id }) => id.startsWith("decision.integration")).map(({ id, choice, why }) => ({ id, choice, why }));

  test("are served across sites, or by a Seed beside them", () => {
    expect(integration("vsphere-plus-azure")).toEqual([
      {
        id: "decision.integration[azure-weu]",
        choice: "Workers only (option I), served by seed",
        why: "Workers of 4 user clusters on Azure dial seed across sites and no cluster is added in Azure West Europe; while the way between them is down, their control planes are out of reach.",
      },
    ]);
    expect(integration("vsphere-plus-azure-seed").map(({ choice }) => choice)).toEqual(["A Seed beside the workers (option II): azure-seed"]);
    expect(integration("edge-from-google-cloud").map(({ why }) => why.endsWith("KKP calls its edge provider experimental."))).toEqual([true]);
    expect(integration("reference-setup")).toEqual([]);
  });
});
