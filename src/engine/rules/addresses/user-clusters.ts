import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatBlock, formatRange, freeParts, joined, takeHighest, takeLowest, totalSize, type Range } from "../../values/range.ts";
import { clusterName, exposeStrategy, userClustersOf } from "../basics/platform.ts";
import { poolSpace, type PoolSpace } from "./pool-space.ts";
import { fromAnother, singleAddresses } from "./slots.ts";

/** One address for each user cluster of a Seed, with the LoadBalancer strategy only. */
export const userClusterAddresses = rule<AddressAssignment>({
  id: "addresses.user-clusters",
  title: "Virtual addresses of user clusters",
  per: "cluster",
  sources: ["kkp.code.front-loadbalancer", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    const strategy = read.rule(exposeStrategy);
    if (strategy !== "LoadBalancer") return read.notApplicable(`With ${strategy}, user clusters of ${name} share the address of its nodeport-proxy.`);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${name} runs no control planes of user clusters.`);
    const count = read.rule(userClustersOf, cluster);
    if (count === 0) return read.notApplicable(`No user cluster of ${name} is planned.`);
    const space = read.optionalRule(poolSpace, cluster);
    const held = addressesFor(read, cluster, count, space);
    const tooFew = space !== undefined && held.address.kind !== "known";
    return {
      id: `address.user-clusters[${cluster}]`,
      purpose: "user-clusters",
      title: count === 1 ? `User cluster of ${name}` : `${count} user clusters of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...held,
      count,
      service: { namespace: "cluster-<id>", name: "front-loadbalancer" },
      from: read.cell,
      why: `With LoadBalancer, every user cluster of ${name} has an address of its own; ${
        tooFew ? `${formatBlock(space.block)} has no ${count} beside those of ${name} itself.` : "they are taken from the top of the block, so more clusters move none of the others."
      }`,
    };
  },
});

function addressesFor(read: Reader, cluster: string, count: number, space: PoolSpace | undefined): Pick<AddressAssignment, "address" | "pool"> {
  if (!space) return { address: { kind: "later", who: providerOf(read.answer(infrastructure.cluster.provider, cluster)).title } };
  const pool = `address.pool[${cluster}]`;
  const run = topOf(space, read.rule(singleAddresses, cluster), count);
  if (!run || space.block.family === 6) return { address: fromAnother(space), pool };
  return { address: known(run.map(formatRange).join(", ")), pool };
}

/** The highest free addresses of a block that its single addresses leave, first and last of the block when needed; undefined when they are too few. */
export function topOf(space: Pick<PoolSpace, "block" | "preferred" | "last">, singles: number, count: number): readonly Range[] | undefined {
  const taken = takeLowest([...space.preferred, ...space.last], BigInt(singles));
  const left = (parts: readonly Range[]) => parts.flatMap((part) => freeParts(part, taken));
  const run = takeHighest(left(space.preferred), BigInt(count));
  const rest = takeHighest(left(space.last), BigInt(count) - totalSize(run));
  return totalSize(run) + totalSize(rest) < BigInt(count) ? undefined : joined([...run, ...rest]);
}
