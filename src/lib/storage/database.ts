import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PlanState } from "./plan-state.ts";

/** What the list of saved plans shows; small, so that the list never loads a plan. */
export interface PlanRow {
  readonly key: string;
  readonly name: string;
  /** Milliseconds of the epoch, and always later than the write before; for order, and for people. */
  readonly updatedAt: number;
  readonly summary: PlanSummary;
}

/** What was known of a plan when it was last written. */
export interface PlanSummary {
  readonly planId?: string | undefined;
  readonly domain?: string | undefined;
  readonly release?: string | undefined;
  readonly blockers?: number;
  readonly openPoints?: number;
}

/** A file from which something was dropped when it was opened, letter for letter. */
export interface OriginalFile {
  readonly planKey: string;
  readonly fileName: string;
  readonly text: string;
}

/** The two halves of a plan: what people say, and what follows. */
export type Half = "ask" | "plan";

/** Where a plan was left, and where each half of it was, as addresses. */
export interface Places {
  readonly last: string;
  /** The half seen last; the review belongs to both. */
  readonly half?: Half;
  readonly ask?: string;
  readonly plan?: string;
}

interface Shelves extends DBSchema {
  /** One small row for each plan. */
  rows: { key: string; value: PlanRow };
  /** Answers, drafts and history by plan key. */
  states: { key: string; value: PlanState };
  originals: { key: string; value: OriginalFile };
  /** Where each plan was left. */
  places: { key: string; value: Places };
}

export type Database = IDBPDatabase<Shelves>;

let opened: Promise<Database> | undefined;

/**
 * The browser's database of plans, opened once and kept open, so that a write reaches the browser at once.
 * @throws DOMException where the browser keeps nothing: private windows, refused permission, full disk.
 */
export function database(): Promise<Database> {
  if (!opened) {
    opened = open();
    opened.catch(forget);
  }
  return opened;
}

const forget = () => {
  opened = undefined;
};

/** Asynchronous, because some browsers refuse by throwing at once. */
async function open(): Promise<Database> {
  return openDB<Shelves>("groundplan", 1, {
    upgrade(db) {
      db.createObjectStore("rows", { keyPath: "key" });
      db.createObjectStore("states");
      db.createObjectStore("originals", { keyPath: "planKey" });
      db.createObjectStore("places");
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}
