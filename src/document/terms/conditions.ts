import type { Scope } from "../scope.ts";
import { collections } from "./collections.ts";

type Condition = (scope: Scope) => boolean;

const known = (part: "customer" | "title" | "purpose" | "authors" | "date" | "edition" | "release" | "domain"): [string, Condition] => [
  part,
  ({ plan }) => plan.project[part].kind === "known",
];

const own: readonly (readonly [string, Condition])[] = [
  ["upgrade", ({ plan }) => plan.project.former !== undefined],
  ...(["customer", "title", "purpose", "authors", "date", "edition", "release", "domain"] as const).map(known),
];

/** What `:::if{…}` can ask: facts of the project that are known, and collections that are not empty. */
export const conditions: ReadonlyMap<string, Condition> = new Map([
  ...[...collections].map(([name, rows]): [string, Condition] => [name, (scope) => rows(scope).length > 0]),
  ...own,
]);
