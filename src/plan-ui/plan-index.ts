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

/** The index of a plan. Each part is built when it is first asked for, once for each plan. */
export function indexOf(plan: Plan): PlanIndex {
  let index = built.get(plan);
  if (!index) {
    index = new LazyIndex(plan);
    built.set(plan, index);
  }
  return index;
}

class LazyIndex implements PlanIndex {
  readonly #plan: Plan;
  #assumptions: PlanIndex["assumptions"] | undefined;
  #openPoints: PlanIndex["openPoints"] | undefined;
  #findings: PlanIndex["findings"] | undefined;
  #readers: PlanIndex["readers"] | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  get assumptions() {
    return (this.#assumptions ??= new Map(this.#plan.assumptions.map((assumption) => [assumption.path, assumption])));
  }

  get openPoints() {
    return (this.#openPoints ??= new Map(this.#plan.openPoints.map((point) => [point.path, point])));
  }

  get findings() {
    return (this.#findings ??= grouped(this.#plan.findings));
  }

  get readers() {
    return (this.#readers ??= grouped([...this.#plan.cells.values()].filter(({ rule, state }) => !rule.startsWith("check.") && state !== "not-applicable")));
  }
}

/** What names answers, by each of them. */
function grouped<T extends { readonly answers: readonly AnswerPath[] }>(all: readonly T[]): ReadonlyMap<AnswerPath, readonly T[]> {
  const groups = new Map<AnswerPath, T[]>();
  for (const each of all) {
    for (const path of each.answers) {
      const group = groups.get(path);
      if (group) group.push(each);
      else groups.set(path, [each]);
    }
  }
  return groups;
}
