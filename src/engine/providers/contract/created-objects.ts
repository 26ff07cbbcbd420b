import type { Fact } from "../../facts/fact.ts";
import type { ReleaseId } from "../../facts/source.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** What KKP makes in the account of the tenants for each user cluster, where nothing that exists is named. */
export interface CreatedObjects {
  /** The objects, as the end of a sentence that begins with "KKP creates". */
  readonly what: string;
  /** Set where a network is among them. */
  readonly network?: true;
  /** Fields of the Preset that name existing ones instead; empty where none can be named. */
  readonly named: readonly string[];
  /** Those besides that a release calls otherwise than another, or does not know. */
  readonly namedIn?: Fact<Readonly<Record<ReleaseId, readonly string[]>>>;
  /** Fields of the Preset whose value an answer gives, with the question about the datacenter or its place. */
  readonly asked?: readonly { readonly field: string; readonly of: "datacenter" | "place"; readonly question: string }[];
  /** Datacenter question whether KKP makes the networks, with the fields that nobody fills then; the question behind one of them is not asked. */
  readonly madeQuestion?: string;
  readonly unnamedThen?: readonly string[];
  /** The subnet that each made network has unasked, how many addresses machines can get in it, and the fields by which a user cluster asks for another. */
  readonly subnet?: { readonly block: string; readonly machines: number; readonly otherBy: Fact<Readonly<Record<ReleaseId, readonly string[]>>> };
  /** How to see what is there: a command or an observation. */
  readonly verify: string;
  /** What of it shows in a user cluster alone, which nobody has before the installation; a clause. */
  readonly inUserClusters?: string;
  readonly sources: readonly SourceId[];
}
