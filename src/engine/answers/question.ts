import type * as z from "zod";
import { PLAN, type AnswerPath, type SourceId, type SubjectKind } from "../kernel/outcome.ts";
import type { Reader } from "../kernel/rule.ts";

export const CHAPTER_IDS = [
  "project",
  "infrastructure",
  "network",
  "loadBalancer",
  "dns",
  "certificates",
  "authentication",
  "storage",
  "monitoring",
  "access",
] as const;
/** The ten chapters of the wizard, in the order people go through them. */
export type ChapterId = (typeof CHAPTER_IDS)[number];

/** Teams that own answers, requests and checklist lines. */
export const TEAMS = {
  platform: "Platform team",
  network: "Network team",
  dns: "DNS team",
  pki: "PKI team",
  identity: "Identity team",
  infrastructure: "Infrastructure team",
  storage: "Storage team",
  security: "Security team",
} as const;
export type TeamId = keyof typeof TEAMS;

/** One choice of a closed list. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means, in one sentence. */
  readonly help?: string;
  /** At most one chip: what Kubermatic recommends, or what the product does unasked. Different things. */
  readonly chip?: "recommended" | "product-default";
  /** Whether it is offered beside the other answers; absent where it always is. One that is given stays, and a check tells what is wrong with it. */
  readonly fits?: (look: Look) => boolean;
}

/** One column of a table answer. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly control: Control;
  readonly required: boolean;
}

/** How an answer is entered. The form is drawn from this; there are no hand-written forms. */
export type Control =
  | { readonly type: "text"; readonly mono?: boolean; readonly multiline?: boolean }
  | { readonly type: "integer"; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly type: "choice"; readonly choices: readonly Choice[] }
  | { readonly type: "choices"; readonly choices: readonly Choice[] }
  | { readonly type: "yes-no"; readonly yes: string; readonly no: string }
  | { readonly type: "date" }
  | { readonly type: "address" }
  | { readonly type: "block"; readonly family?: 6 }
  | { readonly type: "range" }
  /** `none`: what an empty list says, where "There are none" would say the contrary. */
  | { readonly type: "list"; readonly of: "address" | "hostname" | "text" | "host" | "block" | "range"; readonly none?: string }
  | { readonly type: "subject"; readonly kind: Exclude<SubjectKind, "plan"> }
  | { readonly type: "table"; readonly columns: readonly Column[] };

/** A product default that may stand in for an unanswered question; always listed as an assumption. */
export interface ProductDefault<T> {
  readonly value: T | ((read: Reader, subject: string) => T);
  /** What the product does unasked, as a sentence: "KKP exposes user clusters by NodePort." */
  readonly sentence: string;
  readonly source: SourceId;
  /** Where it stands in; elsewhere nobody knows, and what needs the answer waits. Absent means everywhere. */
  readonly where?: (read: Reader, subject: string) => boolean;
}

/** What an empty answer means where it has a meaning; always listed as an assumption. */
export interface Emptiness {
  /** What stands for the answer, in a word or two: "that of the platform". */
  readonly shown: string;
  /** What the product does then, as a sentence. */
  readonly sentence: string;
  readonly source: SourceId;
  /** Where it has that meaning; elsewhere nobody knows, and what needs the answer waits. Absent means everywhere. */
  readonly where?: (look: Look, subject: string) => boolean;
}

/** What a running platform keeps of an answer. */
export interface Kept {
  /** As a sentence: "User clusters that run keep their expose strategy." */
  readonly says: string;
  readonly source: SourceId;
  /** Whether a block may still grow around what it holds. */
  readonly grows?: true;
}

/** Reads answers without recording; used only to decide whether a question matters. */
export interface Look {
  <T>(question: Question<T>, subject?: string): T | undefined;
  readonly subjects: (kind: Exclude<SubjectKind, "plan">) => readonly string[];
}

/** Whose pods and nodes dial a server: those of master and Seeds, or those of user clusters. */
export type Dialler = "platform" | "user-clusters";

/** The server that an answer names. While it is an address, the ranges of whoever dials it, and all that has or hands out addresses, must keep out of it. */
export interface Server {
  /** What findings call it, before its address: "vCenter". */
  readonly title: string;
  /** Nobody where only people and machines outside the clusters call it. */
  readonly dialledBy: readonly Dialler[] | ((look: Look, subject: string) => readonly Dialler[]);
  /** Set where machines dial it themselves and no pod does. */
  readonly nodesAlone?: true;
  /** Finds the host in an answer that holds more, such as a URL. */
  readonly host?: (text: string) => string | undefined;
  /** Place where it stands, where that is not the place of the question's subject. */
  readonly place?: (look: Look) => string | undefined;
  /** What may have the same address because it is the server itself: a machine of a cluster, a Service of the master's block, or an address that the plan lists itself. */
  readonly is?: "machine" | "service" | "assigned";
  /** Routers and firewalls serve it as well, so it may have the address of one. */
  readonly onRouter?: true;
}

/** What an author writes; `chapter()` adds id, chapter, key and subject kind. */
export interface QuestionDefinition<T> {
  readonly section: string;
  /** The question as a question: "Which block holds the virtual addresses?" */
  readonly label: string;
  /** Short name for tables and lists of open points: "Virtual address block". */
  readonly short: string;
  /** Why it matters, at most two lines, in plain words. */
  readonly help: string;
  readonly source: SourceId;
  /** Who usually knows. */
  readonly team: TeamId;
  readonly control: Control;
  readonly schema: z.ZodType<T>;
  /** An example in the right form, shown under the field. */
  readonly example?: string;
  readonly productDefault?: ProductDefault<T>;
  /** For answers that may stay empty because there is nothing to add. */
  readonly empty?: Emptiness;
  /** For answers that name a server. */
  readonly server?: Server;
  /** For answers that nobody can change once the platform runs: no fix of an upgrade does. */
  readonly kept?: Kept;
  /** Whether few answer it: until somebody does, it stands behind the others of its section, and the default stands in. */
  readonly seldom?: true;
  /** Whether the question matters for the answers so far. Absent means always. */
  readonly asked?: (look: Look, subject: string) => boolean;
}

export interface Question<T> extends QuestionDefinition<T> {
  /** Id without subject: `network.places.gateway`. */
  readonly id: string;
  readonly chapter: ChapterId;
  readonly key: string;
  readonly subject: SubjectKind;
}

/** Folder of a subject kind inside a chapter of the plan file. */
export const GROUPS = { place: "places", cluster: "clusters", datacenter: "datacenters" } as const;

/** Path of the answer to a question for a subject. */
export function pathOf(question: Question<unknown>, subject: string = PLAN): AnswerPath {
  if (question.subject === "plan") return question.id;
  return `${question.chapter}.${GROUPS[question.subject]}.${subject}.${question.key}`;
}

type Definitions = Readonly<Partial<Record<SubjectKind, Readonly<Record<string, QuestionDefinition<unknown>>>>>>;
type Stamped<D> = D extends QuestionDefinition<infer T> ? Question<T> : never;

/** A chapter with its questions by subject kind: `network.place.gateway`. */
export type Chapter<D extends Definitions> = {
  readonly id: ChapterId;
  readonly title: string;
  readonly intro: string;
} & { readonly [S in keyof D]: { readonly [K in keyof D[S]]: Stamped<D[S][K]> } };

/** Declares a chapter; gives each question its id and place in the plan file. */
export function chapter<const D extends Definitions>(id: ChapterId, title: string, intro: string, definitions: D): Chapter<D> {
  const stamped: Record<string, Record<string, unknown>> = {};
  for (const subject of Object.keys(definitions) as SubjectKind[]) {
    const group = definitions[subject] ?? {};
    const prefix = subject === "plan" ? id : `${id}.${GROUPS[subject]}`;
    stamped[subject] = Object.fromEntries(
      Object.entries(group).map(([key, definition]) => [
        key,
        { ...(definition as object), id: `${prefix}.${key}`, chapter: id, key, subject },
      ]),
    );
  }
  return { id, title, intro, ...stamped } as Chapter<D>;
}
