import type { Block } from "../model.ts";
import type { Scope } from "../scope.ts";

/** One piece of the document that is no table, by the name the template calls it. */
export interface PartDefinition {
  readonly id: string;
  /** Beginnings of the rule ids it shows; tells the chapter what it still waits for. */
  readonly rules: readonly string[];
  /** Words that the template may give with it: `::findings{blocker}`; undefined where it takes none. */
  readonly choices?: readonly string[];
  /** Empty when there is nothing to say. `given` holds the attributes of the directive. */
  readonly build: (scope: Scope, given: Readonly<Record<string, string>>) => readonly Block[];
}
