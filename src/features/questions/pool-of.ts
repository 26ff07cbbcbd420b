import type { AddressPool, Plan } from "../../engine/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";

/** The pool of virtual addresses that a question's answer defines, if it does. */
export function poolOf(plan: Plan, { path, subject }: Asked): AddressPool | undefined {
  const range = plan.addresses.ranges.find((candidate) => candidate.path === path && candidate.kind === "pool");
  return range && plan.addresses.pools.find((pool) => pool.cluster === subject && pool.block === range.text);
}
