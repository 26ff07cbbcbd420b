import * as z from "zod";
import { leadTimes, WORKS } from "../../facts/schedule.ts";
import { date, table } from "../kinds.ts";
import { chapter } from "../question.ts";

const works = Object.entries(WORKS).map(([value, label]) => ({ value, label }));

/** Questions of the project chapter about time. */
export const schedule = chapter("project", "Project", "", {
  plan: {
    start: date({
      section: "Time",
      label: "On which day can the preparation begin?",
      short: "Begin of the preparation",
      help: "The earliest day of every checklist item, and of the installation, is counted from it.",
      example: "2026-11-30",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    wanted: date({
      section: "Time",
      label: "On which day shall the installation begin?",
      short: "Wanted day of the installation",
      help: "The plan says when lead times and dependencies make that day impossible.",
      example: "2027-01-11",
      source: "kkp.setup-checklist",
      team: "platform",
    }),
    leadTimes: table(
      z.strictObject({ work: z.enum(Object.keys(WORKS) as [string, ...string[]]), days: z.int("Write a whole number.").min(0, "The smallest number here is 0.").max(250, "The largest number here is 250.") }),
      [
        { key: "work", label: "Work", control: { type: "choice", choices: works }, required: true },
        { key: "days", label: "Working days", control: { type: "integer", min: 0, max: 250, unit: "days" }, required: true },
      ],
      {
        section: "Time",
        label: "Which lead times are other than planned?",
        short: "Lead times other than planned",
        seldom: true,
        help: "The plan counts with usual working days for each kind of work; write those that are others with you.",
        source: "kkp.setup-checklist",
        team: "platform",
        productDefault: { value: [], sentence: leadTimes.statement, source: "kkp.setup-checklist" },
      },
    ),
  },
});
