import { keptAddresses } from "../../answers/chapters/kept-addresses.ts";
import { rule } from "../../kernel/rule.ts";
import { freeParts, joined, overlapOf, parseRange, type Range } from "../../values/range.ts";
import { gatewayInBlock } from "./gateway-in-block.ts";
import { poolGround } from "./pool-space.ts";
import { slotsOf, type Slot } from "./slots.ts";

/** Addresses that a cluster has one of for each user cluster. */
export type Run = "user-clusters" | "api-servers";
export const RUNS: readonly Run[] = ["user-clusters", "api-servers"];

/** The question that keeps the address of a slot, or the addresses of a run. */
export const KEPT = { entry: keptAddresses.cluster.keepEntry, "former-entry": keptAddresses.cluster.keepFormerEntry, "nodeport-proxy": keptAddresses.cluster.keepNodeportProxy } as const;
export const KEPT_RUN = { "user-clusters": keptAddresses.cluster.keepUserClusters, "api-servers": keptAddresses.cluster.keepApiServers } as const;

/** What people keep by hand and the block can give, in rising order; what it cannot give is told by a check. */
export interface Pins {
  readonly slots: ReadonlyMap<Slot, Range>;
  readonly runs: Readonly<Record<Run, readonly Range[]>>;
  /** What the customer's Gateway has of the block. */
  readonly gateway?: Range;
}

/** Addresses of a cluster's block that stay where they are. The first to ask for an address has it; none is kept twice. */
export const pinsOf = rule<Pins>({
  id: "addresses.pins",
  title: "Addresses that are kept",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const { preferred, last } = read.rule(poolGround, cluster);
    let free: readonly Range[] = joined([...preferred, ...last]);
    const take = (wish: Range): readonly Range[] => {
      const got = free.flatMap((part) => overlapOf(part, wish) ?? []);
      free = free.flatMap((part) => freeParts(part, got));
      return got;
    };
    const slots = new Map<Slot, Range>();
    const gateway = gatewayInBlock(read, cluster, { preferred, last });
    if (gateway) take(gateway);
    const asked = read.rule(slotsOf, cluster);
    // The Service of the former entry outlives the upgrade, and with it the address that the entry was to keep.
    const former = asked.includes("former-entry") ? read.optional(keptAddresses.cluster.keepFormerEntry, cluster) ?? read.optional(keptAddresses.cluster.keepEntry, cluster) : undefined;
    for (const slot of [...asked].sort((a, b) => Number(b === "former-entry") - Number(a === "former-entry"))) {
      const wish = slot === "former-entry" ? former : read.optional(KEPT[slot], cluster);
      const range = wish === undefined ? undefined : parseRange(wish);
      const [got] = range ? take(range) : [];
      if (got) slots.set(slot, got);
    }
    const runOf = (run: Run) => joined((read.optional(KEPT_RUN[run], cluster) ?? []).flatMap((text) => parseRange(text) ?? []).flatMap(take));
    return { slots, runs: { "user-clusters": runOf("user-clusters"), "api-servers": runOf("api-servers") }, ...(gateway ? { gateway } : {}) };
  },
});
