import { describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import type { Answers, Plan } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { asUpgrade } from "../support/as-upgrade.ts";
import { goldenAnswers, installationAnswers } from "../support/golden-plans.ts";
import { starterAnswers } from "../support/starter-plans.ts";
import { waitsTooEarly } from "../support/waits.ts";

type Changes = Parameters<typeof changed>[1];

/** Plans whose entries, issuers and records are combined: Seeds apart near and far, one with another kind of master, and none. */
const BASES: Readonly<Record<string, Answers>> = {
  "a Seed apart": starterAnswers("large-data-centre"),
  "a Seed apart with one interface": changed(starterAnswers("large-data-centre"), { "monitoring.seedUis": ["grafana"] }),
  "two places": installationAnswers("play-in-two-places"),
  "no Seed apart": starterAnswers("reference-setup"),
};

/** Entries of these plans are private: where the internet looks their names up as well, the zone needs two views. */
const ISSUERS: Readonly<Record<string, Changes>> = {
  "HTTP-01": { "certificates.issuance": "http01", "dns.zone": "split" },
  "DNS-01": { "certificates.issuance": "dns01", "dns.zone": "public" },
  "a root of its own": { "certificates.issuance": "self-signed", "dns.zone": "public" },
  "a CA": { "certificates.issuance": "ca", "dns.zone": "public" },
};

const ZONE = { "dns.automation": "route53", "dns.zoneName": "example.com" };
const RECORDS: Readonly<Record<string, Changes>> = { "external-dns": { ...ZONE, "dns.externalDns": true }, "records by hand": { ...ZONE, "dns.externalDns": false } };

const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public", "loadBalancer.gatewayAddress": "10.99.40.9" };
const ENTRIES: Readonly<Record<string, Changes>> = {
  NGINX: { "project.release": "2.29", "loadBalancer.entry": "standard" },
  "Gateway API as an option": { "project.release": "2.30", "loadBalancer.entry": "gateway" },
  "Envoy Gateway": { "project.release": "2.31", "loadBalancer.entry": "standard" },
  "a Gateway of their own": { "project.release": "2.31", ...OWN },
};

const before = (release: unknown) => ({ "2.29": "2.28", "2.30": "2.29", "2.31": "2.30" })[String(release)];

/** The same plan as an upgrade, where its release has one before it. */
const upgraded = (answers: Answers, from: string): Answers => asUpgrade(answers, { "project.upgradeFrom": from, "project.oldestKubernetes": "1.33" });

const combined: readonly (readonly [string, Answers])[] = Object.entries(BASES).flatMap(([base, answers]) =>
  Object.entries(ENTRIES).flatMap(([entry, first]) =>
    Object.entries(ISSUERS).flatMap(([issuer, second]) => Object.entries(RECORDS).map(([records, third]) => [`${base}, ${entry}, ${issuer}, ${records}`, changed(answers, { ...first, ...second, ...third })] as const)),
  ),
);

const plans: readonly (readonly [string, Plan])[] = [...goldenAnswers(), ...combined].flatMap(([name, answers]) => {
  const from = before(answers.given["project.release"]);
  return [[name, planFrom(answers)] as const, ...(from === undefined ? [] : [[`${name}, as an upgrade`, planFrom(upgraded(answers, from))] as const])];
});

describe("no step waits for what a later step makes", () => {
  test.each(plans)("%s", (_name, plan) => {
    expect(waitsTooEarly(plan)).toEqual([]);
  });
});

/** Whether a proof looks a name of the platform up that nobody can have entered by then. */
const looksUp = (plan: Plan, proof: string): boolean => {
  const late = new Set(plan.dns.records.filter(({ target }) => target.kind !== "known").map(({ name }) => name));
  return /`dig`/.test(proof) || [...proof.matchAll(/`dig (?:\+short )?([\w.-]+)`/g)].some(([, host = ""]) => late.has(host));
};

describe("nothing is looked up before the installation that it has yet to write", () => {
  test.each(plans.filter(([name]) => !name.endsWith("as an upgrade")))("%s", (_name, plan) => {
    const early = plan.checklist.filter(({ id, verify }) => !id.startsWith("todo.records") && looksUp(plan, verify)).map(({ id }) => id);
    const trials = plan.runbook.filter(({ id, text }) => id.startsWith("step.network-trial") && looksUp(plan, text)).map(({ id }) => id);
    expect([...early, ...trials]).toEqual([]);
  });
});

test.each(plans)("%s: each item of the checklist comes after those that it waits for", (_name, { checklist }) => {
  const at = new Map(checklist.map(({ id }, place) => [id, place]));
  expect(checklist.flatMap(({ id, dependsOn }, place) => dependsOn.filter((other) => (at.get(other) ?? -1) > place).map((other) => `${id} before ${other}`))).toEqual([]);
});
