import type { AnswerPath, Assumption, CellRecord, Finding, OpenPoint, Plan } from "../engine/index.ts";

/** A plan seen from its answers: what stands in for each, waits for it, reads it, or finds fault with it. */
export interface PlanIndex {
  readonly assumptions: ReadonlyMap<AnswerPath, Assumption>;
  readonly openPoints: ReadonlyMap<AnswerPath, OpenPoint>;
  readonly findings: ReadonlyMap<AnswerPath, readonly Finding[]>;
  /** Values that read the answer directly; checks are no values. */
  readonly readers: ReadonlyMap<AnswerPath, readonly CellRecord[]>;
}

const built = new WeakMap<Plan, PlanIndex>();

/** The index of a plan; built once for each plan. */
export function indexOf(plan: Plan): PlanIndex {
  const done = built.get(plan);
  if (done) return done;
  const readers = new Map<AnswerPath, CellRecord[]>();
  for (const cell of plan.cells.values()) {
    if (cell.rule.startsWith("check.") || cell.state === "not-applicable") continue;
    for (const path of cell.answers) push(readers, path, cell);
  }
  const findings = new Map<AnswerPath, Finding[]>();
  for (const finding of plan.findings) for (const path of finding.answers) push(findings, path, finding);
  const index: PlanIndex = {
    assumptions: new Map(plan.assumptions.map((assumption) => [assumption.path, assumption])),
    openPoints: new Map(plan.openPoints.map((point) => [point.path, point])),
    findings,
    readers,
  };
  built.set(plan, index);
  return index;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
