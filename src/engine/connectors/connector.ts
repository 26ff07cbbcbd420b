import type { QuestionDefinition } from "../answers/question.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** An identity source behind Dex. */
export interface Connector {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly stability: "stable" | "beta" | "alpha";
  /** Whether a session survives the end of its ID token. */
  readonly refreshTokens: boolean;
  readonly groups: boolean;
  /** Whether the identity provider sends browsers back to `<issuer>/callback`. */
  readonly callback: boolean;
  /** Where Dex connects to; undefined when users live in Dex itself. */
  readonly endpoint?: {
    readonly title: string;
    /** Key of the question that holds the host. */
    readonly addressQuestion: string;
    /** Key of a choice question whose values are keys of `ports`; absent when the first entry of `ports` always holds. */
    readonly portQuestion?: string;
    readonly ports: Readonly<Record<string, { readonly port: number; readonly label: string }>>;
  };
  /** What the identity team prepares, one line each. */
  readonly prepare: readonly { readonly id: string; readonly title: string; readonly why: string; readonly verify: string }[];
  readonly questions: Readonly<Record<string, QuestionDefinition<unknown>>>;
  readonly sources: readonly SourceId[];
}
