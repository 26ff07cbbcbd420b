import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { formatRange, freeParts, takeLowest, type Range } from "../../values/range.ts";
import { addressElsewhere } from "./handed-out.ts";
import { heldByRuns } from "./kept-runs.ts";
import { pinsOf, RUNS } from "./pins.ts";
import { poolGround, poolSpace, type PoolSpace } from "./pool-space.ts";
import { blockIsRead, heldBy, runningSlots } from "./running-services.ts";
import { slotsOf, type Slot } from "./slots.ts";

/**
 * Address of each slot of a cluster's block: a kept one, or the lowest that nobody keeps. A slot for which none is left is
 * missing, and on an upgrade whatever nobody told: a running Service holds what it holds, and a new one takes what is free.
 */
export const slotAddresses = rule<ReadonlyMap<Slot, Range>>({
  id: "addresses.slot-addresses",
  title: "Single virtual addresses of the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const { preferred, last } = read.rule(poolSpace, cluster);
    const { slots, runs, gateway } = read.rule(pinsOf, cluster);
    const given = new Map(slots);
    const held = read.outcome(heldByRuns, cluster);
    // While it is open how much of what is kept user clusters fill, all of it is left to them.
    const taken = [...given.values(), ...(gateway ? [gateway] : []), ...(held.kind === "known" ? held.value : RUNS.flatMap((run) => runs[run]))];
    const left = [...preferred, ...last].flatMap((part) => freeParts(part, taken));
    const running = read.rule(runningSlots, cluster);
    const comes = read.rule(slotsOf, cluster).filter((slot) => !given.has(slot) && !running.includes(slot));
    const open = comes.length > 0 && read.outcome(blockIsRead, cluster).kind === "waiting" ? [] : comes;
    const lowest = takeLowest(left, BigInt(open.length)).flatMap(each);
    open.forEach((slot, at) => {
      const range = lowest[at];
      if (range) given.set(slot, range);
    });
    return given;
  },
});

/** What a block that is too small, or of the other family, leaves to be said; checks name it as a blocker. */
export const fromAnother = ({ block }: Pick<PoolSpace, "block">): Value<string> =>
  // The platform's Services take IPv4 addresses.
  ({ kind: "later", who: block.family === 6 ? "a block of IPv4 addresses" : "a larger block", lacking: true });

/** The addresses of a short range, one by one. */
const each = (range: Range): readonly Range[] => Array.from({ length: Number(range.last - range.first) + 1 }, (_, at) => ({ ...range, first: range.first + BigInt(at), last: range.first + BigInt(at) }));

/** Where a virtual address comes from: an address of the block, or whoever hands it out when the Service is created. */
export function addressAt(read: Reader, cluster: string, slot: Slot): { readonly address: Value<string>; readonly pool?: string; readonly virtual?: true } {
  const space = read.optionalRule(poolGround, cluster);
  if (!space) return addressElsewhere(read, cluster);
  const from = { pool: `address.pool[${cluster}]`, virtual: true } as const;
  if (space.block.family === 6) return { address: fromAnother(space), ...from };
  // What is kept hangs on nobody else in the block.
  const range = read.rule(pinsOf, cluster).slots.get(slot) ?? read.rule(slotAddresses, cluster).get(slot);
  return { address: range ? known(formatRange(range)) : (untold(read, cluster, slot) ?? fromAnother(space)), ...from };
}

/** What an upgrade waits for before the address of a slot is known; undefined where the block is what lacks. */
function untold(read: Reader, cluster: string, slot: Slot): Value<string> | undefined {
  if (read.rule(runningSlots, cluster).includes(slot)) {
    const held = heldBy(read, cluster, slot);
    return held.kind === "known" ? { kind: "later", who: `a block in which ${held.value} is free`, lacking: true } : held;
  }
  return openFor(read.outcome(blockIsRead, cluster));
}
