import { installationEffort } from "../../facts/schedule.ts";
import { rule } from "../../kernel/rule.ts";
import type { ScheduleRow } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { checklist } from "./all.ts";
import { chainsOf, dayAfter, type Chain } from "./schedule.ts";

/** When the installation can begin, and what decides it. */
export const installationDay = rule<readonly ScheduleRow[]>({
  id: "checklist.schedule",
  title: "Time until the installation",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const items = read.rule(checklist);
    const longest = [...chainsOf(items).values()].reduce<Chain>((so, chain) => (chain.days > so.days ? chain : so), { days: 0, items: [] });
    if (longest.items.length === 0) return read.notApplicable("Nothing has to be prepared yet.");
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const earliest = dayAfter(read, longest.days);
    return [
      {
        id: "schedule.installation",
        workingDays: longest.days,
        effort: read.fact(installationEffort),
        ...(earliest === undefined ? {} : { earliest }),
        chain: longest.items,
        from: read.cell,
        why: `The longest of all chains: ${formatCount(longest.items.length, "item")} one after the other, ${longest.items.map((id) => titles.get(id) ?? id).join("; then ")}. Weekends are skipped; holidays are not known.`,
      },
    ];
  },
});
