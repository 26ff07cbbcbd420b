import { planner, withAnswer, type Answers, type Plan } from "../../src/engine/index.ts";
import { listed } from "../../src/engine/values/sentence.ts";
import { changedCommands } from "./removed-commands.ts";
import { sameJson, sameMap } from "../support/plain-data.ts";

/** Words, provenance and numbering follow the values, and so do the IP version of a firewall row and the addresses with which its source arrives, which are those of its ends; the law is about the values. */
const WORDS = new Set(["why", "from", "title", "subtitle", "text", "commands", "reason", "message", "remedy", "purpose", "consequence", "verify", "connection", "part", "family", "arrivesAs", "number", "order", "lines", "arithmetic", "waiting", "blockedBy", "dependsOn", "shownWith", "how", "detail", "when", "where"]);

/** What is no value of its own: faults and holes are what the law asks for, the drawing shows other rows, cells explain them. */
const NO_VALUES = new Set(["project", "findings", "openPoints", "assumptions", "topology", "cells"]);
/** Sums over the lines that stand on the checklist so far: lower bounds, which stay true when lines are missing. */
const LOWER_BOUNDS = new Set(["schedule", "checklist earliest"]);

/** Provenance and numbering: they follow what differs elsewhere. */
const FOLLOWS = new Set(["from", "number", "connection"]);

/** Words of one part alone: what a host serves, and where. */
const WORDS_OF = new Set(["hosts service"]);

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The lists of a plan, by the part that they make up; those of the drawing where its words count as well. */
function listsOf(plan: Plan, drawn = false): readonly (readonly [string, readonly Row[]])[] {
  const parts = Object.entries(plan).filter(([part]) => (drawn && part === "topology") || (!NO_VALUES.has(part) && !LOWER_BOUNDS.has(part)));
  return parts.flatMap(([part, rows]: [string, unknown]) => (Array.isArray(rows) ? [[part, rows]] : Object.entries(rows as object)) as readonly (readonly [string, readonly Row[]])[]);
}

/** Lists of a plan by their part, with rows by their ids. */
const byPart = (lists: ReturnType<typeof listsOf>): ReadonlyMap<string, ReadonlyMap<string, Row>> => new Map(lists.map(([part, rows]) => [part, new Map(rows.map((row) => [row.id, row]))]));

const isOpen = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value && value.kind === "open";
/** A value that somebody hands out later; one that turns into it is no longer known. */
const isLater = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value && value.kind === "later";
/** Whether a value says itself that it waits for the answer: a new row with it is no silent change. */
const opensFor = (value: unknown, path: string): boolean => isOpen(value) && (value as { readonly question?: unknown }).question === path;
/** A hole: a value that is open, or a text that says what has to be filled in. */
const isHole = (value: unknown): boolean => isOpen(value) || (typeof value === "string" && /<[A-Z][^<>]*>/.test(value));

/** Whether a row stands for values of which not one is known. */
function onlyHoles(row: Row): boolean {
  const values = Object.values(row).flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value])).filter((value) => typeof value === "object" && value !== null && "kind" in value);
  return values.length > 0 && values.every(isOpen);
}

/** Whether a record leads to what nobody knows yet: its type follows the target, and is as open. */
const leadsToOpen = (row: object): boolean => "target" in row && isOpen(row.target);

/** Whether a value became another *known* value; turning open, later or absent is allowed. */
function becameAnother(before: unknown, after: unknown, of: string): boolean {
  if (before === after || after === undefined || isHole(after) || (isLater(after) && !isLater(before))) return false;
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) return true;
  if (Array.isArray(before) || Array.isArray(after)) {
    const left = before as readonly unknown[];
    return (after as readonly unknown[]).some((item) => !isHole(item) && (!isLater(item) || left.some(isLater)) && !left.some((other) => !becameAnother(other, item, of)));
  }
  return Object.keys(after).some((key) => !WORDS.has(key) && !WORDS_OF.has(`${of} ${key}`) && !LOWER_BOUNDS.has(`${of} ${key}`) && !(key === "type" && leadsToOpen(after)) && becameAnother((before as Row)[key], (after as Row)[key], of));
}

/** Where two values first differ, by words as well as by what is there at all; nothing where they are alike. */
function differsAt(before: unknown, after: unknown, at: string): string | undefined {
  if (before === after) return undefined;
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) return `${at}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const found = FOLLOWS.has(key) ? undefined : differsAt((before as Row)[key], (after as Row)[key], `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The open answer that a default is made of, where it is one: nothing stands in for a Seed's name in DNS while the Seed has no name. */
function waitedFor(after: Plan, path: string): boolean {
  // On an upgrade an address that the entry was to keep stands in for that of the entry that runs, which has a question of its own.
  if (path.endsWith(".keepEntry") && after.openPoints.some((point) => point.path === path.replace(/keepEntry$/, "keepFormerEntry"))) return true;
  const [, cluster] = /^dns\.clusters\.(.+)\.seedDnsOverwrite$/.exec(path) ?? [];
  return cluster !== undefined && after.openPoints.some((point) => point.path === `infrastructure.clusters.${cluster}.name`);
}

/** The first difference of a plan that names the answer taken away nowhere: no open point, no assumption, no finding, no schedule without days. */
function unnamedChange(old: ReadonlyMap<string, readonly Row[]>, after: Plan, path: string): readonly string[] {
  if (after.openPoints.some((point) => point.path === path) || waitedFor(after, path)) return [];
  if (path === "project.start" && after.schedule.some(({ why }) => why.includes("No day is given on which the work begins"))) return [];
  const changed = listsOf(after, true).filter(([part, rows]) => old.get(part) !== rows);
  return changed.flatMap(([part, rows]) => differsAt(Object.fromEntries((old.get(part) ?? []).map((row) => [row.id, row])), Object.fromEntries(rows.map((row) => [row.id, row])), part) ?? []).slice(0, 1);
}

/** After how many answers that were taken away and given back the plan is held against the first. */
const HELD_EACH = 8;

/**
 * The law of removed answers: an answer taken away never turns another value into a different known one in silence, and given
 * back gives the same bytes.
 *
 * Faults of a plan from which one answer after the other is taken away: what gives one back takes the next.
 */
export function faultsOf(answers: Answers, paths: readonly string[] = Object.keys(answers.given)): readonly string[] {
  const derive = planner();
  const before = derive(answers);
  const lists = new Map(listsOf(before, true));
  const old = byPart(listsOf(before));
  // A list that stays the same object holds nothing that became another, and neither does a row.
  const changed = (plan: Plan) =>
    listsOf(plan).flatMap(([part, rows]) => (lists.get(part) === rows ? [] : rows.flatMap((row) => {
      const was = old.get(part)?.get(row.id);
      return was === row ? [] : [{ part, row, was }];
    })));
  const staysSame = (): boolean => {
    const back = derive(answers);
    return sameJson(back, before) && sameMap(back.cells, before.cells);
  };
  // Nothing was known of a row whose rule waited for answers, so that nothing known became another.
  const waited = ({ from }: Row): boolean => typeof from === "string" && before.cells.get(from)?.state === "waiting";
  return paths.flatMap((path, at) => {
    const after = derive(withAnswer(answers, path, undefined));
    const named = after.findings.some(({ answers: paths }) => paths.includes(path)) || after.assumptions.some((assumption) => assumption.path === path);
    const silent = named ? [] : changed(after).filter(({ part, row, was }) => (was ? becameAnother(was, row, part) : !waited(row) && !onlyHoles(row) && !Object.values(row).some((value) => opensFor(value, path))));
    const commands = named ? [] : changedCommands(before, after);
    const unnamed = named ? [] : unnamedChange(lists, after, path);
    const last = (at + 1) % HELD_EACH === 0 || at === paths.length - 1;
    return [
      ...silent.map(({ part, row, was }) => `${part} ${row.id} without ${path}: ${JSON.stringify(was)} became ${JSON.stringify(row)}`),
      ...commands.map((line) => `Without ${path} a command becomes another: ${line}`),
      ...unnamed.map((first) => `Nothing names ${path} when it is taken away, and ${first}`),
      ...(!last || staysSame() ? [] : [`${listed(paths.slice(Math.max(0, at + 1 - HELD_EACH), at + 1))} given back give another plan`]),
    ];
  });
}
