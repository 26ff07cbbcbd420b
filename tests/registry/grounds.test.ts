import { describe, expect, it } from "vitest";
import { indexAnswers } from "../../src/engine/answers/answers.ts";
import type { Fact } from "../../src/engine/facts/fact.ts";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { CellReader } from "../../src/engine/kernel/cell-reader.ts";
import { Evaluation, type Entry } from "../../src/engine/kernel/evaluation.ts";
import type { CellRecord } from "../../src/engine/kernel/outcome.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { allRules } from "./modules.ts";

interface Row {
  readonly id: string;
  readonly from: string;
}

/** Every row of a plan that people may ask the ground of. */
const rowsOf = ({ findings: _findings, openPoints: _open, assumptions: _assumed, project: _project, cells: _cells, topology: _drawn, ...parts }: Plan): readonly Row[] =>
  Object.values(parts).flatMap((part: unknown) => (Array.isArray(part) ? [part] : Object.values(part as object)).flat() as Row[]);

/** The same value with every text and every figure in it another one. */
function otherThan(value: unknown): unknown {
  if (typeof value === "string") return `${value}~`;
  if (typeof value === "number") return value + 1;
  if (Array.isArray(value)) return value.map(otherThan);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, otherThan(held)])) : value;
}

/** Reads as ever, but for one fact, whose value is another one wherever it is read for all rows. */
class Deceived extends CellReader {
  private apart = false;
  private readonly about: string;

  constructor(evaluation: Evaluation, entry: Entry, about: string) {
    super(evaluation, entry);
    this.about = about;
  }

  override fact<T>(fact: Fact<T>): T {
    const value = super.fact(fact);
    return this.apart || fact.id !== this.about ? value : (otherThan(value) as T);
  }

  override forRow<T>(id: string, make: () => T): T {
    const before = this.apart;
    this.apart = true;
    try {
      return super.forRow(id, make);
    } finally {
      this.apart = before;
    }
  }
}

const told = (row: unknown): string => JSON.stringify(row, (key, value: unknown) => (key === "from" ? undefined : typeof value === "bigint" ? String(value) : value));

const rules = new Map(allRules.map(({ value }) => [value.id, value]));

/** Rows of a cell that would be the same whatever the fact said, while rows beside them would not. */
function strangersTo(evaluation: Evaluation, cell: CellRecord, fact: string): readonly string[] {
  const rule = rules.get(cell.rule);
  if (!rule) throw new Error(`No rule ${cell.rule}`);
  const { outcome } = evaluation.cell(rule, cell.subject);
  const rows = outcome.kind === "known" && Array.isArray(outcome.value) ? (outcome.value as readonly Row[]) : [];
  if (rows.length < 2) return [];
  let others: readonly unknown[];
  try {
    others = rule.derive(new Deceived(evaluation, evaluation.entry(rule, cell.subject), fact), cell.subject) as readonly unknown[];
  } catch {
    // No value that the rule could go on with: what rests on the fact cannot be told apart.
    return [];
  }
  const [before, after] = [rows.map(told), others.map(told)];
  const untouched = rows.filter((_, at) => (after.length === before.length ? after[at] === before[at] : after.includes(before[at] ?? "")));
  return untouched.length === rows.length ? [] : untouched.map(({ id }) => `${id}: ${fact}`);
}

describe("no row shows a fact that only rows beside it rest on", () => {
  it.each([...goldenAnswers()])("in %s", (_name, answers) => {
    const plan = planFrom(answers);
    const evaluation = new Evaluation(indexAnswers(answers));
    const cells = [...new Set(rowsOf(plan).map(({ from }) => from))].flatMap((id) => plan.cells.get(id) ?? []);
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.flatMap((cell) => (cell.grounds?.shared ?? cell).facts.flatMap((fact) => strangersTo(evaluation, cell, fact)))).toEqual([]);
  });
});
