import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parts } from "../../src/document/parts/registry.ts";
import { scopeOf } from "../../src/document/scope.ts";
import { tables } from "../../src/document/tables/registry.ts";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Every collection of the Plan, and the tables and parts of the document that show it. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  "addresses.pools": ["address-pools"],
  "addresses.assignments": ["address-assignments"],
  "addresses.ranges": ["address-ranges"],
  "addresses.dhcp": ["dhcp"],
  "addresses.workloads": ["workload-needs"],
  "dns.records": ["dns-records", "dns-recommended", "dns-offline"],
  "certificates.hosts": ["certificate-proof"],
  "certificates.requests": ["certificate-requests", "certificate-secrets"],
  "certificates.coverage": ["certificate-proof"],
  "certificates.leftOut": ["names-left-out"],
  "firewall.endpoints": ["firewall-flows"],
  "firewall.flows": ["firewall-flows"],
  "firewall.inside": ["firewall-inside"],
  "firewall.external": ["external-hosts"],
  "topology.zones": ["diagram"],
  "topology.frames": ["diagram"],
  "topology.boxes": ["connections"],
  "topology.connections": ["connections", "diagram"],
  "sizing.clusters": ["sizing-load", "sizing-arithmetic"],
  "sizing.controlPlanes": ["control-planes"],
  "sizing.workers": ["worker-machines"],
  "sizing.hosted": ["hosted-arithmetic"],
  "sizing.quotas": ["quota-arithmetic"],
  "sizing.ceilings": ["ceilings"],
  "storage.classes": ["storage-classes"],
  "storage.volumes": ["volumes"],
  "storage.backups": ["backups"],
  "storage.routines": ["backup-routines"],
  "identity.redirectUris": ["redirect-uris"],
  "identity.preparations": ["identity-preparations"],
  "monitoring.components": ["monitoring-components"],
  "monitoring.loads": ["monitoring-loads"],
  "monitoring.alerts": ["alerts"],
  accounts: ["accounts"],
  access: ["access"],
  tools: ["tools"],
  secrets: ["secrets"],
  decisions: ["decisions"],
  settings: ["settings-platform", "settings-seeds", "settings-balancers", "settings-storage", "settings-monitoring", "settings-dns", "settings-certificates", "settings-internet", "settings-login"],
  checklist: ["checklist"],
  schedule: ["schedule"],
  runbook: ["runbook"],
  findings: ["findings"],
  openPoints: ["open-points"],
  assumptions: ["assumptions"],
};

/** Head of every file, and the ground of the explanations: no rows of their own. */
const NO_COLLECTION = ["project", "cells"];

const collectionsOf = (plan: Plan): readonly string[] =>
  Object.entries(plan)
    .filter(([key]) => !NO_COLLECTION.includes(key))
    .flatMap(([key, part]) => (Array.isArray(part) ? [key] : Object.keys(part as object).map((inner) => `${key}.${inner}`)));

function without(plan: Plan, path: string): Plan {
  const [key = "", inner] = path.split(".");
  const part = plan[key as keyof Plan];
  return { ...plan, [key]: inner === undefined ? [] : { ...(part as object), [inner]: [] } };
}

const template = readFileSync("templates/documents/handover.md", "utf8");
/** Starter plans carry no finding, so that installations stand beside them. */
const named = [...goldenAnswers()].map(([name, answers]) => [name, planFrom(answers)] as const);
const plans = named.map(([, plan]) => plan);

/** Drawn from the topology by the writers; the document only says where. */
const DRAWN = ["topology.frames"];

/** What a table or part says about a plan. */
function saidBy(block: string, plan: Plan): string {
  const scope = scopeOf({ plan, planId: "0", format: 1 });
  const part = parts.get(block);
  return JSON.stringify(part ? part.build(scope, Object.fromEntries((part.choices ?? []).map((choice) => [choice, ""]))) : tables.get(block)?.build(scope));
}

describe("nothing derived is forgotten by the document", () => {
  it.each(named)("lists every collection of the Plan: %s", (_name, plan) => {
    expect(Object.keys(SHOWN).toSorted()).toEqual(collectionsOf(plan).toSorted());
  });

  it.each(Object.entries(SHOWN))("%s stands in the document", (path, blocks) => {
    for (const block of blocks) {
      expect(tables.has(block) || parts.has(block), `${block} is a table or a part`).toBe(true);
      expect(template, `the template calls ${block}`).toMatch(new RegExp(`^::(table\\{${block}\\}|${block}(\\{.*\\})?)$`, "m"));
      if (DRAWN.includes(path)) continue;
      const told = plans.some((plan) => saidBy(block, plan) !== saidBy(block, without(plan, path)));
      expect(told, `${block} says less without ${path}`).toBe(true);
    }
  });
});
