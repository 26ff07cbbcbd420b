import { describe, expect, test } from "vitest";
import { planFrom, type Answers, type DnsRecord, type Plan } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

type Changes = Parameters<typeof changed>[1];

/** Ways in which a zone is served and filled. */
const ZONES: readonly (readonly [string, Changes])[] = [
  ["as it is", {}],
  ["two views by people", { "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.10", "dns.externalDns": false }],
  ["two views, one by external-dns", { "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.10", "dns.automation": "bind", "dns.externalDns": true }],
  ["one view by external-dns", { "dns.zone": "public", "dns.automation": "bind", "dns.externalDns": true }],
];

const installing = (answers: Answers): Answers => changed(answers, { "project.upgradeFrom": "none" });

const plans: readonly (readonly [string, Plan])[] = [...goldenAnswers()].flatMap(([name, answers]) => ZONES.map(([how, changes]) => [`${name}, ${how}`, planFrom(installing(changed(answers, changes)))] as const));

const required = ({ dns }: Plan): readonly DnsRecord[] => dns.records.filter(({ need }) => need === "required");
const isIn = ({ views }: DnsRecord, ...wanted: readonly string[]) => views.kind === "known" && wanted.includes(views.value);

/** Names that steps ask for from inside. */
const asked = (plan: Plan): ReadonlySet<string> => new Set(plan.runbook.flatMap(({ id, commands }) => (/^step\.(?:platform|seed|interface)-names/.test(id) ? commands : [])).flatMap((line) => (line.startsWith("dig ") ? [line.split(" ").at(-1) ?? ""] : [])));

describe.each(plans)("%s: records", (_name, plan) => {
  const rows = required(plan).filter(({ type, target }) => !(type === "CNAME" && target.kind === "later" && target.who === "acme-dns"));

  test("each that machines inside find is asked for by a step, and no other", () => {
    const inside = rows.filter((row) => !isIn(row, "outer")).map(({ name }) => name.replace("*", "test"));
    expect([...asked(plan)].toSorted()).toEqual([...new Set(inside)].toSorted());
  });

  test("each that the outer view carries is entered there by a step", () => {
    const texts = plan.runbook.map(({ text }) => text).filter((text) => text.includes("outer"));
    const unsaid = rows.filter((row) => isIn(row, "outer", "both") && !texts.some((text) => text.slice(text.indexOf("outer")).includes(row.name)));
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  test("items count each view that somebody fills, and what external-dns writes, once", () => {
    const counts = plan.checklist.flatMap(({ id, title }) => (/^todo\.records(?:-by-hand)?$/.test(id) ? [Number(/^\d+/.exec(title)?.[0])] : []));
    const twice = required(plan).filter((row) => row.by !== undefined && isIn(row, "both"));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(required(plan).length + twice.length);
  });
});

test("both views, each by another hand, are in some plan", () => {
  expect(plans.some(([, plan]) => required(plan).some((row) => row.by !== undefined && isIn(row, "both")))).toBe(true);
  expect(plans.some(([, plan]) => required(plan).some((row) => isIn(row, "outer")))).toBe(true);
});
