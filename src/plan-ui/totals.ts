import { virtualAddresses, type Plan } from "../engine/index.ts";
import { count, listed } from "./words.ts";

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

/** Rules that give virtual addresses. */
const GIVEN = ["entry", "former-entry", "nodeport-proxy", "user-clusters", "api-servers"].map((purpose) => `addresses.${purpose}`);

/** Totals of a plan. */
export function totalsOf(plan: Plan): Totals {
  const { pools } = plan.addresses;
  return {
    addresses: figureOf(plan, virtualAddresses(plan), GIVEN),
    offered: pools.length > 0 ? pools.reduce((sum, { usable }) => sum + usable, 0) : undefined,
    records: figureOf(plan, plan.dns.records.filter(({ need }) => need === "required").length, ["dns."]),
    flows: figureOf(plan, plan.firewall.flows.length, ["firewall."]),
    blockers: plan.findings.filter(({ severity }) => severity === "blocker").length,
  };
}

/** What a plan comes to, as sentences: "2 virtual addresses, 3 DNS records and 25 firewall rows." What waits for an answer is named behind. */
export function inFigures({ addresses, records, flows }: Totals): string {
  const figures: readonly (readonly [Figure, string, string])[] = [
    [addresses, "virtual address", "virtual addresses"],
    [records, "DNS record", "DNS records"],
    [flows, "firewall row", "firewall rows"],
  ];
  const known = figures.flatMap(([total, one, many]) => (total === "waiting" ? [] : [count(total, one, many)]));
  const waiting = figures.flatMap(([total, , many]) => (total === "waiting" ? [many] : []));
  return [
    ...(known.length === 0 ? [] : [`${listed(known)}.`]),
    ...(waiting.length === 0 ? [] : [`How many ${listed(waiting)} there are waits for answers.`]),
  ].join(" ");
}

/** None while rules wait for answers is not the same as none. */
function figureOf({ cells }: Plan, value: number, rules: readonly string[]): Figure {
  const waits = value === 0 && [...cells.values()].some(({ state, rule }) => state === "waiting" && rules.some((start) => rule.startsWith(start)));
  return waits ? "waiting" : value;
}
