import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFrom, withAnswer, type Answers, type Plan } from "../../src/engine/index.ts";
import { someAnswers } from "../support/arbitrary-answers.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/** Words, provenance and numbering follow the values; the law is about the values. */
const WORDS = new Set(["why", "from", "title", "subtitle", "text", "commands", "reason", "message", "remedy", "purpose", "consequence", "verify", "connection", "part", "number", "order", "lines", "arithmetic", "waiting", "blockedBy", "dependsOn", "detail", "when", "where"]);

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

const PARTS: Readonly<Record<string, (plan: Plan) => readonly unknown[]>> = {
  pools: ({ addresses }) => addresses.pools,
  assignments: ({ addresses }) => addresses.assignments,
  dhcp: ({ addresses }) => addresses.dhcp,
  workloads: ({ addresses }) => addresses.workloads,
  records: ({ dns }) => dns.records,
  hosts: ({ certificates }) => certificates.hosts,
  requests: ({ certificates }) => certificates.requests,
  flows: ({ firewall }) => firewall.flows,
  endpoints: ({ firewall }) => firewall.endpoints,
  external: ({ firewall }) => firewall.external,
  sizing: ({ sizing }) => sizing.clusters,
  ceilings: ({ sizing }) => sizing.ceilings,
  classes: ({ storage }) => storage.classes,
  backups: ({ storage }) => storage.backups,
  redirectUris: ({ identity }) => identity.redirectUris,
  accounts: (plan) => plan.accounts,
};

/** Whether a value became another *known* value; turning open, later or absent is allowed. */
function becameAnother(before: unknown, after: unknown): boolean {
  if (after === undefined || isHole(after) || (isLater(after) && !isLater(before))) return false;
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) return before !== after;
  if (Array.isArray(before) || Array.isArray(after)) {
    const left = before as readonly unknown[];
    return (after as readonly unknown[]).some((item) => !isHole(item) && (!isLater(item) || left.some(isLater)) && !left.some((other) => !becameAnother(other, item)));
  }
  return Object.keys(after).some((key) => !WORDS.has(key) && becameAnother((before as Row)[key], (after as Row)[key]));
}

/** A value that somebody hands out later; one that turns into it is no longer known. */
const isLater = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value && value.kind === "later";

const isHole = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value && value.kind === "open";

/** Whether a value says itself that it waits for the answer: a new row with it is no silent change. */
const opensFor = (value: unknown, path: string): boolean => typeof value === "object" && value !== null && "kind" in value && "question" in value && value.kind === "open" && value.question === path;

function violations(answers: Answers, path: string): readonly string[] {
  const before = planFrom(answers);
  const after = planFrom(withAnswer(answers, path, undefined));
  const named = new Set([...after.findings.flatMap(({ answers: paths }) => paths), ...after.assumptions.map((assumption) => assumption.path)]);
  if (named.has(path)) return [];
  return Object.entries(PARTS).flatMap(([part, rowsOf]) => {
    const old = new Map((rowsOf(before) as readonly Row[]).map((row) => [row.id, row]));
    return (rowsOf(after) as readonly Row[])
      .filter((row) => !Object.values(row).some((value) => opensFor(value, path)) && becameAnother(old.get(row.id), row))
      .map((row) => `${part} ${row.id} without ${path}: ${JSON.stringify(old.get(row.id))} became ${JSON.stringify(row)}`);
  });
}

describe("an answer taken away never turns another value into a different known one in silence", () => {
  test.each(starterNames)("%s", (name) => {
    const answers = starterAnswers(name);
    expect(Object.keys(answers.given).flatMap((path) => violations(answers, path))).toEqual([]);
  });

  test("generated plans", () => {
    fc.assert(
      fc.property(someAnswers(8), fc.nat(), (answers, at) => {
        const paths = Object.keys(answers.given);
        const path = paths[at % paths.length];
        if (path !== undefined) expect(violations(answers, path)).toEqual([]);
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});
