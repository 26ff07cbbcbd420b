import type { Plan } from "../../src/engine/index.ts";

/** What a line leaves to whoever runs it: a hole that says what goes there, or a question to the cluster. */
const ASKS = /<[^<>$"]+>|\$\(/g;

/** The line of the workplace that lists programs: one that no step of the shorter runbook needs may be missing from it. */
const PROGRAMS = /^for program in (?<programs>[^;]+);/;

const wordsOf = (line: string): readonly string[] => PROGRAMS.exec(line)?.groups?.["programs"]?.split(" ") ?? [];

/** How often lines leave something to whoever runs them. */
const asked = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.match(ASKS) ?? []));

/** What a list still waits for: with it, the line is not known before and after. */
const UNFINISHED = /<fill-in: /;

/** Lines of a step that say something else than before, and leave nothing more to whoever runs them. */
function changedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const [asks, programs] = [asked(before), new Set(before.flatMap(wordsOf))];
  return after.filter((line) => !before.includes(line) && !UNFINISHED.test(line) && [...asked([line])].every((one) => asks.has(one)) && !(PROGRAMS.test(line) && wordsOf(line).every((word) => programs.has(word))));
}

/** Commands that say something else once an answer is taken away, as if it were known: people would run them. */
export function changedCommands(before: Plan, after: Plan): readonly string[] {
  const steps = new Map(before.runbook.map(({ id, commands }) => [id, commands]));
  return after.runbook.flatMap(({ id, commands }) => changedLines(steps.get(id) ?? [], commands).map((line) => `${id}: ${line}`));
}
