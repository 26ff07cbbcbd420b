import type { SourceId } from "../kernel/outcome.ts";

/**
 * How sure the product knowledge is.
 *
 * - `sourced`: stated by the named source.
 * - `derived`: follows from sourced facts; the statement says how.
 * - `standard`: general internet or Kubernetes standard.
 * - `planning`: a planning choice without vendor statement; shown as such.
 * - `unconfirmed`: no primary source found; shown as such.
 */
export type Certainty = "sourced" | "derived" | "standard" | "planning" | "unconfirmed";

/** A figure, name or list of product knowledge. No figure, port or host name stands in a rule's body. */
export interface Fact<T> {
  readonly id: string;
  /** One sentence that says what the value is, fit for print. */
  readonly statement: string;
  readonly value: T;
  readonly certainty: Certainty;
  readonly sources: readonly SourceId[];
}

/** Declares a fact; keeps the inferred value type. */
export const fact = <T>(definition: Fact<T>): Fact<T> => definition;
