import { rule, type Reader } from "../../kernel/rule.ts";
import type { Value } from "../../kernel/outcome.ts";
import { runsAlready } from "../basics/platform.ts";
import { lengthOf } from "./kept-runs.ts";
import { KEPT, KEPT_RUN, RUNS } from "./pins.ts";
import { slotsOf, type Slot } from "./slots.ts";

/** Single addresses whose Services run before an upgrade: what they hold is read there, and never given by the plan. None in a new installation. */
export const runningSlots = rule<readonly Slot[]>({
  id: "addresses.running-slots",
  title: "Virtual addresses that running Services hold",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const slots = read.rule(slotsOf, cluster);
    if (!runsAlready(read)) return [];
    // Where another entry comes beside the one that runs, it is new.
    return slots.filter((slot) => slot !== "entry" || !slots.includes("former-entry"));
  },
});

/** The question about what the Service of a slot holds; the address that the entry was to keep stays with the former one. */
const questionOf = (read: Reader, cluster: string, slot: Slot) =>
  slot === "former-entry" && read.optional(KEPT[slot], cluster) === undefined && read.optional(KEPT.entry, cluster) !== undefined ? KEPT.entry : KEPT[slot];

/** What people say that the Service of a slot holds. */
export const heldBy = (read: Reader, cluster: string, slot: Slot): Value<string> => read.maybe(questionOf(read, cluster, slot), cluster);

/** Waits until it is told what running Services hold of a cluster's block: before that, any address of it may be taken. */
export const blockIsRead = rule<true>({
  id: "addresses.block-is-read",
  title: "What running Services hold of the block",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    if (!runsAlready(read)) return true;
    const slots = read.rule(runningSlots, cluster);
    const runs = RUNS.filter((run) => lengthOf(read, cluster, run) > 0);
    read.need(...slots.map((slot) => [questionOf(read, cluster, slot), cluster] as const), ...runs.map((run) => [KEPT_RUN[run], cluster] as const));
    return true;
  },
});
