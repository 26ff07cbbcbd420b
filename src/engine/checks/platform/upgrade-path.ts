import { project } from "../../answers/chapters/project.ts";
import { RELEASE_IDS } from "../../facts/source.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";

/** An upgrade that skips a release or goes nowhere. */
export const upgradePath = check({
  id: "platform.upgrade-path",
  title: "Upgrades go from one release to the next",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.support-policy", "kkp.upgrade-2.31"],
  examine: (read, _plan, report) => {
    const target = releaseIn(read);
    const from = read.optional(project.plan.upgradeFrom);
    if (from === undefined || from === "none" || target.upgradesFrom === undefined || from === target.upgradesFrom) return;
    const later = RELEASE_IDS.indexOf(from) >= RELEASE_IDS.indexOf(target.id);
    report({
      title: later ? `An upgrade to KKP ${target.id} does not start from ${from}` : `KKP ${from} cannot be upgraded to ${target.id} directly`,
      message: `KKP is upgraded one minor release at a time; ${target.id} follows ${target.upgradesFrom}.`,
      remedy: later ? `Plan a release after ${from}, or the upgrade from ${target.upgradesFrom}.` : `Plan the upgrade from ${target.upgradesFrom}, after the ones before it.`,
      fixes: [{ title: `Upgrade from ${target.upgradesFrom}`, set: [{ path: read.path(project.plan.upgradeFrom), value: target.upgradesFrom }] }],
      answers: [read.path(project.plan.upgradeFrom), read.path(project.plan.release)],
    });
  },
});
