import type { Endpoint } from "../../plan/plan.ts";
import type { FlowDraft } from "./flows/draft.ts";

/** Kind of each end by its id. */
export type Kinds = ReadonlyMap<string, Endpoint["kind"]>;

/**
 * The parts of one line: rows that agree in everything but which machines they name are one part. Undefined where all
 * rows are alike, so that one number says it all.
 */
export function partsOf(rows: readonly FlowDraft[], kinds: Kinds): readonly (readonly FlowDraft[])[] | undefined {
  // A line has few parts, so a search through them costs less than a joined key for each row.
  const parts: [FlowDraft, ...FlowDraft[]][] = [];
  for (const row of rows) {
    const part = parts.find(([first]) => alike(first, row, kinds));
    if (part) part.push(row);
    else parts.push([row]);
  }
  return parts.length < 2 ? undefined : parts;
}

const alike = (one: FlowDraft, other: FlowDraft, kinds: Kinds): boolean =>
  one.ports === other.ports &&
  one.protocol === other.protocol &&
  one.reason === other.reason &&
  one.lifetime === other.lifetime &&
  one.family === other.family &&
  kinds.get(one.source) === kinds.get(other.source) &&
  kinds.get(one.destination) === kinds.get(other.destination) &&
  same(one.refs, other.refs) &&
  same(one.hosts ?? [], other.hosts ?? []);

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((text, at) => text === other[at]);
