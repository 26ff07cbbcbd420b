import { check } from "../../kernel/check.ts";
import { lengthOf } from "../../rules/addresses/kept-runs.ts";
import { KEPT, KEPT_RUN, pinsOf, RUNS } from "../../rules/addresses/pins.ts";
import { RUN_ADDRESSES } from "../../rules/addresses/runs.ts";
import { runningSlots } from "../../rules/addresses/running-services.ts";
import { slotAddresses } from "../../rules/addresses/slot-addresses.ts";
import { slotsOf, type Slot } from "../../rules/addresses/slots.ts";
import { departs } from "../../rules/basics/exposure.ts";
import { clusterName, installedRelease } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { formatRange, freeParts, parseRange, type Range } from "../../values/range.ts";
import { WORDS } from "./kept-words.ts";

const named = (slot: Slot, range: Range | undefined): string => (range ? `${WORDS[slot]} (${formatRange(range)})` : WORDS[slot]);
const spoken = (ranges: readonly Range[]): string => ranges.map(formatRange).join(", ");

/** Addresses beside kept ones that may still move. */
export const notKept = check({
  id: "addresses.not-kept",
  title: "All addresses are kept once some are",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const pins = read.rule(pinsOf, cluster);
    const given = read.rule(slotAddresses, cluster);
    const running = read.rule(runningSlots, cluster);
    const upgrade = read.outcome(installedRelease).kind === "known";
    // One that lies outside the block shows as well that addresses are to stay.
    const wished = pins.slots.size > 0 || read.rule(slotsOf, cluster).some((slot) => read.optional(KEPT[slot], cluster) !== undefined);
    // On an upgrade, what running Services hold is told of them, and shows no wish.
    if (!departs(read, "kept") && (upgrade || (!wished && RUNS.every((run) => pins.runs[run].length === 0)))) return;
    // Of an address that was asked for and cannot be given, a check of its own speaks.
    const open = read.rule(slotsOf, cluster).filter((slot) => !pins.slots.has(slot) && read.optional(KEPT[slot], cluster) === undefined && (!upgrade || (given.has(slot) && !running.includes(slot))));
    const runs = RUNS.flatMap((run) => {
      if ((read.optional(KEPT_RUN[run], cluster) ?? []).flatMap((text) => parseRange(text) ?? []).some((range) => freeParts(range, pins.runs[run]).length > 0)) return [];
      // A run whose length nobody knows yet keeps no single address from being told.
      const outcome = read.outcome(RUN_ADDRESSES[run], cluster);
      const held = outcome.kind === "known" && lengthOf(read, cluster, run) > 0 ? outcome.value : undefined;
      const moving = held?.flatMap((part) => freeParts(part, pins.runs[run])) ?? [];
      return held && moving.length > 0 ? [{ run, held, moving }] : [];
    });
    const several = open.length + runs.length;
    if (several === 0) return;
    const name = clusterName(read, cluster);
    const who = [...open.map((slot) => named(slot, given.get(slot))), ...runs.map(({ run, moving }) => `${WORDS[run]} (${spoken(moving)})`)];
    const fixes = [
      ...open.flatMap((slot) => {
        const range = given.get(slot);
        return range ? [{ what: `${formatRange(range)} for ${WORDS[slot]}`, path: read.path(KEPT[slot], cluster), value: formatRange(range) }] : [];
      }),
      ...runs.map(({ run, held }) => ({ what: `${spoken(held)} for ${WORDS[run]}`, path: read.path(KEPT_RUN[run], cluster), value: held.map(formatRange) })),
    ];
    report({
      title: `Some addresses of ${name} may still move`,
      message: `In the block of ${name}, ${listed(who)} ${several === 1 && open.length === 1 ? "takes" : "take"} what is free, single addresses from the bottom and those of user clusters from the top; that changes with what is kept or excluded.`,
      remedy: "Keep these addresses too once they are handed to other teams.",
      // Only all of them together end it.
      fixes: fixes.length < several ? [] : [{ title: fixes.length === 1 ? `Keep ${fixes[0]?.what ?? ""}` : "Keep all of them", set: fixes.map(({ path, value }) => ({ path, value })) }],
      answers: [...open.map((slot) => read.path(KEPT[slot], cluster)), ...runs.map(({ run }) => read.path(KEPT_RUN[run], cluster))],
    });
  },
});
