import type { CellList } from "../kernel/cell-list.ts";
import type { CellId, CellRecord } from "../kernel/outcome.ts";

/**
 * The records of all cells of a plan by their ids, written out when somebody first looks at one: only explanations do, and
 * an edit of a large plan has no time for them all. An object of its own, not a getter of each plan: an engine's hidden
 * class of an object with a getter keeps that getter, and with it everything the plan was derived from.
 */
export class CellRecords implements ReadonlyMap<CellId, CellRecord> {
  readonly #cells: CellList;
  #written: ReadonlyMap<CellId, CellRecord> | undefined;

  constructor(cells: CellList) {
    this.#cells = cells;
  }

  get #records(): ReadonlyMap<CellId, CellRecord> {
    return (this.#written ??= new Map(this.#cells.all.map(({ id, record }) => [id, record])));
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: CellId): CellRecord | undefined {
    return this.#records.get(id);
  }

  has(id: CellId): boolean {
    return this.#records.has(id);
  }

  keys(): MapIterator<CellId> {
    return this.#records.keys();
  }

  values(): MapIterator<CellRecord> {
    return this.#records.values();
  }

  entries(): MapIterator<[CellId, CellRecord]> {
    return this.#records.entries();
  }

  [Symbol.iterator](): MapIterator<[CellId, CellRecord]> {
    return this.#records[Symbol.iterator]();
  }

  forEach(look: (record: CellRecord, id: CellId, records: ReadonlyMap<CellId, CellRecord>) => void): void {
    for (const [id, record] of this.#records) look(record, id, this);
  }
}
