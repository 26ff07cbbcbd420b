import type { TeamId } from "../../answers/question.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

/** An account that somebody prepares; named, never with its secret. */
export interface AccountRow extends Derived {
  readonly title: string;
  readonly where: string;
  readonly permissions: readonly string[];
  readonly fields: readonly string[];
  /** What shows that it does what it is for, where a login alone shows no permissions; goes on after "The secret store holds it; ". */
  readonly proof?: string;
  readonly team: TeamId;
}

/** A way in or a place where something is kept. */
export interface AccessRow extends Derived {
  readonly title: string;
  readonly detail: Value<string>;
  readonly team: TeamId;
}

/** A tool of the installing engineers. */
export interface ToolRow extends Derived {
  readonly title: string;
  readonly version: string;
}

/** A secret by its name: how it is made or that it is handed over, which form it has, and where it stands. */
export interface SecretRow extends Derived {
  readonly name: string;
  /** What makes it; absent where another team hands it over. */
  readonly command?: string;
  /** Set on an upgrade for what the installed platform has: it stays. */
  readonly inUse?: true;
  /** Length and encoding, as whatever reads it wants them. */
  readonly form: string;
  readonly files: readonly string[];
}
