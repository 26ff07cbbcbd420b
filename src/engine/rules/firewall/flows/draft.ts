import type { Fact } from "../../../facts/fact.ts";
import type { Reader } from "../../../kernel/rule.ts";
import type { Flow } from "../../../plan/plan.ts";

/** A flow before its connection has a number. */
export type FlowDraft = Omit<Flow, "connection">;

/** What differs from row to row; the port comes from a fact, so that it carries its sources. What a function reads, it reads for this row alone. */
interface Row {
  readonly refs: readonly string[];
  /** Replaces the first of `refs` in the id; for flows that the reference describes in no row. */
  readonly word?: string;
  /** Subject ids that tell this flow from others of the same row. */
  readonly of: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol?: Flow["protocol"];
  readonly ports: Fact<string> | (() => string) | string;
  /** The hosts it is for, where its destination stands for others as well. */
  readonly hosts?: readonly string[];
  /** The one IP version that it is for, where both ends have both and only one leads here. */
  readonly family?: Flow["family"];
  readonly reason: string;
  readonly lifetime: Flow["lifetime"];
  readonly why: (() => string) | string;
}

/** Builds a flow from a row; the reader records the fact behind its port. */
export function flow(read: Reader, row: Row): FlowDraft {
  const { refs, ports, why } = row;
  const id = `flow.${row.word ?? refs[0] ?? ""}[${row.of}]`;
  return {
    id,
    refs,
    source: row.source,
    destination: row.destination,
    protocol: row.protocol ?? "TCP",
    ports: typeof ports === "string" ? ports : read.forRow(id, typeof ports === "function" ? ports : () => read.fact(ports)),
    ...(row.hosts ? { hosts: row.hosts } : {}),
    ...(row.family === undefined ? {} : { family: row.family }),
    reason: row.reason,
    lifetime: row.lifetime,
    from: read.cell,
    why: typeof why === "function" ? read.forRow(id, why) : why,
  };
}
