import type { ListedKind } from "../../answers/answers.ts";
import type { ReleaseId } from "../../facts/source.ts";
import type { Value } from "../../kernel/outcome.ts";

/** Name of each place, platform cluster and datacenter by its kind and id, since kinds may share an id; the id itself where no name is given. */
export type SubjectNames = Readonly<Record<ListedKind, Readonly<Record<string, string>>>>;

/** What the cover and the head of every file say. Unanswered parts are open. */
export interface ProjectFacts {
  readonly customer: Value<string>;
  readonly title: Value<string>;
  readonly authors: Value<readonly string[]>;
  readonly date: Value<string>;
  readonly purpose: Value<string>;
  readonly edition: Value<"CE" | "EE">;
  readonly release: Value<ReleaseId>;
  /** Release that is installed already, where the plan is about an upgrade. */
  readonly former?: ReleaseId;
  readonly domain: Value<string>;
  readonly names: SubjectNames;
  readonly contacts: readonly { readonly team: string; readonly name: string; readonly mail?: string | undefined }[];
}
