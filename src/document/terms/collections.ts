import { ofCluster, type Scope } from "../scope.ts";

/**
 * What the template can count, loop over, or ask for (`:count[records]`, `:::each{clusters}`, `:::if{records}`).
 * Each returns the rows themselves; loops use those of `subjects`.
 */
export const collections: ReadonlyMap<string, (scope: Scope) => readonly unknown[]> = new Map<string, (scope: Scope) => readonly unknown[]>([
  ["blockers", ({ plan }) => plan.findings.filter(({ severity }) => severity === "blocker")],
  ["advice", ({ plan }) => plan.findings.filter(({ severity }) => severity === "advice")],
  ["open-points", ({ plan }) => plan.openPoints],
  ["waiting", ({ waiting }) => waiting],
  ["assumptions", ({ plan }) => plan.assumptions],
  ["decisions", ({ plan }) => plan.decisions],
  ["alternatives", ({ alternatives }) => (alternatives ?? []).flatMap((weighed) => weighed.alternatives)],
  ["connections", ({ plan }) => plan.topology.connections],
  ["ranges", ({ plan }) => plan.addresses.ranges],
  ["workloads", ({ plan }) => plan.addresses.workloads],
  ["records", ({ plan }) => plan.dns.records.filter(({ need }) => need === "required")],
  ["record-targets", ({ plan }) => [...new Set(plan.dns.records.filter(({ need }) => need === "required").map(({ target }) => JSON.stringify(target)))]],
  ["waiting-records", ({ plan }) => plan.dns.records.filter(({ need, target }) => need === "required" && target.kind !== "known")],
  ["hosts", (scope) => ofCluster(scope, scope.plan.certificates.hosts)],
  ["requests", (scope) => ofCluster(scope, scope.plan.certificates.requests)],
  ["requests-to-make", (scope) => ofCluster(scope, scope.plan.certificates.requests).filter(({ inUse }) => !inUse)],
  ["certificates-in-use", (scope) => ofCluster(scope, scope.plan.certificates.requests).filter(({ inUse }) => inUse)],
  ["secrets-to-make", ({ plan }) => plan.secrets.filter(({ inUse }) => !inUse)],
  ["secrets-in-use", ({ plan }) => plan.secrets.filter(({ inUse }) => inUse === true)],
  ["uncovered-hosts", ({ plan }) => plan.certificates.coverage.filter(({ coveredBy }) => coveredBy === undefined)],
  ["hosts-beyond-wildcard", ({ plan }) => plan.certificates.coverage.filter(({ byPlatformWildcard }) => !byPlatformWildcard)],
  ["inside-flows", ({ plan }) => plan.firewall.inside],
  ["external-hosts", ({ plan }) => plan.firewall.external],
  ["sized-clusters", (scope) => ofCluster(scope, scope.plan.sizing.clusters)],
  ["ceilings", (scope) => ofCluster(scope, scope.plan.sizing.ceilings)],
  ["storage-classes", ({ plan }) => plan.storage.classes],
  ["backups", ({ plan }) => plan.storage.backups],
  ["routines", ({ plan }) => plan.storage.routines],
  ["monitoring-loads", (scope) => ofCluster(scope, scope.plan.monitoring.loads)],
  ["alerts", ({ plan }) => plan.monitoring.alerts],
  ["redirect-uris", ({ plan }) => plan.identity.redirectUris],
  ["monitoring-components", ({ plan }) => plan.monitoring.components],
  ["accounts", ({ plan }) => plan.accounts],
  ["access", ({ plan }) => plan.access],
  ["tools", ({ plan }) => plan.tools],
  ["secrets", ({ plan }) => plan.secrets],
  ["checklist", ({ plan }) => plan.checklist],
  ["blocked-items", ({ plan }) => plan.checklist.filter(({ blockedBy }) => blockedBy.length > 0)],
  ["schedule", ({ plan }) => plan.schedule],
  ["steps", ({ plan }) => plan.runbook],
  ["waiting-steps", ({ plan }) => plan.runbook.filter(({ waiting }) => waiting !== undefined)],
]);

/** What a loop runs over: the subject that each turn is about. */
export const loops: ReadonlyMap<string, (scope: Scope) => readonly NonNullable<Scope["subject"]>[]> = new Map([
  ["sized-clusters", ({ plan }: Scope) => plan.sizing.clusters.map(({ cluster }) => ({ kind: "cluster", id: cluster }) as const)],
]);
