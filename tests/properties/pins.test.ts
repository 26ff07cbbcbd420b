import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressPins, planner, withAnswer, withSubject, type Answers, type AnswerValue, type Plan } from "../../src/engine/index.ts";
import { contains, joined, parseRange, type Range } from "../../src/engine/values/range.ts";
import { drawnRound, everyPlan } from "./drawn-plans.ts";

/** Addresses that the plan took from blocks, by row. */
const held = (plan: Plan): ReadonlyMap<string, readonly Range[]> =>
  new Map(plan.addresses.assignments.flatMap(({ id, address, pool }) => (pool !== undefined && address.kind === "known" ? [[id, address.value.split(", ").flatMap((text) => parseRange(text) ?? [])]] : [])));

const textOf = (plan: Plan) => JSON.stringify([...held(plan)].map(([id, ranges]) => [id, ranges.map(({ first, last }) => `${first}-${last}`)]));

const pinned = (answers: Answers, plan: Plan): Answers => addressPins(answers, plan).reduce((so, { path, value }) => withAnswer(so, path, value), answers);

/** Something that comes to a platform without taking anything away from it or moving into its blocks. */
const addition = fc.oneof(
  fc.record({ what: fc.constant("datacenter" as const), at: fc.nat(), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ what: fc.constant("cluster" as const), at: fc.nat(), count: fc.constant(0) }),
  fc.record({ what: fc.constant("user-clusters" as const), at: fc.nat(), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ what: fc.constant("interfaces" as const), at: fc.nat(), count: fc.constant(0) }),
  fc.record({ what: fc.constant("rename" as const), at: fc.nat(), count: fc.constant(0) }),
);

function add(answers: Answers, { what, at, count }: { readonly what: string; readonly at: number; readonly count: number }): Answers {
  const give = (so: Answers, given: Readonly<Record<string, AnswerValue | undefined>>) => Object.entries(given).reduce((now, [path, value]) => (value === undefined ? now : withAnswer(now, path, value)), so);
  const pick = (list: readonly string[]) => list[at % Math.max(1, list.length)];
  const { cluster: clusters, datacenter: datacenters, place: places } = answers.subjects;
  const id = `added-${clusters.length + datacenters.length}`;
  if (what === "rename") return withAnswer(answers, "project.domain", "renamed.example.org");
  if (what === "interfaces") return give(answers, { "monitoring.userClusterMla": true, "monitoring.seedUis": ["grafana"] });
  if (what === "cluster") {
    return give(withSubject(answers, "cluster", id), {
      [`infrastructure.clusters.${id}.role`]: "seed", [`infrastructure.clusters.${id}.name`]: id, [`infrastructure.clusters.${id}.place`]: pick(places),
      [`infrastructure.clusters.${id}.provider`]: "azure", [`infrastructure.clusters.${id}.provisioning`]: "existing", [`loadBalancer.clusters.${id}.kind`]: "cloud",
    });
  }
  if (what === "datacenter") {
    return give(withSubject(answers, "datacenter", id), {
      [`infrastructure.datacenters.${id}.seed`]: pick(clusters), [`infrastructure.datacenters.${id}.place`]: pick(places), [`infrastructure.datacenters.${id}.provider`]: "azure",
      [`infrastructure.datacenters.${id}.smallClusters`]: count, [`infrastructure.datacenters.${id}.nodesPerCluster`]: 3,
      // Asked where user clusters differ in size; whoever has an address waits for their number.
      [`infrastructure.datacenters.${id}.mediumClusters`]: 0, [`infrastructure.datacenters.${id}.largeClusters`]: 0,
      [`loadBalancer.datacenters.${id}.exposeStrategy`]: "LoadBalancer", [`loadBalancer.datacenters.${id}.apiLoadBalancer`]: true,
    });
  }
  const datacenter = pick(datacenters);
  const path = `infrastructure.datacenters.${datacenter}.smallClusters`;
  const before = answers.given[path];
  return datacenter === undefined || typeof before !== "number" ? answers : withAnswer(answers, path, before + count);
}

/** Pools of some plans are switched to addresses for each user cluster, so that runs happen. */
const balanced = (answers: Answers, on: boolean): Answers => (on ? withAnswer(answers, "loadBalancer.exposeStrategy", "LoadBalancer") : answers);

test("keeping what is offered changes no address, and then nothing more is offered", () => {
  for (const on of [false, true]) {
    everyPlan((_plan, base) => {
      const derive = planner();
      const answers = balanced(base, on);
      const plan = derive(answers);
      const kept = pinned(answers, plan);
      const after = derive(kept);
      expect(textOf(after)).toBe(textOf(plan));
      expect(addressPins(kept, after)).toEqual([]);
    }, drawnRound(on ? 2 : 3));
  }
});

test("what is kept stays with whoever has it, whatever comes to the platform", () => {
  // One round and a half: few drawn plans give addresses to many.
  const DRAWN = [...drawnRound(0), ...drawnRound(1).slice(0, drawnRound(1).length >> 1)];
  let kept = 0;
  const comes = fc.sample(fc.tuple(fc.boolean(), fc.array(addition, { minLength: 1, maxLength: 6 })), { numRuns: DRAWN.length, seed: 20_261_201 });
  everyPlan((_plan, base, _walk, at) => {
    const derive = planner();
    const [on, additions] = comes[at] ?? [false, []];
    const first = balanced(base, on);
    const answers = pinned(first, derive(first));
    const before = held(derive(answers));
    const grown = derive(additions.reduce(add, answers));
    const after = held(grown);
    for (const [id, ranges] of before) {
      const now = after.get(id);
      // A run that no longer fits is a blocker, and has no address at all.
      if (now === undefined && (id.includes("user-clusters") || id.includes("api-servers"))) continue;
      // So is an address that the appliance can no longer be asked for.
      if (now === undefined && grown.findings.some(({ check, id: finding }) => check === "addresses.kept-misplaced" && finding.includes("nodeport-proxy"))) continue;
      kept += 1;
      for (const range of ranges) expect(joined(now ?? []).some((one) => contains(one, range)), id).toBe(true);
    }
  }, DRAWN);
  expect(kept).toBeGreaterThan(50);
});
