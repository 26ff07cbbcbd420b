import { openFor, type Open } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { joined, type Range } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import { lengthOf } from "./kept-runs.ts";
import { RUNS, type Run } from "./pins.ts";
import { poolGround } from "./pool-space.ts";
import { RUN_ADDRESSES } from "./runs.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Service that has an address of a run, one in the namespace of each user cluster. */
export const RUN_SERVICE: Readonly<Record<Run, string>> = { "user-clusters": "front-loadbalancer", "api-servers": "apiserver-external" };

/** A pool that alone serves Services of user clusters. */
export interface RunPool {
  /** The first of its runs. */
  readonly name: Run;
  readonly runs: readonly Run[];
  /** Its addresses; undefined where the block has too few, or none of IPv4, and while an upgrade waits for what is held. */
  readonly ranges: readonly Range[] | undefined;
  /** The answer that they wait for. */
  readonly waits?: Open;
}

const recordOf = (read: Reader, cluster: string): LoadBalancerKind => balancerOf(read, cluster);

/** Pools of a cluster's block for Services that ask for no address: one for each run, or one for all where nothing tells them apart. */
export const runPools = rule<readonly RunPool[]>({
  id: "addresses.run-pools",
  title: "Pools of user clusters in the block",
  per: "cluster",
  sources: ["metallb.pools", "cilium.lb-ipam", "kkp.code.front-loadbalancer"],
  derive: (read, cluster) => {
    const { runPools: cut, title } = recordOf(read, cluster);
    if (cut === undefined) return read.notApplicable(`${title} cuts no pools out of a block of ${clusterName(read, cluster)}.`);
    const { block } = read.rule(poolGround, cluster);
    const own = RUNS.filter((run) => lengthOf(read, cluster, run) > 0);
    const [first] = own;
    if (first === undefined) return read.notApplicable(`No user cluster takes an address of the block of ${clusterName(read, cluster)}.`);
    const pools = own.map((run) => {
      if (block.family === 6) return { run, ranges: undefined };
      const outcome = read.outcome(RUN_ADDRESSES[run], cluster);
      return outcome.kind === "waiting" ? { run, ranges: undefined, waits: openFor(outcome) } : { run, ranges: read.rule(RUN_ADDRESSES[run], cluster) };
    });
    if (cut.byService) return pools.map(({ run, ...rest }) => ({ name: run, runs: [run], ...rest }));
    const waits = pools.flatMap((pool) => pool.waits ?? [])[0];
    return [{ name: first, runs: own, ranges: together(pools.map(({ ranges }) => ranges)), ...(waits === undefined ? {} : { waits }) }];
  },
});

/** All ranges; undefined as soon as one is. */
function together(all: readonly (readonly Range[] | undefined)[]): readonly Range[] | undefined {
  const there = all.filter((ranges) => ranges !== undefined);
  return there.length === all.length ? joined(there.flat()) : undefined;
}
