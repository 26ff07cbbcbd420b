import { families } from "../../answers/chapters/families.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule } from "../../kernel/rule.ts";
import { formatAddress } from "../../values/address.ts";
import { formatBlock, formatRange, networkOf, parseBlock, sizeOf, totalSize, type Block, type Range } from "../../values/range.ts";
import { workloadSupplier } from "./supplier.ts";
import { allOf, clustersIn } from "../basics/platform.ts";
import { leftOutOfBlock } from "./left-out.ts";

/** An address pool that KKP cuts into shares, one for each user cluster of a datacenter. */
export interface IpamPool {
  readonly name: string;
  readonly block: Block;
  readonly type: "range" | "prefix";
  /** Addresses in one share. */
  readonly share: number;
  /** What the pool must leave out: addresses and ranges of runs, whole shares that are blocks. */
  readonly excluded: readonly string[];
  /** Addresses for which it is left out: those that no machine can answer for, and those that somebody has. */
  readonly unusable: readonly string[];
  readonly taken: readonly string[];
  /** User clusters that get a share. */
  readonly capacity: number;
  readonly userClusters: number;
}

/** Addresses of one share: of a run by its number, of a block by its prefix. */
export const shareOfPool = rule<number>({
  id: "workloads.share-of-pool",
  title: "Addresses for each user cluster",
  per: "datacenter",
  sources: ["kkp.ipam"],
  derive: (read, datacenter) => {
    if (!read.rule(workloadSupplier, datacenter).shares) return read.notApplicable("KKP cuts no block for user clusters of this datacenter.");
    if (read.answer(workloadAddresses.datacenter.poolType, datacenter) === "range") return read.answer(workloadAddresses.datacenter.poolShare, datacenter);
    read.need([loadBalancer.datacenter.workloadBlock, datacenter], [workloadAddresses.datacenter.poolPrefix, datacenter]);
    const bits = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter))?.family === 6 ? 128 : 32;
    return 2 ** Math.max(0, bits - read.answer(workloadAddresses.datacenter.poolPrefix, datacenter));
  },
});

/** The pool of a datacenter whose user clusters run MetalLB from the addon. */
export const ipamPool = rule<IpamPool>({
  id: "workloads.ipam-pool",
  title: "Address pool of the datacenter",
  per: "datacenter",
  sources: ["kkp.ipam"],
  derive: (read, datacenter) => {
    if (!read.rule(workloadSupplier, datacenter).shares) return read.notApplicable("KKP cuts no block for user clusters of this datacenter.");
    read.need([loadBalancer.datacenter.workloadBlock, datacenter], [workloadAddresses.datacenter.poolType, datacenter]);
    const type = read.answer(workloadAddresses.datacenter.poolType, datacenter);
    const block = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter));
    if (!block) throw new Error("An accepted block must be readable");
    const share = read.rule(shareOfPool, datacenter);
    const leftOut = read.rule(leftOutOfBlock, datacenter);
    const unusable = leftOut.flatMap((one) => (one.unusable ? [formatRange(one.range)] : []));
    const taken = leftOut.flatMap((one) => (one.unusable ? [] : [formatRange(one.range)]));
    const excluded = type === "range" ? [...unusable, ...taken] : sharesAt(leftOut.map(({ range }) => range), read.answer(workloadAddresses.datacenter.poolPrefix, datacenter));
    const shares = BigInt(Math.max(1, share));
    const capacity = type === "range" ? (sizeOf(block) - totalSize(leftOut.map(({ range }) => range))) / shares : sizeOf(block) / shares - BigInt(excluded.length);
    return {
      name: read.answer(families.plan.ipFamily) === "dual" ? `metallb-ipv${block.family}` : "metallb",
      block,
      type,
      share,
      excluded,
      unusable,
      taken,
      capacity: Number(capacity < BigInt(Number.MAX_SAFE_INTEGER) ? capacity : BigInt(Number.MAX_SAFE_INTEGER)),
      userClusters: allOf(read.rule(clustersIn, datacenter)),
    };
  },
});

/** Whole blocks of a length in which any of the ranges lies, each once. */
function sharesAt(ranges: readonly Range[], prefix: number): readonly string[] {
  const found = new Map<bigint, string>();
  for (const { family, first, last } of ranges) {
    let number = first;
    while (number <= last) {
      const block = networkOf(`${formatAddress({ family, number })}/${prefix}`);
      if (!block) break;
      found.set(block.first, formatBlock(block));
      number = block.last + 1n;
    }
  }
  return [...found.values()];
}
