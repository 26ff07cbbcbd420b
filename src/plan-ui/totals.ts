import type { Plan } from "../engine/index.ts";

/** The four figures that a room watches. */
export interface Totals {
  /** Virtual addresses that the plan needs. */
  readonly addresses: number;
  /** Addresses that its blocks offer; undefined when the infrastructure assigns them. */
  readonly offered: number | undefined;
  /** Records that must be entered; recommended ones come on top. */
  readonly records: number;
  readonly flows: number;
  readonly blockers: number;
}

const VIRTUAL = new Set(["entry", "former-entry", "nodeport-proxy", "user-clusters"]);

/** Totals of a plan. */
export function totalsOf(plan: Plan): Totals {
  const { pools, assignments } = plan.addresses;
  const addresses = assignments.filter(({ purpose }) => VIRTUAL.has(purpose)).reduce((sum, { count }) => sum + count, 0);
  return {
    addresses,
    offered: pools.length > 0 ? pools.reduce((sum, { usable }) => sum + usable, 0) : undefined,
    records: plan.dns.records.filter(({ need }) => need === "required").length,
    flows: plan.firewall.flows.length,
    blockers: plan.findings.filter(({ severity }) => severity === "blocker").length,
  };
}
