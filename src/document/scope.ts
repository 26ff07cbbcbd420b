import { subjectName, TEAMS, type AnswerPath, type ListedKind, type OpenPoint, type Plan, type TeamId, type WeighedDecision } from "../engine/index.ts";

/** What a document is made of. */
export interface DocumentInput {
  readonly plan: Plan;
  /** First 12 hex digits of the fingerprint. */
  readonly planId: string;
  /** Format version of the plan file. */
  readonly format: number;
  /** The important decisions beside what else could be chosen. */
  readonly alternatives?: readonly WeighedDecision[];
}

/** What template, tables and parts can see while the document is composed. Loops narrow it to one subject. */
export interface Scope extends DocumentInput {
  readonly openPoints: ReadonlyMap<AnswerPath, OpenPoint>;
  readonly assumed: ReadonlySet<AnswerPath>;
  /** Open points that rows of the chapter wait for; known once its tables are. */
  readonly waiting: readonly OpenPoint[];
  /** Subject of the innermost loop. */
  readonly subject: { readonly kind: "cluster" | "place"; readonly id: string } | undefined;
}

/** The scope of a whole document. */
export function scopeOf(input: DocumentInput): Scope {
  return {
    ...input,
    openPoints: new Map(input.plan.openPoints.map((point) => [point.path, point])),
    assumed: new Set(input.plan.assumptions.map(({ path }) => path)),
    waiting: [],
    subject: undefined,
  };
}

/** Name of a place, platform cluster or datacenter; its id while nobody named it. */
export const nameOf = (scope: Scope, kind: ListedKind, id: string): string => subjectName(scope.plan.project.names, kind, id);

/** Rows of the cluster whose loop is running; outside a loop all rows, those of one cluster together. */
export function ofCluster<T extends { readonly cluster: string }>({ subject }: Scope, rows: readonly T[]): readonly T[] {
  if (subject?.kind === "cluster") return rows.filter(({ cluster }) => cluster === subject.id);
  const order = new Map([...new Set(rows.map(({ cluster }) => cluster))].map((cluster, at) => [cluster, at]));
  return rows.toSorted((a, b) => (order.get(a.cluster) ?? 0) - (order.get(b.cluster) ?? 0));
}

/** "Network team", with the name of its contact where the plan has one. */
export function teamName(scope: Scope, team: TeamId): string {
  const contact = scope.plan.project.contacts.find((candidate) => candidate.team === team);
  return contact ? `${TEAMS[team]} (${contact.name})` : TEAMS[team];
}

/** Who settles an open point: the owner named with it, else the team that usually knows. */
export function ownerOf(scope: Scope, point: OpenPoint): string {
  if (point.owner === undefined) return teamName(scope, point.team);
  return Object.hasOwn(TEAMS, point.owner) ? teamName(scope, point.owner as TeamId) : point.owner;
}
