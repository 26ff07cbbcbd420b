import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planner, withAnswer, type Answers, type AnswerValue, type Plan } from "../../src/engine/index.ts";
import { contains, overlapOf, parseAny, parseBlock, type Range } from "../../src/engine/values/range.ts";
import { drawnRound, everyPlan } from "./drawn-plans.ts";

const CHECKS = ["addresses.ranges-overlap", "addresses.pool-too-small", "addresses.pool-overlaps-dhcp", "addresses.pool-outside-node-network", "workloads.block-too-small", "workloads.shares-exhausted", "balancers.kubelb-block-too-small"];

/** Fixes that set one block. */
const blocksOf = ({ fixes }: Plan["findings"][number]) => fixes.flatMap(({ set: [first, ...more] }) => {
  const block = first && more.length === 0 && typeof first.value === "string" ? parseBlock(first.value) : undefined;
  return first && block ? [{ path: first.path, text: String(first.value), block }] : [];
});

/** Blocks that are small, lie in leases, in each other and in networks of the site, so that ranges meet on purpose. */
const collisions = fc.record({
  pods: fc.constantFrom("172.25.0.0/16", "10.20.0.0/16", "10.240.0.0/12", "192.168.0.0/17", "10.20.0.0/20"),
  platformPods: fc.constantFrom("172.25.0.0/16", "10.20.0.0/16", "10.244.0.0/16", "192.168.0.0/17", "10.244.0.0/23"),
  services: fc.constantFrom("172.25.0.0/16", "10.240.16.0/20", "10.20.0.0/24"),
  pool: fc.constantFrom("10.20.30.0/28", "10.20.0.208/28", "10.20.0.32/30", "172.25.4.0/29", "192.168.0.0/29"),
  workloads: fc.constantFrom("10.20.0.224/29", "10.20.31.0/30", "10.20.0.64/28", "10.240.16.0/28", "10.20.30.0/28"),
  workers: fc.constantFrom("10.20.0.0/24", "10.20.30.0/24", "10.99.0.0/24", "172.25.4.0/24"),
  hub: fc.constantFrom("10.20.30.0/29", "10.20.31.0/30"),
  other: fc.constantFrom("10.20.30.8/29", "172.25.8.0/24", "10.100.0.0/16", "10.20.0.224/27"),
  users: fc.constantFrom("10.20.40.0/24", "10.21.0.0/24", "172.26.0.0/24", "10.245.3.0/24"),
  used: fc.constantFrom("10.20.30.17", "10.20.0.20", "172.26.4.4"),
  strategy: fc.constantFrom("NodePort", "LoadBalancer"),
});
type Collision = typeof collisions extends fc.Arbitrary<infer T> ? T : never;

function colliding(base: Answers, { pods, platformPods, services, pool, workloads, workers, hub, other, users, used, strategy }: Collision): Answers {
  const given: Readonly<Record<string, AnswerValue>> = {
    "network.userClusterPods": pods,
    "network.userClusterServices": services,
    "network.platformPods": platformPods,
    "kubelbHub.kubelbBlock": hub,
    "access.userNetworks": [users],
    "loadBalancer.exposeStrategy": strategy,
    ...Object.fromEntries(base.subjects.cluster.map((id) => [`loadBalancer.clusters.${id}.pool`, pool])),
    ...Object.fromEntries(base.subjects.datacenter.flatMap((id) => [[`loadBalancer.datacenters.${id}.workloadBlock`, workloads], [`network.datacenters.${id}.workerNetwork`, workers]])),
    ...Object.fromEntries(base.subjects.place.flatMap((id): [string, AnswerValue][] => [[`network.places.${id}.otherNetworks`, [{ name: "Plant", block: other }]], [`network.places.${id}.usedAddresses`, [used]]])),
  };
  return Object.entries(given).reduce((so, [path, value]) => withAnswer(so, path, value), base);
}

test("every proposed block heals its finding and meets nothing that the plan knows of", () => {
  let proposals = 0;
  const draws = fc.sample(collisions, { numRuns: drawnRound(3).length, seed: 20_261_203 });
  everyPlan((_plan, base, _walk, at) => {
    const derive = planner();
    const answers = colliding(base, draws[at] as Collision);
    const plan = derive(answers);
    for (const finding of plan.findings.filter(({ check }) => CHECKS.includes(check))) {
      for (const { path, text, block } of blocksOf(finding)) {
        proposals += 1;
        const after = derive(withAnswer(answers, path, text));
        expect(after.findings.map(({ id }) => id), `${finding.id} with ${text}`).not.toContain(finding.id);
        const home = (range: Range) => contains(range, block);
        for (const range of plan.addresses.ranges.filter((one) => one.path !== path)) {
          const other = parseAny(range.text);
          // Networks that a block may lie in are told from those it may not meet by the range checks themselves.
          if (!other || home(other)) continue;
          expect(overlapOf(other, block), `${text} and ${range.title} (${range.text})`).toBeUndefined();
        }
        for (const used of answers.subjects.place.flatMap((place) => answers.given[`network.places.${place}.usedAddresses`] ?? []) as readonly string[]) {
          const other = parseAny(used);
          expect(other && overlapOf(other, block), `${text} and ${used}`).toBeUndefined();
        }
      }
    }
  }, drawnRound(3));
  expect(proposals).toBeGreaterThan(60);
});

/** Findings of ranges that share addresses with something. */
const MEETINGS = new Set(["addresses.ranges-overlap", "addresses.reserved-ranges", "addresses.pool-overlaps-dhcp"]);
const meetingsOf = ({ findings }: Plan) => findings.filter(({ check }) => MEETINGS.has(check)).map(({ id }) => id);

/** Steps after which nobody would go on. */
const PATIENCE = 40;

test("each answer is offered one block, no block is offered twice, and whoever takes them, alone, together or one after another, comes to an end", () => {
  let proposals = 0;
  const draws = fc.sample(collisions, { numRuns: drawnRound(1).length, seed: 20_261_128 });
  everyPlan((_plan, base, _walk, at) => {
    const derive = planner();
    const answers = colliding(base, draws[at] as Collision);
    const plan = derive(answers);
    const known = new Set(meetingsOf(plan));
    const all = plan.findings.flatMap((finding) => blocksOf(finding).map((one) => ({ ...one, finding: finding.id })));
    const byPath = new Map(all.map(({ path, text }) => [path, text]));
    proposals += byPath.size;
    expect(all.filter(({ path, text }) => byPath.get(path) !== text), "another block for the same answer").toEqual([]);
    const blocks = [...byPath.values()].flatMap((text) => parseBlock(text) ?? []);
    expect(blocks.flatMap((one, index) => blocks.slice(index + 1).filter((other) => overlapOf(one, other))), "blocks that meet each other").toEqual([]);

    const heals = (paths: readonly string[]) => {
      const after = derive(paths.reduce((so, path) => withAnswer(so, path, byPath.get(path)), answers));
      const ids = new Set(after.findings.map(({ id }) => id));
      expect(all.filter(({ path, finding }) => paths.includes(path) && ids.has(finding)), `findings that stay with ${paths.join(", ")}`).toEqual([]);
      expect(meetingsOf(after).filter((id) => !known.has(id)), `ranges that meet with ${paths.join(", ")}`).toEqual([]);
    };
    for (const path of byPath.keys()) heals([path]);
    if (byPath.size > 1) heals([...byPath.keys()]);

    let [so, steps] = [answers, 0];
    for (let next: ReturnType<typeof blocksOf>[number] | undefined = all.at(-1); next !== undefined; next = derive(so).findings.flatMap(blocksOf).at(-1)) {
      so = withAnswer(so, next.path, next.text);
      steps += 1;
      expect(steps, `${next.path} goes round in a circle`).toBeLessThan(PATIENCE);
    }
  }, drawnRound(1));
  expect(proposals).toBeGreaterThan(60);
});
