import { fronts } from "../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { KEPT, slotAddresses, slotsOf, type Slot } from "../../rules/addresses/slots.ts";
import { departs } from "../../rules/basics/exposure.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatBlock, formatRange, overlapOf, parseRange, type Range } from "../../values/range.ts";

const WORDS = { entry: "the platform entry", "former-entry": "the former entry", "nodeport-proxy": "the nodeport-proxy" } as const;

const named = (slot: Slot, range: Range | undefined): string => (range ? `${WORDS[slot]} (${formatRange(range)})` : WORDS[slot]);

/** Addresses that are to be kept and cannot be given. */
export const keptMisplaced = check({
  id: "addresses.kept-misplaced",
  title: "Addresses that are kept can be given",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    if (!departs(read, "kept")) return;
    const { block, excluded } = read.rule(poolSpace, cluster);
    const given = read.rule(slotAddresses, cluster);
    for (const slot of read.rule(slotsOf, cluster)) {
      const wish = read.optional(KEPT[slot], cluster);
      const range = wish === undefined ? undefined : parseRange(wish);
      const got = given.get(slot);
      if (!range || (got && got.first === range.first)) continue;
      const taken = excluded.find((one) => overlapOf(one.range, range));
      const reason = taken ? `it is taken: ${taken.why}` : overlapOf(block, range) ? "another address of the same cluster is kept there" : `it lies outside ${formatBlock(block)}`;
      report({
        key: slot,
        title: `${wish ?? ""} cannot be kept for ${WORDS[slot]} of ${clusterName(read, cluster)}`,
        message: `The plan gives ${got ? formatRange(got) : "no address"} instead, because ${reason}.`,
        remedy: "Keep a free address of the block, or take the answer away.",
        answers: [read.path(KEPT[slot], cluster), read.path(loadBalancer.cluster.pool, cluster)],
      });
    }
  },
});

/** Addresses beside kept ones that may still move. */
export const notKept = check({
  id: "addresses.not-kept",
  title: "All single addresses are kept once some are",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    if (!departs(read, "kept")) return;
    const given = read.rule(slotAddresses, cluster);
    const open = read.rule(slotsOf, cluster).filter((slot) => read.optional(KEPT[slot], cluster) === undefined);
    if (open.length === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `Some addresses of ${name} may still move`,
      message: `In the block, ${open.map((slot) => named(slot, given.get(slot))).join(", ")} of ${name} ${open.length === 1 ? "takes" : "take"} the lowest free address, which changes with what is kept or excluded.`,
      remedy: "Keep these addresses too once they are handed to other teams.",
      fixes: open.flatMap((slot) => {
        const range = given.get(slot);
        return range ? [{ title: `Keep ${formatRange(range)} for ${WORDS[slot]}`, set: [{ path: read.path(KEPT[slot], cluster), value: formatRange(range) }] }] : [];
      }),
      answers: [...open.map((slot) => read.path(KEPT[slot], cluster)), read.path(fronts.plan.departures)],
    });
  },
});
