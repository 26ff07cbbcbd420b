import { schedule } from "../../answers/chapters/schedule.ts";
import { check } from "../../kernel/check.ts";
import { installationDay } from "../../rules/checklist/installation-day.ts";

/** A wanted day before lead times and dependencies allow it. */
export const tooLate = check({
  id: "schedule.too-late",
  title: "Preparation fits before the wanted day",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const wanted = read.optional(schedule.plan.wanted);
    const start = read.optional(schedule.plan.start);
    if (wanted === undefined || start === undefined) return;
    const [row] = read.rule(installationDay);
    // Days written as year, month, day compare as text.
    if (row?.earliest === undefined || row.earliest <= wanted) return;
    report({
      title: "The installation cannot begin on the wanted day",
      message: `The preparation begins on ${start} and takes ${row.workingDays} working days, so ${row.earliest} is the earliest day; ${wanted} is wanted.`,
      remedy: `Begin earlier, shorten what decides it, or move the installation to ${row.earliest}. ${row.why}`,
      fixes: [{ title: `Begin the installation on ${row.earliest}`, set: [{ path: read.path(schedule.plan.wanted), value: row.earliest }] }],
      answers: [read.path(schedule.plan.wanted), read.path(schedule.plan.start), read.path(schedule.plan.leadTimes)],
    });
  },
});
