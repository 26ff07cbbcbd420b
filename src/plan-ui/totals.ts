import type { Plan } from "../engine/index.ts";

/** A figure of the plan, or that it cannot be told before somebody answers. */
export type Figure = number | "waiting";

/** The four figures that a room watches. */
export interface Totals {
  /** Virtual addresses that the plan needs. */
  readonly addresses: Figure;
  /** Addresses that its blocks offer; undefined when the infrastructure assigns them. */
  readonly offered: number | undefined;
  /** Records that must be entered; recommended ones come on top. */
  readonly records: Figure;
  readonly flows: Figure;
  readonly blockers: number;
}

const VIRTUAL = ["entry", "former-entry", "nodeport-proxy", "user-clusters"];

/** Totals of a plan. */
export function totalsOf(plan: Plan): Totals {
  const { pools, assignments } = plan.addresses;
  const addresses = assignments.filter(({ purpose }) => VIRTUAL.includes(purpose)).reduce((sum, { count }) => sum + count, 0);
  return {
    addresses: figureOf(plan, addresses, VIRTUAL.map((purpose) => `addresses.${purpose}`)),
    offered: pools.length > 0 ? pools.reduce((sum, { usable }) => sum + usable, 0) : undefined,
    records: figureOf(plan, plan.dns.records.filter(({ need }) => need === "required").length, ["dns."]),
    flows: figureOf(plan, plan.firewall.flows.length, ["firewall."]),
    blockers: plan.findings.filter(({ severity }) => severity === "blocker").length,
  };
}

/** None while rules wait for answers is not the same as none. */
function figureOf({ cells }: Plan, value: number, rules: readonly string[]): Figure {
  const waits = value === 0 && [...cells.values()].some(({ state, rule }) => state === "waiting" && rules.some((start) => rule.startsWith(start)));
  return waits ? "waiting" : value;
}
