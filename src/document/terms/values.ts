import { eventOf, type Value } from "../../engine/index.ts";
import { nameOf, ofCluster, ownerOf, type Scope } from "../scope.ts";
import { formatDate } from "../text/dates.ts";
import { code, joined, number, text, value, type Inlines } from "../text/inlines.ts";

const EDITIONS = { CE: "Community Edition", EE: "Enterprise Edition" } as const;
const KINDS = { installation: "Installation", upgrade: "Upgrade" } as const;
const PURPOSES: Readonly<Record<string, string>> = { production: "production", "proof-of-concept": "proof of concept" };

const shown = <T>(scope: Scope, source: Value<T>, write: (known: T) => string): Inlines => [value(scope, source, (known) => text(write(known)))];

/** Values that the template can name: `:value[domain]`. They become text nodes and are never read as Markdown. */
export const values: ReadonlyMap<string, (scope: Scope) => Inlines> = new Map<string, (scope: Scope) => Inlines>([
  ["customer", (scope) => shown(scope, scope.plan.project.customer, String)],
  ["title", (scope) => shown(scope, scope.plan.project.title, String)],
  ["purpose", (scope) => shown(scope, scope.plan.project.purpose, (purpose) => PURPOSES[purpose] ?? purpose)],
  ["authors", (scope) => shown(scope, scope.plan.project.authors, (authors) => authors.join(", "))],
  ["date", (scope) => shown(scope, scope.plan.project.date, formatDate)],
  ["edition", (scope) => shown(scope, scope.plan.project.edition, (edition) => EDITIONS[edition])],
  ["release", (scope) => shown(scope, scope.plan.project.release, (release) => `KKP ${release}`)],
  ["former-release", ({ plan }) => [text(plan.project.former === undefined ? "the release before" : `KKP ${plan.project.former}`)]],
  ["event", ({ plan }) => [text(eventOf(plan))]],
  ["kind-of-plan", ({ plan }) => [text(`${KINDS[eventOf(plan)]} plan`)]],
  ["domain", (scope) => [value(scope, scope.plan.project.domain, code)]],
  ["plan-id", ({ planId }) => [code(planId)]],
  ["cluster", (scope) => (scope.subject ? [code(nameOf(scope, scope.subject.kind, scope.subject.id))] : [])],
  ["workers", (scope) => joined(ofCluster(scope, scope.plan.sizing.clusters).map(({ workers }) => [number(workers)]))],
  ["platform-wildcard", ({ plan }) => (plan.project.domain.kind === "known" ? [code(`*.${plan.project.domain.value}`)] : [text("the platform's domain")])],
  ["uncovered-by-wildcard", ({ plan }) => joined(plan.certificates.coverage.filter((row) => !row.byPlatformWildcard).map(({ host }) => [code(host)]))],
  ["owners-of-open-points", (scope) => [text(owners(scope))]],
]);

/** "Network team 2, DNS team 1" */
function owners(scope: Scope): string {
  const counts = new Map<string, number>();
  for (const point of scope.plan.openPoints) counts.set(ownerOf(scope, point), (counts.get(ownerOf(scope, point)) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a);
  return most.map(([owner, count]) => `${owner} ${count}`).join(", ");
}
