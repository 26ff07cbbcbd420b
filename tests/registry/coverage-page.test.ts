import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { questions } from "../../src/engine/answers/chapters/registry.ts";
import { checks } from "../../src/engine/checks/registry.ts";
import { facts } from "../../src/engine/facts/registry.ts";
import { allRules } from "./modules.ts";

/** Code of the engine by its path, in which properties of records and ids of rows stand. */
const code = Object.values(import.meta.glob<string>(["../../src/engine/**/*.ts", "!../../src/**/*.test.ts"], { eager: true, query: "?raw", import: "default" })).join("\n");

/** A row of a table of `docs/coverage.md`: what it is about, and where it stands or why it is left out. */
interface Covered {
  readonly topic: string;
  readonly where: string;
  readonly leftOut: boolean;
}

const cellsOf = (line: string): readonly string[] => line.replace(/^\| | \|$/g, "").split(" | ");

/** The rows of all tables of the page. */
function rowsOf(page: string): readonly Covered[] {
  let head: readonly string[] | undefined;
  return page.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) {
      head = undefined;
      return [];
    }
    if (line.startsWith("|-")) return [];
    const cells = cellsOf(line);
    if (head === undefined) {
      head = cells;
      return [];
    }
    return [{ topic: cells[0] ?? "", where: cells.at(-1) ?? "", leftOut: head.at(-1) === "Reason" }];
  });
}

const rows = rowsOf(readFileSync("docs/coverage.md", "utf8"));
const covered = rows.filter(({ leftOut }) => !leftOut);

const spansIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, span = ""]) => expanded(span));

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function expanded(text: string): readonly string[] {
  const [whole, before = "", list = "", after = ""] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(text) ?? [];
  return whole === undefined ? [text] : list.split(",").flatMap((part) => expanded(`${before}${part}${after}`));
}

const ids = new Set([...facts.keys(), ...checks.map(({ id }) => id), ...questions.map(({ id }) => id), ...allRules.map(({ value }) => value.id)]);
/** Beginnings of ids: what begins like one must be one. */
const topics = new Set([...ids].map((id) => id.split(".")[0]));

/** Whether there is such a file or folder below the engine or the project; `*` stands for any end of its name. */
const isFile = (path: string): boolean =>
  [`src/engine/${path}`, path].some((whole) => existsSync(whole) || (whole.includes("*") && existsSync(dirname(whole)) && readdirSync(dirname(whole)).some((file) => file.startsWith(basename(whole).split("*")[0] ?? ""))));
const isKnownId = (id: string): boolean => (id.endsWith("*") ? [...ids].some((one) => one.startsWith(id.slice(0, -1))) : ids.has(id));
const isProperty = (path: string): boolean => path.split(".").every((word) => new RegExp(`\\b${word}\\b`).test(code));

/** Whether what a row names is there: a file, an id, a property of records, a word of its own. */
function isThere(span: string): boolean {
  if (span.includes("/")) return isFile(span);
  if (/^[a-z-]+\.[\w.*-]+$/.test(span) && topics.has(span.split(".")[0])) return isKnownId(span);
  if (/^[a-z]+(?:\.[a-z]+)*$/i.test(span)) return isProperty(span);
  return code.includes(span);
}

test("the page has tables of both kinds", () => {
  expect(covered.length).toBeGreaterThan(200);
  expect(rows.length - covered.length).toBeGreaterThan(80);
});

test("every file, id and property that it names is there", () => {
  expect(covered.flatMap(({ topic, where }) => spansIn(where).filter((span) => !isThere(span)).map((span) => `${topic}: ${span}`))).toEqual([]);
});

test("what it calls a fact is one", () => {
  const named = covered.flatMap(({ where }) => [...where.matchAll(/\bfacts? ((?:`[^`]+`(?:,? and |, )?)+)/g)].flatMap(([, list = ""]) => spansIn(list).filter((span) => !span.includes("/"))));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((id) => ![...facts.keys()].some((one) => (id.endsWith("*") ? one.startsWith(id.slice(0, -1)) : one === id)))).toEqual([]);
});

test("every question, step and item that it names by words is asked, taken or listed", () => {
  const shorts = new Set(questions.flatMap(({ short, label }) => [short, label]));
  const named = (kind: string) => covered.flatMap(({ where }) => [...where.matchAll(new RegExp(`\\b${kind}s? ((?:\\*[^*]+\\*(?:,? and |, )?)+)`, "g"))].flatMap(([, list = ""]) => [...list.matchAll(/\*([^*]+)\*/g)].map(([, words = ""]) => words)));
  expect(named("question").length).toBeGreaterThan(10);
  expect(named("question").filter((words) => (words.endsWith("…") ? ![...shorts].some((short) => short.startsWith(words.slice(0, -1))) : !shorts.has(words)))).toEqual([]);
  expect(named("step").filter((words) => !code.includes(`step.${words}`))).toEqual([]);
  // Items are named by the title of the rule that lists them.
  const listed = new Set(allRules.flatMap(({ value: { id, title } }) => (id.startsWith("checklist.") ? [title.replace("Checklist: ", "")] : [])));
  expect(named("checklist").length).toBeGreaterThan(3);
  expect(named("checklist").filter((words) => !listed.has(words))).toEqual([]);
});

test("a figure without a primary source is told as such wherever it is named, and no other is", () => {
  // A row says it of all that it names, or behind one of them of that one alone.
  const told = covered.flatMap(({ topic, where }) => spansIn(where).map((id) => ({ id, unconfirmed: topic.includes("unconfirmed") || where.includes(`\`${id}\` (unconfirmed)`) })));
  const unconfirmed = [...facts.values()].filter(({ certainty }) => certainty === "unconfirmed").map(({ id }) => id);
  expect(unconfirmed.filter((id) => !told.some((row) => row.unconfirmed && (row.id.endsWith("*") ? id.startsWith(row.id.slice(0, -1)) : row.id === id)))).toEqual([]);
  expect(told.filter((row) => row.unconfirmed && facts.has(row.id) && facts.get(row.id)?.certainty !== "unconfirmed").map(({ id }) => id)).toEqual([]);
});

test("everything that is left out has its reason", () => {
  expect(rows.filter(({ leftOut, where }) => leftOut && where.length < 8)).toEqual([]);
});
