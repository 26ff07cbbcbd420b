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
  pods: fc.constantFrom("172.25.0.0/16", "10.20.0.0/16", "10.240.0.0/12", "192.168.0.0/17"),
  pool: fc.constantFrom("10.20.30.0/28", "10.20.0.208/28", "10.20.0.32/30", "172.25.4.0/29", "192.168.0.0/29"),
  workloads: fc.constantFrom("10.20.0.224/29", "10.20.31.0/30", "10.20.0.64/28", "10.240.16.0/28"),
  other: fc.constantFrom("10.20.30.8/29", "172.25.8.0/24", "10.100.0.0/16", "10.20.0.224/27"),
  used: fc.constantFrom("10.20.30.17", "10.20.0.20", "172.26.4.4"),
  strategy: fc.constantFrom("NodePort", "LoadBalancer"),
});

function colliding(base: Answers, { pods, pool, workloads, other, used, strategy }: Readonly<Record<"pods" | "pool" | "workloads" | "other" | "used" | "strategy", string>>): Answers {
  const given: Readonly<Record<string, AnswerValue>> = {
    "network.userClusterPods": pods,
    "loadBalancer.exposeStrategy": strategy,
    ...Object.fromEntries(base.subjects.cluster.map((id) => [`loadBalancer.clusters.${id}.pool`, pool])),
    ...Object.fromEntries(base.subjects.datacenter.map((id) => [`loadBalancer.datacenters.${id}.workloadBlock`, workloads])),
    ...Object.fromEntries(base.subjects.place.flatMap((id): [string, AnswerValue][] => [[`network.places.${id}.otherNetworks`, [{ name: "Plant", block: other }]], [`network.places.${id}.usedAddresses`, [used]]])),
  };
  return Object.entries(given).reduce((so, [path, value]) => withAnswer(so, path, value), base);
}

test("every proposed block heals its finding and meets nothing that the plan knows of", () => {
  let proposals = 0;
  const draws = fc.sample(collisions, { numRuns: drawnRound(3).length, seed: 20_261_203 });
  everyPlan((_plan, base, _walk, at) => {
    const derive = planner();
    const answers = colliding(base, draws[at] as (typeof draws)[number]);
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
