import { describe, expect, test } from "vitest";
import { checks, findQuestion, givenAt, isAsked, planner, withAnswer, type Flow, type Plan, type Value } from "../../src/engine/index.ts";
import { parseAddress } from "../../src/engine/values/address.ts";
import { overlapOf, parseRange, single, type Range } from "../../src/engine/values/range.ts";
import { closedByNames } from "../support/allow-list.ts";
import { rowsByPart } from "../support/plan-rows.ts";
import { aims, metIn } from "../support/aims.ts";
import { ringsOf, usedTooEarly } from "../support/used-items.ts";
import { drawnPlans, drawnRound, everyPlan, ROUNDS } from "./drawn-plans.ts";

/** Whether a DNS wildcard record could answer for a host: any number of labels below it (RFC 4592). */
const answersFor = (record: string, host: string): boolean => record.startsWith("*.") && host.endsWith(record.slice(1));

const textOf = (value: Value<string>): string | undefined => (value.kind === "known" ? value.value : undefined);

describe("the drawn plans", () => {
  test.each(Array.from({ length: ROUNDS }, (_round, at) => [at + 1, drawnRound(at)] as const))("of round %i ask every question and make every choice", (_round, plans) => {
    const met = new Set(plans.flatMap(({ answers }) => [...metIn(answers)]));
    expect(aims.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
  });

  test("are reported by nearly every check", () => {
    const reported = new Set(drawnPlans().flatMap(({ plan }) => plan.findings.map(({ check }) => check)));
    expect(reported.size / checks.length).toBeGreaterThan(0.95);
  });
});

describe("for any answers", () => {
  test("no check breaks", () => everyPlan(({ findings }) => expect(findings.filter(({ id }) => id.endsWith("could-not-run")).map(({ message }) => message)).toEqual([])));

  test("every open point belongs to a question that is asked, or says after what it is", () =>
    everyPlan(({ openPoints }, answers) => {
      for (const { path, question: id, subject, meanwhile } of openPoints) {
        const question = findQuestion(id);
        if (question) expect(isAsked(question, answers, subject) || meanwhile !== undefined, path).toBe(true);
      }
    }));

  test("no address of a block lies in a range that DHCP of the place hands out", () =>
    everyPlan((plan, answers) => {
      for (const { id, place, pool, address } of plan.addresses.assignments) {
        const held = pool === undefined ? undefined : rangeOf(textOf(address));
        if (!held) continue;
        const leased = [
          givenAt(answers, `network.places.${place}.dhcp`),
          ...answers.subjects.datacenter
            .filter((datacenter) => givenAt(answers, `infrastructure.datacenters.${datacenter}.place`) === place)
            .map((datacenter) => givenAt(answers, `network.datacenters.${datacenter}.workerDhcp`)),
        ];
        for (const lease of leased) {
          const range = typeof lease === "string" ? parseRange(lease) : undefined;
          // A block that lies wholly inside a DHCP range has nothing else to give; that is a blocker of its own.
          if (range && overlapOf(range, held)) expect(plan.findings.some(({ severity, message }) => severity === "blocker" && message.includes(String(lease))), `${id} in ${String(lease)}`).toBe(true);
        }
      }
    }));

  test("every name of the platform in a certificate, a redirect URI or a setting has a record", () =>
    everyPlan((plan, answers) => {
      const domain = textOf(plan.project.domain);
      // Names wait with what their records wait for, and without a master nothing serves them: the plan says both.
      const waits = [...plan.cells.values()].some(({ rule, state }) => rule.startsWith("dns.") && state === "waiting");
      if (domain === undefined || waits || plan.findings.some(({ check }) => check === "platform.one-master")) return;
      const records = plan.dns.records.map(({ name }) => name);
      const served = (host: string): boolean => records.some((name) => name === host || answersFor(name, host));
      const names = [
        ...plan.certificates.hosts.map(({ name }) => name),
        ...plan.certificates.requests.flatMap((request) => request.names.filter((name) => !name.startsWith("*."))),
        ...plan.certificates.requests.flatMap(({ secrets }) => secrets.flatMap(({ covers }) => covers)),
        ...plan.identity.redirectUris.map(({ uri }) => new URL(uri).hostname),
        ...plan.settings.flatMap(({ value }) => [...(textOf(value) ?? "").matchAll(/https:\/\/([a-z0-9.-]+)/g)].flatMap(([, host]) => host ?? [])),
      ];
      // What an answer names, as the issuer of a Seed, is a server of the customer and has its record already.
      const stated = new Set(Object.values(answers.given));
      for (const name of new Set(names)) if (!stated.has(name) && (name === domain || name.endsWith(`.${domain}`))) expect(served(name), name).toBe(true);
    }));

  test("a host that a row leads to is opened for the source of that row", () =>
    everyPlan((plan, answers) => {
      const places = new Map(plan.firewall.endpoints.map(({ id, place }) => [id, place]));
      const lockedUp = ({ source }: Flow) => givenAt(answers, `network.places.${places.get(source)}.internet`) === "offline";
      expect(closedByNames(plan, (row) => !lockedUp(row))).toEqual([]);
      // Who must reach a host on the internet from a place without one is a blocker of its own; no list opens the way.
      if (closedByNames(plan).length > 0) expect(plan.findings.some(({ check, severity }) => check.startsWith("internet.offline-") && severity === "blocker")).toBe(true);
    }));

  test("whatever a row points at is part of the plan", () =>
    everyPlan(({ addresses, cells, certificates, dns, firewall, checklist, schedule, topology }) => {
      const ends = new Set(firewall.endpoints.map(({ id }) => id));
      const pools = new Set(addresses.pools.map(({ id }) => id));
      const assigned = new Set(addresses.assignments.map(({ id }) => id));
      const requests = new Set(certificates.requests.map(({ id }) => id));
      const items = new Set(checklist.map(({ id }) => id));
      const connections = new Set(topology.connections.map(({ number }) => number));
      for (const { id, source, destination, connection } of firewall.flows) {
        expect(ends.has(source) && ends.has(destination), id).toBe(true);
        // Messages of routers have no line.
        if (connection === undefined) expect(id).toMatch(/^flow\.path-errors\[/);
        else expect(connections, id).toContain(connection);
      }
      for (const { id, source } of firewall.external) expect(ends.has(source), `${id} from ${source}`).toBe(true);
      for (const { id, pool } of addresses.assignments) if (pool !== undefined && cells.get(pool.replace("address.pool", "addresses.pool"))?.state !== "waiting") expect(pools, id).toContain(pool);
      for (const { id, leadsTo, target } of dns.records) if (leadsTo !== undefined && target.kind !== "open") expect(assigned, id).toContain(leadsTo);
      for (const { id, coveredBy } of certificates.coverage) if (coveredBy !== undefined) expect(requests, id).toContain(coveredBy);
      for (const { id, dependsOn, shownWith } of checklist) for (const before of [...dependsOn, ...shownWith]) expect(items.has(before), `${id} after ${before}`).toBe(true);
      for (const { id, chain } of schedule) for (const item of chain) expect(items.has(item), `${id} over ${item}`).toBe(true);
    }));

  test("what a proof takes in hand is there before, and no item waits for itself", () =>
    everyPlan((plan) => {
      expect(usedTooEarly(plan)).toEqual([]);
      expect(ringsOf(plan)).toEqual([]);
    }));

  test("fixes set answers that their questions accept, and take away what is answered", () =>
    everyPlan(({ findings }, answers) => {
      for (const { id, fixes } of findings) {
        for (const path of fixes.flatMap(({ takeAway = [] }) => takeAway)) expect(givenAt(answers, path), `${id} takes ${path} away`).toBeDefined();
        for (const { path, value } of fixes.flatMap(({ set }) => set)) {
          const [chapter = "", group = "", , key = ""] = path.split(".");
          const question = findQuestion(path) ?? findQuestion(`${chapter}.${group}.${key}`);
          expect(question?.schema.safeParse(value).success, `${id} sets ${path} to ${String(value)}`).toBe(true);
        }
      }
    }));
});

/** Figures of a plan that count what user clusters need, by the row they stand in. */
function needsOf(plan: Plan): ReadonlyMap<string, number> {
  return new Map([
    ...plan.addresses.pools.map(({ id, needed }) => [`${id} needed`, needed] as const),
    ...plan.addresses.assignments.map(({ id, count }) => [`${id} count`, count] as const),
    ...plan.addresses.dhcp.map(({ id, leases }) => [`${id} leases`, leases] as const),
    ...plan.addresses.workloads.map(({ id, atLeast }) => [`${id} at least`, atLeast] as const),
    ...plan.sizing.clusters.flatMap(({ id, cpu, memory, pods, workers }) => [[`${id} cpu`, cpu], [`${id} memory`, memory], [`${id} pods`, pods], [`${id} workers`, workers]] as const),
    ...plan.sizing.controlPlanes.flatMap(({ id, machines, cpu, memory, disk }) => [[`${id} machines`, machines], [`${id} cpu`, cpu], [`${id} memory`, memory], [`${id} disk`, disk]] as const),
    ...plan.sizing.workers.flatMap(({ id, machines, cpu, memory, disk }) => [[`${id} machines`, machines], [`${id} cpu`, cpu], [`${id} memory`, memory], [`${id} disk`, disk]] as const),
    ...plan.sizing.ceilings.map(({ id, used }) => [`${id} used`, used] as const),
    ...plan.storage.classes.map(({ id, capacity }) => [`${id} capacity`, capacity] as const),
    ...plan.storage.volumes.map(({ id, total }) => [`${id} total`, total] as const),
    ...plan.storage.backups.map(({ id, needed }) => [`${id} needed`, needed] as const),
    ...plan.monitoring.loads.flatMap(({ id, series, memory, cpu, storage }) => [[`${id} series`, series], [`${id} memory`, memory], [`${id} cpu`, cpu], [`${id} storage`, storage]] as const),
  ]);
}

test("more user clusters never need less", () =>
  everyPlan((plan, answers) => {
    const before = needsOf(plan);
    const cells = new Map([...rowsByPart(plan).values()].flat().map(({ id, from }) => [id, from]));
    const derive = planner();
    for (const datacenter of answers.subjects.datacenter) {
      for (const [key, more] of [["smallClusters", 1], ["smallClusters", 37], ["mediumClusters", 5], ["largeClusters", 3]] as const) {
        const path = `infrastructure.datacenters.${datacenter}.${key}`;
        const now = givenAt(answers, path);
        if (typeof now !== "number" || now + more > 100_000) continue;
        const later = derive(withAnswer(answers, path, now + more));
        const after = needsOf(later);
        // With more user clusters a part of the load that is still open may decide: the figure waits then, and the plan says for what.
        const waits = (row: string): boolean => !after.has(row) && later.cells.get(cells.get(row.split(" ")[0] ?? "") ?? "")?.state === "waiting";
        for (const [row, need] of before) if (!waits(row)) expect(after.get(row) ?? -1, `${row} with ${more} more ${key} in ${datacenter}`).toBeGreaterThanOrEqual(need);
      }
    }
  }, [...drawnRound(0), ...drawnRound(1)]));

/** Address or run of addresses of an assignment; undefined while it is not known. */
function rangeOf(text: string | undefined): Range | undefined {
  if (text === undefined) return undefined;
  const address = parseAddress(text);
  return address ? single(address) : parseRange(text);
}
