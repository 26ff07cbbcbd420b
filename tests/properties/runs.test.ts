import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withSubject } from "../../src/engine/index.ts";
import { RUN_ADDRESSES } from "../../src/engine/rules/addresses/runs.ts";
import { RUNS } from "../../src/engine/rules/addresses/pins.ts";
import { changed, referenceAnswers, valueOf, type Changes } from "../../src/engine/testing/reference.ts";
import { contains, overlapOf, totalSize, type Range } from "../../src/engine/values/range.ts";

interface Counts {
  readonly both: number;
  readonly users: number;
  readonly apis: number;
}

const BASE: Changes = { "loadBalancer.clusters.seed.kind": "cilium-bgp", "loadBalancer.clusters.seed.cni": "cilium", "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.departures": ["api", "datacenters"] };
const datacenter = (id: string, count: number, strategy: string, api: boolean): Changes => ({
  [`infrastructure.datacenters.${id}.seed`]: "seed",
  [`infrastructure.datacenters.${id}.smallClusters`]: count,
  [`loadBalancer.datacenters.${id}.exposeStrategy`]: strategy,
  [`loadBalancer.datacenters.${id}.apiLoadBalancer`]: api,
});

/** A Seed with so many user clusters that have an address for themselves and their API server, one for themselves, or one for their API server. */
function runsOf(block: string, { both, users, apis }: Counts): readonly (readonly Range[] | undefined)[] {
  const answers = changed(withSubject(withSubject(referenceAnswers(BASE), "datacenter", "users"), "datacenter", "apis"), {
    "loadBalancer.clusters.seed.pool": block,
    ...datacenter("fra-vsphere", both, "LoadBalancer", true),
    ...datacenter("users", users, "LoadBalancer", false),
    ...datacenter("apis", apis, "NodePort", true),
  });
  return RUNS.map((run) => valueOf(RUN_ADDRESSES[run], answers, "seed"));
}

const counts = (least: number) => fc.record({ both: fc.integer({ min: least, max: 12 }), users: fc.integer({ min: 0, max: 12 }), apis: fc.integer({ min: 0, max: 12 }) });

test("more user clusters: each run keeps what it has, and has nothing that the other one had", () => {
  let fitting = 0;
  fc.assert(
    fc.property(fc.constantFrom("10.20.30.0/26", "10.20.30.32/27", "10.20.30.16/28"), counts(1), counts(0), (block, now, more) => {
      const before = runsOf(block, now);
      const after = runsOf(block, { both: now.both + more.both, users: now.users + more.users, apis: now.apis + more.apis });
      if (after.some((run) => run === undefined)) return;
      fitting += 1;
      before.forEach((had, at) => {
        const has = after[at] ?? [];
        const others = after[1 - at] ?? [];
        expect(totalSize(has)).toBe(BigInt(at === 0 ? now.both + more.both + now.users + more.users : now.both + more.both + now.apis + more.apis));
        for (const range of had ?? []) {
          expect(has.some((one) => contains(one, range))).toBe(true);
          expect(others.some((one) => overlapOf(one, range))).toBe(false);
        }
      });
    }),
    { numRuns: 400, seed: 20_261_127 },
  );
  expect(fitting).toBeGreaterThan(100);
});
