import { installationEffort } from "../../facts/schedule.ts";
import { rule } from "../../kernel/rule.ts";
import type { ScheduleRow } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { checklist, drafts } from "./all.ts";
import { calendar, chainsOf, itemsOf, type Chain } from "./schedule.ts";

/** When the installation can begin, and what decides it. */
export const installationDay = rule<readonly ScheduleRow[]>({
  id: "checklist.schedule",
  title: "Time until the installation",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const items = read.rule(checklist);
    const longest = [...chainsOf(items).values()].reduce<Chain | undefined>((so, chain) => (chain.days > (so?.days ?? 0) ? chain : so), undefined);
    if (!longest) return read.notApplicable("Nothing has to be prepared yet.");
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const chain = itemsOf(longest);
    const earliest = calendar(read)(longest.days);
    // What is not on the list yet may turn out to take longer.
    const waits = read.rule(drafts).missing.length > 0;
    return [
      {
        id: "schedule.installation",
        workingDays: longest.days,
        effort: read.fact(installationEffort),
        ...(earliest === undefined ? {} : { earliest }),
        ...(waits ? { atLeast: true as const } : {}),
        chain,
        from: read.cell,
        why: `${chain.length === 1 ? "Nothing takes longer than one item" : `The longest chain is ${formatCount(chain.length, "item")}, one after the other`}: ${chain.map((id) => titles.get(id) ?? id).join("; then ")}. ${earliest === undefined ? "No day is given on which the work begins, so none follows for its end." : "Weekends are skipped; holidays are not known."}${waits ? " Further items wait for answers, so it may take longer." : ""}`,
      },
    ];
  },
});
