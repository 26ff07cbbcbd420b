import { project } from "../../answers/chapters/project.ts";
import { conformanceHours } from "../../facts/quality.ts";
import { installationEffort } from "../../facts/schedule.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { ScheduleRow } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { runsAlready } from "../basics/platform.ts";
import { checklist, drafts } from "./all.ts";
import { calendar, chainsOf, itemsOf, type Chain } from "./schedule.ts";

/** Working days of the installation itself, how they come about as a sentence, and whether they may become more. */
function effortOf(read: Reader): { readonly days: number; readonly sum: string; readonly waits: boolean } {
  const { hoursPerCluster, hoursPerDay } = read.fact(installationEffort);
  const clusters = Math.max(read.subjects("cluster").length, 1);
  const purpose = runsAlready(read) ? undefined : read.maybe(project.plan.purpose);
  const tests = purpose?.kind === "known" && purpose.value === "production" ? read.fact(conformanceHours) : 0;
  const hours = (hoursPerCluster + tests) * clusters;
  const days = Math.ceil(hours / hoursPerDay);
  const each = clusters === 1 ? "" : " for each of them";
  return {
    days,
    sum: `The ${runsAlready(read) ? "upgrade" : "installation"} itself is planned with ${formatCount(hours, "hour")} for ${formatCount(clusters, "cluster")}: ${formatCount(hoursPerCluster, "hour")}${each}${tests === 0 ? "" : `, and ${tests} more${each} for the conformance test`}.`,
    waits: purpose !== undefined && purpose.kind !== "known",
  };
}

/** When the installation can begin, and what decides it. */
export const installationDay = rule<readonly ScheduleRow[]>({
  id: "checklist.schedule",
  title: "Time until the installation",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const items = read.rule(checklist);
    const longest = [...chainsOf(items).values()].reduce<Chain | undefined>((so, chain) => (chain.days > (so?.days ?? -1) ? chain : so), undefined);
    if (!longest) return read.notApplicable("Nothing has to be prepared yet.");
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const chain = itemsOf(longest);
    const waitsFor = new Map(items.map(({ id, dependsOn }) => [id, dependsOn]));
    // What is ordered beside the one before it has its own days in those already, and is done with it.
    const told = chain.map((id, at) => {
      const before = chain[at - 1];
      return `${before === undefined ? "" : waitsFor.get(id)?.includes(before) ? "; then " : "; then, shown with it, "}${titles.get(id) ?? id}`;
    });
    const earliest = calendar(read)(longest.days);
    // What is not on the list yet may turn out to take longer.
    const effort = effortOf(read);
    const waits = read.rule(drafts).missing.length > 0 || effort.waits;
    return [
      {
        id: "schedule.installation",
        workingDays: longest.days,
        effort: effort.days,
        ...(earliest === undefined ? {} : { earliest }),
        ...(waits ? { atLeast: true as const } : {}),
        chain,
        from: read.cell,
        why: `${chain.length === 1 ? "Nothing takes longer than one item" : `The longest chain is ${formatCount(chain.length, "item")}, one after the other`}: ${told.join("")}. ${earliest === undefined ? "No day is given on which the work begins, so none follows for its end." : "Weekends are skipped; holidays are not known."} ${effort.sum}${waits ? " Further items wait for answers, so it may take longer." : ""}`,
      },
    ];
  },
});
