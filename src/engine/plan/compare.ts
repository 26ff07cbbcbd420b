import type { Derived, Plan } from "./plan.ts";

/** The parts of a plan that people compare. */
export const COMPARED = {
  assignments: (plan: Plan) => plan.addresses.assignments,
  records: (plan: Plan) => plan.dns.records,
  hosts: (plan: Plan) => plan.certificates.hosts,
  requests: (plan: Plan) => plan.certificates.requests,
  flows: (plan: Plan) => plan.firewall.flows,
  redirectUris: (plan: Plan) => plan.identity.redirectUris,
  findings: (plan: Plan) => plan.findings,
} as const satisfies Readonly<Record<string, (plan: Plan) => readonly Derived[]>>;

export type ComparedPart = keyof typeof COMPARED;

/** One row that differs between two plans. */
export interface RowDifference {
  readonly part: ComparedPart;
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly before?: Derived;
  readonly after?: Derived;
}

/** All rows that differ, part by part, in the order of the plans. */
export interface PlanDifference {
  readonly rows: readonly RowDifference[];
}

/** What changed from one plan to another. Reasons and provenance do not count, only what a row says. */
export function comparePlans(before: Plan, after: Plan): PlanDifference {
  const rows = (Object.keys(COMPARED) as ComparedPart[]).flatMap((part) => {
    const old = new Map(COMPARED[part](before).map((row) => [row.id, row as Derived]));
    const now = new Map(COMPARED[part](after).map((row) => [row.id, row as Derived]));
    const changes: RowDifference[] = [];
    for (const [id, row] of now) {
      const was = old.get(id);
      if (!was) changes.push({ part, id, change: "added", after: row });
      else if (said(was) !== said(row)) changes.push({ part, id, change: "changed", before: was, after: row });
    }
    for (const [id, row] of old) if (!now.has(id)) changes.push({ part, id, change: "removed", before: row });
    return changes;
  });
  return { rows };
}

/** What a row says, without why and whence; connection numbers follow from other rows. */
function said(row: Derived): string {
  return JSON.stringify(row, (key, value: unknown) => (key === "why" || key === "from" || key === "connection" || key === "part" ? undefined : value));
}
