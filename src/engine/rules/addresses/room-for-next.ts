import { rule } from "../../kernel/rule.ts";
import { prefixFor, type Block } from "../../values/range.ts";
import { userClustersOf } from "../basics/platform.ts";
import { addressTakers, poolOf } from "./pool.ts";
import { poolSpace } from "./pool-space.ts";

/** What one user cluster more takes of a block that is full without it. */
export interface RoomForNext {
  /** Addresses that it takes. */
  readonly takes: number;
  /** Prefix length at which a block in place of the stated one holds them. */
  readonly prefix: number;
}

/** Prefix length of a block in place of a full one: a block of the same size would be full as well, since what is left out of it is counted in. */
export const prefixOfLarger = ({ prefix, family }: Block, needed: number): number => Math.min(prefix - 1, prefixFor(BigInt(needed), family));

/** Room that one user cluster more would want of a block which holds what is planned and nothing beyond. */
export const roomForNext = rule<RoomForNext>({
  id: "addresses.room-for-next",
  title: "Room for one user cluster more",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    const { block, usable, needed, maxUserClusters } = read.rule(poolOf, cluster);
    if (maxUserClusters === "unlimited") return read.notApplicable(`User clusters take no address of ${block}.`);
    if (needed > usable) return read.notApplicable(`${block} is too small for what is planned already.`);
    if (maxUserClusters > read.rule(userClustersOf, cluster)) return read.notApplicable(`${block} has room for more user clusters.`);
    const { own, balanced } = read.rule(addressTakers, cluster);
    const takes = (own ? 1 : 0) + (balanced > 0 ? 1 : 0);
    const whole = read.rule(poolSpace, cluster).block;
    return { takes, prefix: prefixOfLarger(whole, needed + takes) };
  },
});
