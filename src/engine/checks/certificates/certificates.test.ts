import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import type { Check } from "../../kernel/check.ts";
import { withAnswer } from "../../answers/answers.ts";
import { minimalPlans } from "../../../../tests/support/minimal-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { acmeZone } from "./acme-zone.ts";
import { hostUncovered } from "./host-uncovered.ts";
import { http01Reach } from "./http01-reach.ts";
import { rateLimits } from "./rate-limits.ts";
import { wildcardNotAsked } from "./wildcard-not-asked.ts";

const said = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const HTTP = { "certificates.issuance": "http01" };
const DNS = { "certificates.issuance": "dns01" };

test.each([acmeZone, hostUncovered, http01Reach, wildcardNotAsked])("$id has nothing to say about the reference setup", (check) => {
  expect(said(check)).toEqual([]);
});

describe("HTTP-01", () => {
  const unreachable = ["blocker: Let's Encrypt cannot reach the platform entry"];
  test("needs a public address for a private entry", () => {
    // While nobody has stated one, that is open and no fault.
    expect(said(http01Reach, HTTP)).toEqual([]);
    expect(referencePlan(HTTP).openPoints.map(({ path }) => path)).toContain("certificates.publicAddress");
    expect(said(http01Reach, { ...HTTP, "certificates.publicAddress": "10.0.0.9" })).toEqual(unreachable);
    expect(said(http01Reach, { ...HTTP, "certificates.publicAddress": "203.0.113.9" })).toEqual([]);
  });

  test("reaches a public block and a public cloud", () => {
    expect(said(http01Reach, { ...HTTP, "loadBalancer.clusters.seed.pool": "8.8.8.0/28" })).toEqual([]);
    expect(findingsOf(http01Reach, starterAnswers("proof-of-concept"))).toEqual([]);
  });

  test("needs a public address for the own entry of a Seed as well", () => {
    const changes = { ...HTTP, "certificates.publicAddress": "203.0.113.9", "loadBalancer.clusters.azure-seed.kind": "metallb-bgp", "loadBalancer.clusters.azure-seed.pool": "10.50.9.0/28" };
    const answers = Object.entries({ ...changes, "certificates.clusters.azure-seed.publicAddress": "10.50.9.1" }).reduce((so, [path, value]) => withAnswer(so, path, value), starterAnswers("vsphere-plus-azure-seed"));
    expect(findingsOf(http01Reach, answers).map(({ title, answers: named }) => [title, named.at(-1)])).toEqual([["Let's Encrypt cannot reach the entry of azure-seed", "certificates.clusters.azure-seed.publicAddress"]]);
    expect(findingsOf(http01Reach, withAnswer(answers, "certificates.clusters.azure-seed.publicAddress", "203.0.113.10"))).toEqual([]);
  });

  test("is not the only one: people on the internet need a public address as well", () => {
    const outside = { "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true };
    const [finding] = findingsOf(http01Reach, referenceAnswers({ ...outside, "dns.publicEntry": "10.9.9.9" }));
    expect(finding).toMatchObject({ severity: "blocker", title: "10.9.9.9 is no public address for people on the internet", answers: ["dns.publicEntry", "dns.outside"] });
    expect(said(http01Reach, { ...outside, "dns.publicEntry": "10.9.9.9", "dns.outside": false })).toEqual([]);
    expect(said(http01Reach, { ...outside, "dns.publicEntry": "203.0.113.9" })).toEqual([]);
    expect(said(http01Reach, outside)).toEqual([]);
  });

  test("needs public names", () => {
    expect(said(acmeZone, { ...HTTP, "dns.zone": "private" })).toEqual(["blocker: HTTP-01 needs kubermatic.example.com in public DNS"]);
    expect(said(acmeZone, { ...HTTP, "dns.zone": "split" })).toEqual([]);
  });

  test("gives no wildcard", () => {
    expect(said(wildcardNotAsked, { ...HTTP, "certificates.names": "wildcard" })).toEqual(["advice: HTTP-01 gives no wildcard certificates"]);
    for (const names of ["wildcard", "one-wildcard"]) {
      expect(said(wildcardNotAsked, { ...DNS, "certificates.names": names })).toEqual(["advice: cert-manager is asked for each host, and for no wildcard"]);
      expect(said(hostUncovered, { ...DNS, "certificates.names": names })).toEqual([]);
    }
    expect(said(wildcardNotAsked, { "certificates.names": "wildcard" })).toEqual([]);
  });
});

describe("DNS-01", () => {
  test("waits for zone and driver without a word, and for neither where the other is a fault", () => {
    const unsaid = { ...DNS, "dns.zone": undefined };
    expect(said(acmeZone, unsaid)).toEqual([]);
    expect(said(acmeZone, { ...unsaid, "dns.zone": "private" })).toEqual(["blocker: DNS-01 needs kubermatic.example.com in public DNS"]);
    expect(said(acmeZone, { ...unsaid, "dns.automation": "none" })).toEqual(["blocker: DNS-01 needs a zone that a program can change"]);
  });

  test("needs a public zone that a program can change", () => {
    expect(said(acmeZone, { ...DNS, "dns.zone": "private", "dns.automation": "none" })).toEqual([
      "blocker: DNS-01 needs kubermatic.example.com in public DNS",
      "blocker: DNS-01 needs a zone that a program can change",
    ]);
    expect(said(acmeZone, { ...DNS, "dns.zone": "public", "dns.automation": "rfc2136" })).toEqual([]);
  });
});

test("one wildcard and nothing else leaves the base domain and names of Seeds without a certificate", () => {
  const found = findingsOf(hostUncovered, referenceAnswers({ "certificates.names": "one-wildcard" }));
  expect(found.map(({ severity, title }) => `${severity}: ${title}`)).toEqual([
    "blocker: No certificate covers kubermatic.example.com",
    "blocker: No certificate covers grafana.seed.kubermatic.example.com",
    "blocker: No certificate covers alertmanager.seed.kubermatic.example.com",
  ]);
  for (const { set } of found.flatMap(({ fixes }) => fixes)) {
    expect(said(hostUncovered, Object.fromEntries(set.map(({ path, value }) => [path, value])))).toEqual([]);
  }
});

test("more certificates than Let's Encrypt issues at once come one every 202 minutes", () => {
  // 51 of 50: the last waits 202 minutes, which is less than 4 hours.
  const [finding] = findingsOf(rateLimits, minimalPlans.get("certificates.rate-limits")!);
  expect(finding?.title).toMatch(/ does not issue 51 certificates at once$/);
  expect(finding?.message).toContain("issues 50 for one registered domain, then one every 202 minutes: the last waits 4 hours for it.");
  expect(finding?.remedy).toContain("Install the last Seeds 4 hours after the others");
});
