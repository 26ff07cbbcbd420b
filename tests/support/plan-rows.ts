import type { Plan } from "../../src/engine/index.ts";

/** What every derived value of a plan has beside what it says. */
export interface Row {
  readonly id: string;
  readonly from: string;
  readonly why: string;
}

/** All derived values of a plan, by the part that shows them: `dns.records`, `settings`; findings apart, whose reason is their message. */
export function rowsByPart({ findings: _findings, openPoints: _open, assumptions: _assumed, project: _project, cells: _cells, topology: _drawn, ...parts }: Plan): ReadonlyMap<string, readonly Row[]> {
  const lists = Object.entries(parts).flatMap(([part, held]: [string, unknown]) =>
    Array.isArray(held) ? [[part, held] as const] : Object.entries(held as object).map(([name, list]: [string, unknown]) => [`${part}.${name}`, [list].flat()] as const));
  return new Map(lists.map(([part, list]) => [part, list as readonly Row[]]));
}
