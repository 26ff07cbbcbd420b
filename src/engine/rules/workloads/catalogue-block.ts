import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, formatRange, parseBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { leftOutOfBlock } from "./left-out.ts";
import { segmentOf } from "./segment.ts";
import { workloadSupplier } from "./supplier.ts";

/** A block of which tenants enter their part in MetalLB of the application catalogue. */
export interface CatalogueBlock {
  readonly block: string;
  /** Network of the workers, of the block's family; empty where it has none. */
  readonly segment: string;
  /** Addresses of the block that somebody has, or that no machine can answer for. */
  readonly leftOut: readonly string[];
}

/** That block of a datacenter, and whether it lies in the workers' own segment; does not apply where something else gives workloads their addresses. */
export function catalogueBlock(read: Reader, datacenter: string): CatalogueBlock & { readonly inSegment: boolean } {
  if (!read.rule(workloadSupplier, datacenter).catalogue) return read.notApplicable("No MetalLB of the application catalogue gives these workloads their addresses.");
  const block = read.answer(loadBalancer.datacenter.workloadBlock, datacenter);
  const inner = parseBlock(block);
  const segment = segmentOf(read, datacenter, inner?.family ?? 4);
  const outer = parseBlock(segment);
  const leftOut = read.rule(leftOutOfBlock, datacenter).map(({ range }) => formatRange(range));
  return { block, segment, leftOut, inSegment: !inner || !outer || contains(outer, inner) };
}

/** The part of a block that one tenant enters, in words: `10.0.0.0/24`, and what it leaves out. */
export function tenantsPart({ block, leftOut }: CatalogueBlock, before = "the tenant's part of", after = ""): string {
  return `${before} ${block}${after === "" ? "" : ` ${after}`}${leftOut.length === 0 ? "" : `, without ${listed(leftOut)}`}`;
}
