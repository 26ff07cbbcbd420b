import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { lengthOf } from "../../rules/addresses/kept-runs.ts";
import { KEPT, KEPT_RUN, pinsOf, RUNS } from "../../rules/addresses/pins.ts";
import { drawsAny } from "../../rules/addresses/nodeport-proxy.ts";
import { poolGround } from "../../rules/addresses/pool-space.ts";
import { runningSlots } from "../../rules/addresses/running-services.ts";
import { RUN_ADDRESSES } from "../../rules/addresses/runs.ts";
import { slotAddresses } from "../../rules/addresses/slot-addresses.ts";
import { slotsOf } from "../../rules/addresses/slots.ts";
import { clusterName, datacentersOf, runsAlready } from "../../rules/basics/platform.ts";
import { strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { contains, formatBlock, formatRange, freeParts, overlapOf, parseRange, type Range } from "../../values/range.ts";
import { WORDS } from "./kept-words.ts";

/** Addresses that are to be kept and cannot be given. */
export const keptMisplaced = check({
  id: "addresses.kept-misplaced",
  title: "Addresses that are kept can be given",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const { block, excluded } = read.rule(poolGround, cluster);
    const pins = read.rule(pinsOf, cluster);
    const name = clusterName(read, cluster);
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    const running = read.rule(runningSlots, cluster);
    const upgrade = runsAlready(read);
    const reasonFor = (range: Range): string => {
      const taken = excluded.find((one) => overlapOf(one.range, range));
      if (taken) return `it is taken: ${taken.why}`;
      return contains(block, range) ? "another address of the same cluster is kept there" : `it lies outside ${formatBlock(block)}`;
    };
    for (const slot of read.rule(slotsOf, cluster)) {
      const wish = read.optional(KEPT[slot], cluster);
      const range = wish === undefined ? undefined : parseRange(wish);
      // A Service that runs keeps what it has without being asked to.
      if (range && slot === "nodeport-proxy" && !running.includes(slot) && drawsAny(read, cluster)) {
        const path = read.path(KEPT[slot], cluster);
        report({
          key: slot,
          title: `${wish ?? ""} cannot be kept for ${WORDS[slot]} of ${name}`,
          message: `User clusters of ${name} have addresses of their own, and an annotation that asked for ${wish ?? ""} would stand on the Service of each of them; without it the controller gives any free address of the block.`,
          remedy: "Take the answer away, and let records follow the address that the controller gives; or leave the user clusters behind the nodeport-proxy.",
          fixes: [{ title: `Take the kept ${wish ?? ""} of ${WORDS[slot]} away`, set: [], takeAway: [path] }],
          answers: [path, ...strategyPaths(read, read.rule(datacentersOf, cluster))],
        });
        continue;
      }
      if (!range || pins.slots.get(slot)?.first === range.first) continue;
      // Told by a check of its own.
      if (slot === "entry" && pins.slots.get("former-entry")?.first === range.first && read.optional(KEPT["former-entry"], cluster) === undefined) continue;
      const path = read.path(KEPT[slot], cluster);
      if (running.includes(slot)) {
        report({
          key: slot,
          title: `${wish ?? ""} cannot stay with ${WORDS[slot]} of ${name}`,
          message: `${WORDS[slot].replace(/^./, (first) => first.toUpperCase())} runs with ${wish ?? ""}, but ${reasonFor(range)}. The plan gives it no other, because it would lose the one that records lead to.`,
          remedy: "Services that run keep their addresses. State the one that the Service shows, or correct what excludes it from the block.",
          answers: [path, pool],
        });
        continue;
      }
      const got = read.rule(slotAddresses, cluster).get(slot);
      report({
        key: slot,
        title: `${wish ?? ""} cannot be kept for ${WORDS[slot]} of ${name}`,
        message: `The plan gives ${got ? formatRange(got) : "no address"} instead, because ${reasonFor(range)}.`,
        remedy: "Keep a free address of the block, or take the answer away.",
        fixes: [
          ...(got ? [{ title: `Keep ${formatRange(got)} for ${WORDS[slot]}`, set: [{ path, value: formatRange(got) }] }] : []),
          { title: `Take the kept ${wish ?? ""} of ${WORDS[slot]} away`, set: [], takeAway: [path] },
        ],
        answers: [path, pool],
      });
    }
    for (const run of RUNS) {
      const wishes = read.optional(KEPT_RUN[run], cluster);
      if (wishes === undefined || lengthOf(read, cluster, run) === 0) continue;
      const [lost] = wishes.flatMap((text) => parseRange(text) ?? []).flatMap((range) => freeParts(range, pins.runs[run]));
      if (!lost) continue;
      const outcome = read.outcome(RUN_ADDRESSES[run], cluster);
      const held = outcome.kind === "known" ? outcome.value : undefined;
      const path = read.path(KEPT_RUN[run], cluster);
      report({
        key: run,
        title: `${formatRange(lost)} cannot be kept for ${WORDS[run]} of ${name}`,
        message: `The plan gives other addresses instead, because ${reasonFor(lost)}.`,
        remedy: upgrade ? "Services that run keep their addresses. State those that the Services show, or correct what excludes them from the block." : "Keep free addresses of the block, or take the answer away.",
        fixes: upgrade ? [] : [
          ...(held && held.length > 0 ? [{ title: `Keep ${held.map(formatRange).join(", ")} for ${WORDS[run]}`, set: [{ path, value: held.map(formatRange) }] }] : []),
          { title: `Take the kept ${wishes.join(", ")} of ${WORDS[run]} away`, set: [], takeAway: [path] },
        ],
        answers: [path, pool],
      });
    }
  },
});
