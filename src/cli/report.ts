import { TEAMS, type OpenPoint, type Plan, type TeamId } from "../engine/index.ts";

const amount = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

const counts = (plan: Plan): readonly string[] => {
  const of = (severity: string) => plan.findings.filter((finding) => finding.severity === severity).length;
  return [
    amount(of("blocker"), "blocker", "blockers"),
    amount(of("warning"), "warning", "warnings"),
    amount(of("advice"), "piece of advice", "pieces of advice"),
    amount(plan.openPoints.length, "open point", "open points"),
    amount(plan.assumptions.length, "assumption", "assumptions"),
  ];
};

/** One line about the state of the plan. */
export const summary = (plan: Plan): string => `${counts(plan).join(", ")}.`;

/** Findings and open points for a terminal. */
export function report(plan: Plan): string {
  const findings = plan.findings.map(({ severity, title, message, remedy, check }) => [`${severity}: ${title} [${check}]`, message, ...(remedy === "" ? [] : [remedy])].map(oneLine).join("\n  "));
  const open = plan.openPoints.map((point) => oneLine(`open: ${point.title} [${point.path}] – ${whoAndWhen(point)}`));
  return `${[...findings, ...open, summary(plan)].join("\n")}\n`;
}

function whoAndWhen({ owner, team, due }: OpenPoint): string {
  const who = owner === undefined ? TEAMS[team] : Object.hasOwn(TEAMS, owner) ? TEAMS[owner as TeamId] : owner;
  return due === undefined ? who : `${who}, ${due}`;
}

/** Text of answers on one line, without control characters that a terminal would obey. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
