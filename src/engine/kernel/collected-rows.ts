import type { Entry, Evaluation } from "./evaluation.ts";
import { PLAN } from "./outcome.ts";
import type { Rule } from "./rule.ts";

/** What `rows` gave, and when. */
interface Collected {
  readonly entries: readonly Entry[];
  readonly rows: readonly unknown[];
  readonly turn: number;
}

/** What `rowsOfAll` gave, and of which pieces. */
interface Joined {
  readonly pieces: readonly (readonly unknown[])[];
  readonly rows: readonly unknown[];
}

/** Collects the rows of rules over all their subjects; arrays stay the same while no row in them became another. */
export class CollectedRows {
  private readonly evaluation: Evaluation;
  private readonly collected = new Map<Rule<readonly unknown[]>, Collected>();
  private readonly joined = new Map<readonly Rule<readonly unknown[]>[], Joined>();

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  /** Rows of several rules, one after the other. */
  rowsOfAll<T>(rules: readonly Rule<readonly T[]>[]): readonly T[] {
    const pieces = rules.map((rule) => this.rows(rule));
    const before = this.joined.get(rules);
    if (before?.pieces.every((piece, at) => piece === pieces[at])) return before.rows as readonly T[];
    const rows = joined(pieces);
    this.joined.set(rules, { pieces, rows });
    return rows;
  }

  /** Rows of a rule for all its subjects, in their order; waiting and not-applicable ones give none. */
  private rows<T>(rule: Rule<readonly T[]>): readonly T[] {
    const entries = this.entriesOf(rule);
    this.evaluation.ask(entries);
    const before = this.collected.get(rule);
    if (before?.entries === entries && !this.evaluation.suspects.has(rule)) return before.rows as readonly T[];
    let same = before?.entries === entries;
    for (const entry of entries) if (this.evaluation.upToDate(entry).changed > (before?.turn ?? 0)) same = false;
    this.evaluation.suspects.delete(rule);
    const rows = before && same ? before.rows : known(entries);
    this.collected.set(rule, { entries, rows, turn: this.evaluation.turn });
    return rows as readonly T[];
  }

  /** The entries of a rule for the plan or for all subjects of its kind; the same array while the subjects are. */
  private entriesOf(rule: Rule<readonly unknown[]>): readonly Entry[] {
    const before = this.collected.get(rule);
    const list = rule.per === "plan" ? undefined : this.evaluation.list(rule.per);
    if (before && (list?.changed ?? 0) <= before.turn) return before.entries;
    return (list ? (list.value ?? []) : [PLAN]).map((subject) => this.evaluation.entry(rule, subject));
  }
}

const NONE: readonly never[] = [];

/** Lists one after the other; one alone is not copied, and most rules give none. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const some = lists.filter(({ length }) => length > 0);
  return some.length > 1 ? (some.flat() as readonly T[]) : (some[0] ?? NONE);
}

const known = (entries: readonly Entry[]): readonly unknown[] => joined(entries.map(({ cell }) => (cell?.outcome.kind === "known" ? (cell.outcome.value as readonly unknown[]) : NONE)));
