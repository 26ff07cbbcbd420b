import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { chartsTrust } from "./charts-trust.ts";
import { insecureRegistry } from "./insecure-registry.ts";
import { offlineCloud } from "./offline-cloud.ts";
import { offlineIdentity } from "./offline-identity.ts";
import { proxyBareAddresses } from "./proxy-bare-addresses.ts";
import { proxyGitSsh } from "./proxy-git-ssh.ts";
import { proxyLeftPast } from "./proxy-left-past.ts";
import { proxyNamedHosts } from "./proxy-named-hosts.ts";
import { proxyUnnamedHosts } from "./proxy-unnamed-hosts.ts";
import { proxyInherited } from "./proxy-inherited.ts";
import { registryForAll } from "./registry-for-all.ts";
import { volumesWithoutWay } from "./volumes-without-way.ts";

const said = (check: Check, changes: Changes = {}, base = referenceAnswers()) => findingsOf(check, changed(base, changes)).map(({ severity, title }) => `${severity}: ${title}`);
const OFFLINE = { "network.places.main.internet": "offline" };
const PROXY = { "network.places.main.internet": "proxy" };
const azure = () => starterAnswers("vsphere-plus-azure");

test.each([insecureRegistry, offlineCloud, offlineIdentity, proxyBareAddresses, proxyInherited, proxyNamedHosts, registryForAll])("$id has nothing to say about the reference setup, nor without internet", (check) => {
  expect(said(check)).toEqual([]);
  expect(said(check, OFFLINE)).toEqual([]);
});

test("Azure cannot be reached without internet; each fix removes it", () => {
  const answers = changed(azure(), OFFLINE);
  const [finding] = findingsOf(offlineCloud, answers);
  expect(finding).toMatchObject({ severity: "blocker", title: "seed cannot reach Azure without internet" });
  for (const { set } of finding?.fixes ?? []) expect(findingsOf(offlineCloud, changed(answers, Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
});

describe("storage drivers on workers", () => {
  const azureOut = (internet: string) => changed(azure(), { "network.places.azure.internet": internet });
  const title = (internet: string) => findingsOf(volumesWithoutWay, azureOut(internet)).map(({ severity, title: says }) => `${severity}: ${says}`);

  test("get no volumes without internet, whichever way the Seed goes; the fix lets them out", () => {
    expect(title("offline")).toEqual(["blocker: User clusters of azure-westeurope get no volumes without internet"]);
    const [finding] = findingsOf(volumesWithoutWay, azureOut("offline"));
    expect(finding?.fixes.flatMap(({ set }) => set)).toEqual([{ path: "network.places.azure.internet", value: "direct" }]);
    expect(title("direct")).toEqual([]);
  });

  test("take no proxy", () => expect(title("proxy")).toEqual(["warning: Volumes of azure-westeurope are made past the proxy"]));

  test.each(["openstack", "vsphere", "kubevirt", "edge"])("of %s call nothing on the internet", (provider) =>
    expect(said(volumesWithoutWay, { ...OFFLINE, "infrastructure.datacenters.fra-vsphere.provider": provider })).toEqual([]));
});

test("nobody logs in at GitHub without internet", () => {
  expect(said(offlineIdentity, { ...OFFLINE, "authentication.connector": "github" })).toEqual(["blocker: Nobody can log in through GitHub without internet"]);
  expect(said(offlineIdentity, { ...PROXY, "authentication.connector": "github" })).toEqual([]);
  const beside = { ...OFFLINE, "authentication.connector": "ldap", "authentication.furtherSources": ["github", "gitea"] };
  const leftOut = findingsOf(offlineIdentity, referenceAnswers(beside))[0]?.fixes[0];
  expect(leftOut).toEqual({ title: "Leave GitHub out", set: [{ path: "authentication.furtherSources", value: ["gitea"] }] });
  expect(said(offlineIdentity, { ...beside, "authentication.furtherSources": ["gitea"] })).toEqual([]);
});

test("a registry that nobody checks is a warning", () => {
  expect(said(insecureRegistry, { ...OFFLINE, "network.mirrorTrust": "insecure" })).toEqual(["warning: The private registry is not checked by anybody"]);
  expect(said(insecureRegistry, { ...OFFLINE, "network.mirrorTrust": "private" })).toEqual([]);
});

describe("charts of user clusters from a registry", () => {
  const registry = (trust: string, changes: Changes = {}) => said(chartsTrust, { ...OFFLINE, "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443, "network.mirrorTrust": trust, ...changes });
  const REFUSED = ["warning: Charts of user clusters do not load from registry.example.com"];
  const LATER = { "project.release": "2.30" };

  test.each([
    ["of a private CA are refused by every release", "private", {}, REFUSED],
    ["of a private CA are refused by later releases too", "private", LATER, REFUSED],
    ["that nobody checks are refused while KKP has no field for it", "insecure", { "project.release": "2.29" }, REFUSED],
    ["that nobody checks load with the field of 2.30", "insecure", LATER, []],
    ["of a public authority load", "public", {}, []],
    ["matter where some place has no internet alone", "private", { "network.places.main.internet": "direct" }, []],
  ])("%s", (_case, trust, changes, expected) => expect(registry(trust, changes)).toEqual(expected));

  test("the remedy names the field where there is one, and that of the catalogue for its edition", () => {
    const remedy = (changes: Changes) => findingsOf(chartsTrust, referenceAnswers({ ...OFFLINE, "network.mirrorRegistry": "registry.example.com", "network.mirrorTrust": "private", ...changes }))[0]?.remedy;
    expect(remedy({ "project.release": "2.29" })).not.toContain("insecureSkipTLSVerify");
    expect(remedy({ ...LATER, "project.edition": "CE" })).toContain("set spec.userCluster.systemApplications.insecureSkipTLSVerify for charts of KKP, with which");
    expect(remedy({ ...LATER, "project.edition": "EE" })).toContain("and spec.userCluster.applications.insecureSkipTLSVerify for those of the catalogue");
  });

  test("the fix ends the finding", () => expect(findingsOf(chartsTrust, referenceAnswers({ ...OFFLINE, "network.mirrorTrust": "private" }))[0]?.fixes.flatMap(({ set }) => set)).toEqual([{ path: "network.mirrorTrust", value: "public" }]));
});

test("one place without internet binds the registry of all others", () => {
  const found = findingsOf(registryForAll, changed(azure(), OFFLINE));
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("whole platform: workers of azure-westeurope load its images")]);
  const both = findingsOf(registryForAll, changed(starterAnswers("vsphere-plus-azure-seed"), OFFLINE));
  expect(both.map(({ title, message, answers }) => [title, message, answers.includes("infrastructure.clusters.azure-seed.place")])).toEqual([["Places with internet need the private registry too", expect.stringMatching(/: nodes of azure-seed and workers of \S+ load its images/), true]]);
});

describe("workers in Azure under a Seed behind a proxy", () => {
  test("inherit its proxy", () => expect(said(proxyInherited, PROXY, azure())).toEqual(["warning: Workers of azure-westeurope would inherit the proxy of Frankfurt"]));
  test("do not with one of their own", () => expect(said(proxyInherited, { ...PROXY, "network.places.azure.internet": "proxy" }, azure())).toEqual([]));
});

test("addresses from a cloud stand in no NO_PROXY", () => {
  const changes = { ...PROXY, "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.kind": "cloud" };
  expect(said(proxyBareAddresses, changes)).toEqual(["warning: NO_PROXY cannot name the user clusters of seed"]);
  expect(findingsOf(proxyBareAddresses, referenceAnswers(changes))[0]?.message).toMatch(/workers and the dashboard's API dial .* Workers in Frankfurt and the master in Frankfurt stand behind a proxy/);
  expect(said(proxyBareAddresses, { ...changes, "loadBalancer.clusters.seed.kind": "metallb-bgp" })).toEqual([]);
  expect(said(proxyBareAddresses, { ...changes, "loadBalancer.clusters.seed.kind": "kubelb" })).toEqual([]);
});

test("a master behind a proxy dials them as well, wherever the Seed and the workers stand, unless KKP's own proxy does it for it", () => {
  const changes = { ...PROXY, "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.azure-seed.kind": "cloud" };
  const found = (more = {}) => findingsOf(proxyBareAddresses, changed(starterAnswers("vsphere-plus-azure-seed"), { ...changes, ...more }));
  expect(found().map(({ title, message }) => [title, message])).toEqual([["NO_PROXY cannot name the user clusters of azure-seed", expect.stringMatching(/the dashboard's API dials .* The master in \S+ stands behind a proxy/)]]);
  expect(found({ "loadBalancer.clusters.azure-seed.wayToUserClusters": "http" })).toEqual([]);
  expect(found({ "network.places.main.internet": "direct" })).toEqual([]);
});

test("where datacenters differ, the proxy matters to workers with LoadBalancer alone, and the fix is at their datacenter", () => {
  const mixed = (fra: string, west: string) => changed(azure(), {
    ...PROXY, "network.datacenters.fra-vsphere.workersIn": "node-network", "loadBalancer.clusters.seed.kind": "cloud", "loadBalancer.departures": ["datacenters"],
    "loadBalancer.datacenters.fra-vsphere.exposeStrategy": fra, "loadBalancer.datacenters.azure-weu.exposeStrategy": west,
  });
  expect(findingsOf(proxyBareAddresses, mixed("NodePort", "LoadBalancer"))[0]?.message).not.toMatch(/Workers/);
  expect(findingsOf(proxyBareAddresses, mixed("LoadBalancer", "NodePort"))[0]?.fixes).toEqual([{ title: "Use NodePort", set: [{ path: "loadBalancer.datacenters.fra-vsphere.exposeStrategy", value: "NodePort" }] }]);
});

describe("a named system on the internet, behind a proxy", () => {
  const git = { ...PROXY, "access.bastion": true, "access.repository": "https://github.com/corp/kkp.git" };

  test("is told of by its host, and the fix leads it through", () => {
    const [finding] = findingsOf(proxyNamedHosts, referenceAnswers(git));
    expect(finding?.title).toBe("github.com is planned past the proxy");
    expect(finding?.fixes).toEqual([{ title: "Reach github.com through the proxy", set: [{ path: "network.proxiedHosts", value: ["github.com"] }] }]);
    expect(said(proxyNamedHosts, { ...git, "network.proxiedHosts": ["github.com"] })).toEqual([]);
  });

  test("is told of once for each host, and the answer keeps what it holds", () => {
    const stored = { ...git, "network.proxiedHosts": ["login.example.com"], "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.eu-central-1.amazonaws.com" };
    const all = findingsOf(proxyNamedHosts, referenceAnswers(stored));
    expect(all.map(({ title }) => title)).toEqual(["github.com is planned past the proxy", "s3.eu-central-1.amazonaws.com is planned past the proxy"]);
    expect(all[1]?.fixes[0]?.set[0]?.value).toEqual(["login.example.com", "s3.eu-central-1.amazonaws.com"]);
    expect(all[1]?.message).toContain("NO_PROXY names the host of its bucket, so");
    expect(all[0]?.message).toContain("NO_PROXY names it, so");
  });

  test.each(["token.actions.githubusercontent.com", "agent.buildkite.com", "abc.oic.prod-aks.azure.com", "oidc.eks.eu-central-1.amazonaws.com", "sts.windows.net"])("is told of where a Seed takes tokens of %s", (host) => {
    const further = { ...PROXY, "project.release": "2.31", "authentication.clusters.seed.furtherIssuers": [host] };
    expect(said(proxyNamedHosts, further)).toEqual([`warning: ${host} is planned past the proxy`]);
  });

  test.each(["acme.sectigo.com", "dv.acme-v02.api.pki.goog", "acme-v02.api.letsencrypt.org", "acme.zerossl.com", "one.nl.digicert.com", "acm-acme-enroll.eu-central-1.api.aws"])("is told of where an ACME account is bound to one at %s", (host) => {
    expect(said(proxyNamedHosts, { ...PROXY, "certificates.issuance": "acme-dns01", "certificates.acmeHost": host, "certificates.acmePath": "/v2/DV", "certificates.acmeBinding": true })).toEqual([`warning: ${host} is planned past the proxy`]);
    expect(said(proxyNamedHosts, { ...PROXY, "certificates.issuance": "acme-dns01", "certificates.acmeHost": `${host}.example.com`, "certificates.acmePath": "/v2/DV" })).toEqual([]);
  });

  test.each<[string, Parameters<typeof referenceAnswers>[0]]>([
    ["a name of the customer's own", { ...git, "access.repository": "https://git.example.com/kkp.git" }],
    ["Git over SSH, which has a finding of its own", { ...git, "access.repository": "git@github.com:corp/kkp.git" }],
    ["machines of engineers, which stand elsewhere", { ...git, "access.bastion": false }],
    ["a private endpoint", { ...git, "access.repository": "none", "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com" }],
    ["an internal endpoint of Alibaba", { ...git, "access.repository": "none", "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "oss-cn-shanghai-internal.aliyuncs.com" }],
    ["no proxy", { ...git, "network.places.main.internet": "direct" }],
  ])("is silent for %s", (_case, changes) => expect(said(proxyNamedHosts, changes)).toEqual([]));
});

describe("hosts listed for the proxy", () => {
  const backups = { ...PROXY, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.net", "network.proxiedHosts": ["s3.example.net"] };

  test("that pods without a proxy call are told of, with the pods", () => {
    const [finding, ...more] = findingsOf(proxyLeftPast, referenceAnswers(backups));
    expect(more).toEqual([]);
    expect(finding?.title).toBe("Some of what calls s3.example.net takes no proxy");
    expect(finding?.message).toContain("Nothing leads the Jobs that write etcd snapshots, the etcd pods that fetch one and the S3 exporter through a proxy, so in Frankfurt they dial it straight");
    expect(said(proxyLeftPast, { ...backups, "network.proxiedHosts": [] })).toEqual([]);
    expect(said(proxyLeftPast, { ...backups, "network.places.main.internet": "direct" })).toEqual([]);
    expect(said(proxyLeftPast, { ...PROXY, "access.bastion": true, "access.repository": "https://git.example.net/kkp.git", "network.proxiedHosts": ["git.example.net"] })).toEqual([]);
  });

  test("that are no system of the plan are told of, and the fix keeps the others", () => {
    const all = findingsOf(proxyUnnamedHosts, referenceAnswers({ ...backups, "network.proxiedHosts": ["vcenter.example.com", "S3.example.net"] }));
    expect(all.map(({ title }) => title)).toEqual(["vcenter.example.com is no host that the plan asks through a proxy"]);
    expect(all[0]?.fixes[0]?.set).toEqual([{ path: "network.proxiedHosts", value: ["S3.example.net"] }]);
    expect(said(proxyUnnamedHosts, backups)).toEqual([]);
  });
});

describe("Git over SSH behind a proxy", () => {
  const git = { ...PROXY, "access.bastion": true, "access.repository": "git@github.com:corp/kkp.git" };

  test("is told of, and the fix clones over HTTPS through the proxy", () => {
    const [finding] = findingsOf(proxyGitSsh, referenceAnswers(git));
    expect(finding?.title).toBe("Git over SSH leaves past the proxy");
    expect(finding?.fixes[0]?.set).toEqual([{ path: "access.repository", value: "https://github.com/corp/kkp.git" }, { path: "network.proxiedHosts", value: ["github.com"] }]);
  });

  test("is told of once where its host is listed for the proxy", () => {
    const listed = { ...git, "access.repository": "ssh://git@git.example.net:2222/kkp.git", "network.proxiedHosts": ["git.example.net"] };
    expect(findingsOf(proxyGitSsh, referenceAnswers(listed))[0]?.fixes[0]?.set).toEqual([{ path: "access.repository", value: "https://git.example.net/kkp.git" }]);
    expect(said(proxyUnnamedHosts, listed)).toEqual([]);
  });

  test.each<[string, Parameters<typeof referenceAnswers>[0]]>([
    ["a host of the customer's own", { ...git, "access.repository": "git@git.example.com:corp/kkp.git" }],
    ["HTTPS", { ...git, "access.repository": "https://github.com/corp/kkp.git" }],
    ["machines of engineers", { ...git, "access.bastion": false }],
    ["no proxy", { ...git, "network.places.main.internet": "direct" }],
  ])("is silent for %s", (_case, changes) => expect(said(proxyGitSsh, changes)).toEqual([]));
});

test.each(["acme.okta.com", "x.eu.auth0.com", "fra1.digitaloceanspaces.com", "acc.r2.cloudflarestorage.com", "acc.blob.core.windows.net", "lemur.cloud-iam.com"])("%s is known as a host on the internet", (host) => {
  const changes = { ...PROXY, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": host };
  expect(said(proxyNamedHosts, changes)).toEqual([`warning: ${host} is planned past the proxy`]);
});

test("where nothing that calls a host takes a proxy, no way through it is promised", () => {
  const only = { ...PROXY, "storage.further": ["platform-etcd"], "storage.store": "fra1.digitaloceanspaces.com" };
  const [finding] = findingsOf(proxyNamedHosts, referenceAnswers(only));
  expect(finding?.fixes).toEqual([]);
  expect(finding?.remedy).toContain("the proxy would serve nothing of this");
});
