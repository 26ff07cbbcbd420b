import { expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { commonName } from "../certificates/common-name.ts";
import { rateLimits } from "../certificates/rate-limits.ts";
import { selfMadeRoot } from "../certificates/self-made-root.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { offlineIssuer } from "../internet/offline-issuer.ts";
import { offlineZone } from "../internet/offline-zone.ts";
import { http01NodePorts } from "../certificates/http01-node-ports.ts";
import { offlineKubelb } from "../internet/offline-kubelb.ts";
import { apexCname } from "./apex-cname.ts";
import { hostTaken } from "./host-taken.ts";
import { domainOutsideZone } from "./domain-outside-zone.ts";
import { externalWildcardShared } from "./external-wildcard-shared.ts";
import { innerViewUnserved } from "./inner-view-unserved.ts";
import { oneKeyTwoViews } from "./one-key-two-views.ts";
import { oneViewOnly } from "./one-view-only.ts";
import { privateInPublic } from "./private-in-public.ts";
import { viewsApart } from "./views-apart.ts";
import { publicAddressTwice } from "../certificates/public-address-twice.ts";
import { wildcardCatchesChallenge } from "./wildcard-catches-challenge.ts";

const said = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const OFFLINE = { "network.places.main.internet": "offline" };
const by = (issuance: string): Changes => ({ "certificates.issuance": issuance });

/** Applies each fix and expects silence. */
function healed(check: Check, changes: Changes): void {
  const answers = referenceAnswers(changes);
  const fixes = findingsOf(check, answers).flatMap((finding) => finding.fixes);
  expect(fixes.length).toBeGreaterThan(0);
  for (const { title, set } of fixes) expect(findingsOf(check, changed(answers, Object.fromEntries(set.map(({ path, value }) => [path, value])))), title).toEqual([]);
}

test.each([commonName, http01NodePorts, offlineKubelb, rateLimits, selfMadeRoot, solverWebhook, offlineIssuer, offlineZone, apexCname, domainOutsideZone, hostTaken, externalWildcardShared, innerViewUnserved, oneViewOnly, viewsApart, publicAddressTwice, wildcardCatchesChallenge])(
  "$id has nothing to say about the reference setup",
  (check) => expect(said(check)).toEqual([]),
);

test.each<[string, Changes, string]>([
  ["the Git repository", { "access.repository": "git@kubermatic.example.com:platform/kkp.git" }, "kubermatic.example.com cannot be both “Git repository” and the platform"],
  ["Vault", { "access.vaultAddress": "grafana.kubermatic.example.com" }, "grafana.kubermatic.example.com cannot be both “Address of Vault” and the platform"],
  ["vCenter", { "infrastructure.places.main.vsphereServer": "kubermatic.example.com" }, "kubermatic.example.com cannot be both “Address of vCenter” and the platform"],
  ["a bastion", { "access.places.main.bastionAddress": "Kubermatic.example.com" }, "Kubermatic.example.com cannot be both “Address of the bastion” and the platform"],
])("%s takes no name of the platform", (_name, changes, title) => expect(said(hostTaken, changes)).toEqual([`blocker: ${title}`]));

test("a private entry with a public address needs two views, which a fix gives it", () => {
  const HTTP = { ...by("http01"), "certificates.publicAddress": "203.0.113.80" };
  expect(said(viewsApart, { ...HTTP, "dns.zone": "public" })).toEqual(["blocker: kubermatic.example.com cannot be inside and on the internet with one view"]);
  healed(viewsApart, { ...HTTP, "dns.zone": "public" });
  expect(said(viewsApart, { ...HTTP, "dns.zone": "split" })).toEqual([]);
  const cloud = changed(starterAnswers("aws-single-region"), { "certificates.issuance": "http01", "dns.zone": "public", "certificates.publicAddress": "203.0.113.10", "loadBalancer.clusters.kubermatic.cloudReach": "internal" });
  const [finding] = findingsOf(viewsApart, cloud);
  expect(finding?.fixes[0]).toEqual({ title: "Give load balancers of kubermatic public addresses", set: [{ path: "loadBalancer.clusters.kubermatic.cloudReach", value: "public" }] });
  expect(finding?.answers).toContain("loadBalancer.clusters.kubermatic.cloudReach");
  expect(findingsOf(viewsApart, changed(cloud, { "loadBalancer.clusters.kubermatic.cloudReach": "public" }))).toEqual([]);
  expect(said(publicAddressTwice, { ...HTTP, "dns.zone": "split" })).toEqual([]);
});

test("Let's Encrypt cannot be reached without internet", () => {
  expect(said(offlineIssuer, { ...OFFLINE, ...by("http01") })).toEqual(["blocker: Let's Encrypt cannot be reached without internet"]);
  healed(offlineIssuer, { ...OFFLINE, ...by("dns01") });
  expect(said(offlineIssuer, { ...OFFLINE, ...by("ca") })).toEqual([]);
});

test("a hosted zone cannot be changed without internet", () => {
  const changes = { ...OFFLINE, ...by("acme-dns01"), "dns.automation": "route53" };
  expect(said(offlineZone, changes)).toEqual(["blocker: Amazon Route 53 cannot be changed without internet"]);
  healed(offlineZone, changes);
});

test("a self-made root is for trials", () => {
  healed(selfMadeRoot, by("self-signed"));
  expect(said(selfMadeRoot, { ...by("self-signed"), "project.purpose": "proof-of-concept" })).toEqual([]);
});

test("64 characters are the most of a common name", () => {
  const domain = (length: number) => `${"a".repeat(40)}.${"b".repeat(length - 45)}.com`;
  expect(domain(64)).toHaveLength(64);
  expect(said(commonName, { "project.domain": domain(64) })).toEqual([]);
  expect(said(commonName, { "project.domain": domain(65) })).toHaveLength(1);
});

test("webhooks are named, built-in solvers are not", () => {
  expect(said(solverWebhook, { ...by("dns01"), "dns.automation": "powerdns" })).toEqual(["advice: cert-manager needs a webhook for PowerDNS"]);
  expect(said(solverWebhook, { ...by("dns01"), "dns.automation": "route53" })).toEqual([]);
});

test("more than 50 certificates are not issued at once", () => {
  const seeds = Array.from({ length: 40 }, (_, at) => `seed-${at}`);
  const grown = (count: number) =>
    seeds.slice(0, count).reduce((answers, id) => {
      const next = { ...answers, subjects: { ...answers.subjects, cluster: [...answers.subjects.cluster, id] } };
      return changed(next, { [`infrastructure.clusters.${id}.role`]: "seed", [`infrastructure.clusters.${id}.name`]: id, [`infrastructure.clusters.${id}.place`]: "main" });
    }, referenceAnswers(by("dns01")));
  // Seven Secrets on the master and two on each Seed: 7 + 2 × 21 = 49, and 51 with one more.
  expect(findingsOf(rateLimits, grown(21))).toEqual([]);
  expect(findingsOf(rateLimits, grown(22)).map(({ title }) => title)).toEqual(["Let's Encrypt does not issue 51 certificates at once"]);
  // 7 + 2 × 40 = 87: 37 of them wait 202 minutes each, 125 hours in all.
  expect(findingsOf(rateLimits, grown(40))[0]?.message).toContain("the last waits 6 days for it");
  expect(findingsOf(rateLimits, changed(grown(40), { "infrastructure.clusters.seed-0.name": undefined })).map(({ title }) => title)[0]).toMatch(/^Let's Encrypt does not issue at least \d+ certificates/);
});

test("the zone must hold the base domain", () => {
  healed(domainOutsideZone, { "dns.zoneName": "other.org" });
  expect(said(domainOutsideZone, { "dns.zoneName": "example.com" })).toEqual([]);
});

test("one key at one server changes one of two views", () => {
  const both = { "dns.automation": "bind", "dns.externalDns": true, "certificates.issuance": "dns01", "dns.zone": "split", "dns.updateServer": "ns1.example.com", "dns.updateKey": "kkp", "dns.recordsServer": "ns1.example.com", "dns.recordsKey": "kkp" };
  expect(said(oneKeyTwoViews, both)).toHaveLength(1);
  for (const other of [{ "dns.recordsKey": "kkp-records" }, { "dns.recordsServer": "ns2.example.com" }, { "dns.zone": "private" }, { "certificates.issuance": "acme-dns01" }, { "dns.externalDns": false }, { "dns.recordsKey": undefined }]) expect(said(oneKeyTwoViews, { ...both, ...other })).toEqual([]);
});

test("one PowerDNS has one zone of a name", () => {
  const both = { "dns.automation": "powerdns", "dns.externalDns": true, "certificates.issuance": "dns01", "dns.zone": "split", "dns.powerdnsHost": "pdns.example.com", "dns.powerdnsRecordsHost": "pdns.example.com" };
  expect(said(oneKeyTwoViews, both)).toEqual(["blocker: One server cannot change both views of the zone"]);
  expect(said(oneKeyTwoViews, { ...both, "dns.powerdnsRecordsHost": "pdns-inside.example.com" })).toEqual([]);
});

test("one external-dns fills one view", () => {
  const changes = { "dns.automation": "bind", "dns.externalDns": true };
  expect(said(oneViewOnly, { ...changes, "dns.zone": "split" })).toHaveLength(1);
  expect(said(oneViewOnly, { ...changes, "dns.zone": "private" })).toEqual([]);
  const remedy = (outside: boolean) => findingsOf(oneViewOnly, referenceAnswers({ ...changes, "dns.zone": "split", "dns.outside": outside, "dns.publicEntry": "203.0.113.10" }))[0]?.remedy;
  expect(remedy(true)).toMatch(/^Enter the records of the outer view by hand, and give the account /);
  expect(remedy(false)).toBe("Give the account of external-dns rights on the inner one only.");
});

test.each(["cloudflare", "digitalocean"])("%s serves public zones, so it fills no inner one", (automation) => {
  const changes = { "dns.automation": automation, "dns.externalDns": true };
  for (const zone of ["private", "split"]) {
    expect(said(innerViewUnserved, { ...changes, "dns.zone": zone })).toHaveLength(1);
    expect(said(oneViewOnly, { ...changes, "dns.zone": zone })).toEqual([]);
    healed(innerViewUnserved, { ...changes, "dns.zone": zone });
  }
  expect(said(innerViewUnserved, { ...changes, "dns.zone": "public" })).toEqual([]);
  expect(said(innerViewUnserved, { ...changes, "dns.automation": "route53", "dns.zone": "split" })).toEqual([]);
});

test("the annotation of the wildcard is copied to user clusters with addresses of their own", () => {
  const changes = {
    "dns.automation": "bind",
    "dns.externalDns": true,
    "loadBalancer.departures": ["datacenters"],
    "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "NodePort",
    "loadBalancer.datacenters.azure-weu.exposeStrategy": "LoadBalancer",
  };
  const found = findingsOf(externalWildcardShared, changed(starterAnswers("vsphere-plus-azure"), changes));
  expect(found.map(({ severity, subject }) => `${severity} ${subject}`)).toEqual(["advice seed"]);
});

test("a base domain at the top of its zone cannot be a CNAME", () => {
  const top = { "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", "dns.zoneName": "kubermatic.example.com" };
  expect(said(apexCname, { ...top, "dns.automation": "bind" })).toEqual(["blocker: kubermatic.example.com cannot be a CNAME"]);
  expect(said(apexCname, { ...top, "dns.automation": "cloudflare" })).toEqual([]);
});

test("a wildcard CNAME answers for challenges", () => {
  const wild = { ...by("dns01"), "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", "dns.platformNames": "wildcard", "dns.automation": "route53", "dns.zoneName": "example.com" };
  healed(wildcardCatchesChallenge, wild);
});

test("HTTP-01 cannot come to ports of nodes", () => {
  const nodes = { "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.pool": undefined };
  expect(said(http01NodePorts, { ...by("acme-http01"), ...nodes })).toEqual(["blocker: Nothing on seed answers on TCP 80"]);
  healed(http01NodePorts, { ...by("http01"), ...nodes });
  expect(said(http01NodePorts, { ...by("http01"), ...nodes, "loadBalancer.clusters.seed.nodeFront": "10.20.0.21", "certificates.publicAddress": "203.0.113.9" })).toEqual([]);
  const split = { ...by("http01"), ...nodes, "dns.zone": "split", "loadBalancer.clusters.seed.nodeFront": "10.20.0.200", "certificates.publicAddress": "203.0.113.9" };
  expect(said(http01NodePorts, split)).toEqual(["blocker: cert-manager finds nothing on TCP 80 of 10.20.0.200"]);
  healed(http01NodePorts, split);
  expect(said(http01NodePorts, { ...split, "loadBalancer.clusters.seed.nodeFrontPorts": "usual" })).toEqual([]);
});

test("KubeLB comes offline with the Enterprise Edition only", () => {
  const hub = { ...OFFLINE, "project.edition": "CE", "loadBalancer.clusters.seed.kind": "kubelb" };
  expect(said(offlineKubelb, hub)).toEqual(["blocker: KubeLB has no bundle for places without internet in CE"]);
  healed(offlineKubelb, hub);
});

test("private addresses in a public zone are seen by everybody, and by some resolvers by nobody", () => {
  const OPEN: Changes = { "dns.zone": "public" };
  // Seven records that the reference setup needs lead into 10.20.0.0/16; that of the Kubernetes API is recommended alone.
  expect(said(privateInPublic, OPEN)).toEqual(["advice: The public zone shows private addresses of kubermatic.example.com"]);
  expect(findingsOf(privateInPublic, referenceAnswers(OPEN))[0]?.message).toMatch(/^7 records of the platform, kubermatic\.example\.com first, lead to private addresses\. /);
  healed(privateInPublic, OPEN);
  // Let's Encrypt looks for the names, so the zone cannot go inside.
  const [found] = findingsOf(privateInPublic, referenceAnswers({ ...OPEN, ...by("dns01") }));
  expect(found?.remedy).toContain("split the zone, since Let's Encrypt has to find it");
  expect(found?.fixes).toEqual([]);
  for (const zone of ["private", "split"]) expect(said(privateInPublic, { "dns.zone": zone })).toEqual([]);
  // With HTTP-01 beside a public address the names have to lead to two addresses, which is a blocker already.
  expect(said(privateInPublic, { ...OPEN, ...by("http01"), "certificates.publicAddress": "203.0.113.9" })).toEqual([]);
});
