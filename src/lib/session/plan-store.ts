import type { Ahead } from "../storage/ahead.ts";
import { joined, NO_CHANGE, patchBetween } from "../storage/answers-patch.ts";
import type { PlanRow, PlanSummary } from "../storage/database.ts";
import { PlanGone, type SavedPlan } from "../storage/saved-plan.ts";
import type { SavedState } from "./session-context.ts";
import { reduce, type SessionAction, type SessionState } from "./session-state.ts";

/** Where a store keeps its plan; the browser's database, or a test's memory. */
export interface Shelf {
  readonly read: (key: string) => Promise<SavedPlan | undefined>;
  /**
   * Writes the plan; one that is not new only where the shelf still has it.
   * @throws PlanGone when it was deleted
   */
  readonly write: (plan: SavedPlan, isNew: boolean) => Promise<void>;
  /** Notes the latest state in the same turn. */
  readonly writeAhead: (note: Ahead) => void;
  readonly forgetAhead: (row: PlanRow) => void;
  readonly timeAfter: (before: number) => number;
  readonly summaryOf: (state: SessionState) => PlanSummary;
}

/** What a store says to its view. A new object with every change. */
export interface StoreView {
  readonly state: SessionState;
  readonly saved: SavedState;
  readonly readOnly: boolean;
  /** The plan was deleted elsewhere: what is here is the last of it, and is no longer written. */
  readonly gone: boolean;
}

/** Time from a change to its write, in milliseconds: strokes of typing are written together. */
const REST = 250;

/**
 * One open plan: the latest state, and the duty to keep it. Every change is noted in the same turn and written soon;
 * changes that come before or during a write go out together with the next one.
 */
export class PlanStore {
  #view: StoreView;
  #row: PlanRow;
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  #writing: Promise<void> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Number of the latest change, and of the latest one that was written or refused. */
  #changes = 0;
  #settled = 0;
  /** What changed since the shelf has last kept the plan, and since the write that is on its way began. */
  #sinceKept = NO_CHANGE;
  #sinceWriting = NO_CHANGE;
  /** Whether the shelf holds a state on which a note can build. */
  #kept: boolean;

  constructor({ row, state, refused, ahead }: SavedPlan, shelf: Shelf) {
    this.#row = row;
    this.#shelf = shelf;
    this.#kept = !refused && !ahead;
    this.#view = { state, saved: refused ? "refused" : "saved", readOnly: false, gone: false };
  }

  /** The key of the plan. */
  get key(): string {
    return this.#row.key;
  }

  readonly view = (): StoreView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes the plan; without effect while another tab writes it. */
  readonly dispatch = (action: SessionAction): void => {
    if (this.#view.readOnly || this.#view.gone) return;
    const { state: before, saved } = this.#view;
    const state = reduce(before, action);
    if (state === before) return;
    const { name, answers, drafts } = state;
    const change = patchBetween(before.answers, answers);
    this.#sinceKept = joined(this.#sinceKept, change);
    this.#sinceWriting = joined(this.#sinceWriting, change);
    this.#row = { ...this.#row, name, updatedAt: this.#shelf.timeAfter(this.#row.updatedAt) };
    this.#shelf.writeAhead({ row: this.#row, name, drafts, answers: this.#kept ? { changed: this.#sinceKept } : { all: answers } });
    this.#changes += 1;
    this.#show({ state, saved: saved === "refused" ? "refused" : "saving" });
    this.#waiting ??= setTimeout(() => void this.flush(), REST);
  };

  /** Writes at once what is not written yet; resolves when the shelf has it or has refused. */
  flush(): Promise<void> {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Takes over what another tab has written. */
  async reload(): Promise<void> {
    const plan = await this.#shelf.read(this.key);
    if (this.#view.gone || !plan || plan.row.updatedAt < this.#row.updatedAt) return;
    this.#row = plan.row;
    this.#sinceKept = NO_CHANGE;
    this.#kept = !plan.refused && !plan.ahead;
    this.#show({ state: plan.state });
  }

  /** Says whether another tab writes the plan. */
  setReadOnly(readOnly: boolean): void {
    if (readOnly !== this.#view.readOnly && !this.#view.gone) this.#show({ readOnly });
  }

  /** The plan was deleted: nothing of it is written any more. */
  abandon(): void {
    if (this.#view.gone) return;
    clearTimeout(this.#waiting);
    this.#shelf.forgetAhead(this.#row);
    this.#show({ readOnly: true, gone: true });
  }

  async #write(): Promise<void> {
    while (this.#settled < this.#changes && !this.#view.gone) {
      const change = this.#changes;
      const { state } = this.#view;
      this.#sinceWriting = NO_CHANGE;
      try {
        await this.#shelf.write({ row: { ...this.#row, summary: this.#shelf.summaryOf(state) }, state }, !this.#kept);
        this.#sinceKept = this.#sinceWriting;
        this.#kept = true;
        if (change === this.#changes) this.#show({ saved: "saved" });
      } catch (cause) {
        if (cause instanceof PlanGone) this.abandon();
        else this.#show({ saved: "refused" });
      }
      this.#settled = change;
    }
  }

  #show(change: Partial<StoreView>): void {
    this.#view = { ...this.#view, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
