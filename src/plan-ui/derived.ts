import type { CellId, Derived, Plan } from "../engine/index.ts";
import type { PlanPartId } from "./links.ts";

/** A kind of derived row, with the part of the Plan half where it is read. */
export interface RowKind {
  readonly part: PlanPartId;
  readonly one: string;
  readonly many: string;
  readonly rows: (plan: Plan) => readonly Derived[];
}

const kind = (part: PlanPartId, one: string, many: string, rows: RowKind["rows"]): RowKind => ({ part, one, many, rows });

/** Every kind of derived row, in the order of the Plan half. */
export const ROW_KINDS: readonly RowKind[] = [
  kind("addresses", "block of virtual addresses", "blocks of virtual addresses", (plan) => plan.addresses.pools),
  kind("addresses", "address", "addresses", (plan) => plan.addresses.assignments),
  kind("addresses", "DHCP range", "DHCP ranges", (plan) => plan.addresses.dhcp),
  kind("addresses", "block for workloads", "blocks for workloads", (plan) => plan.addresses.workloads),
  kind("dns", "DNS record", "DNS records", (plan) => plan.dns.records),
  kind("certificates", "certificate", "certificates", (plan) => plan.certificates.requests),
  kind("certificates", "line of the proof", "lines of the proof", (plan) => plan.certificates.coverage),
  kind("firewall", "firewall row", "firewall rows", (plan) => plan.firewall.flows),
  kind("firewall", "external host", "external hosts", (plan) => plan.firewall.external),
  kind("sizing", "sizing", "sizings", (plan) => plan.sizing.clusters),
  kind("sizing", "ceiling", "ceilings", (plan) => plan.sizing.ceilings),
  kind("storage", "storage class", "storage classes", (plan) => plan.storage.classes),
  kind("storage", "volume", "volumes", (plan) => plan.storage.volumes),
  kind("storage", "backup", "backups", (plan) => plan.storage.backups),
  kind("identity", "redirect URI", "redirect URIs", (plan) => plan.identity.redirectUris),
  kind("identity", "preparation", "preparations", (plan) => plan.identity.preparations),
  kind("monitoring", "component", "components", (plan) => plan.monitoring.components),
  kind("accounts", "account", "accounts", (plan) => plan.accounts),
  kind("accounts", "way in", "ways in", (plan) => plan.access),
  kind("configuration", "field", "fields", (plan) => plan.settings),
  kind("configuration", "secret", "secrets", (plan) => plan.secrets),
  kind("checklist", "checklist line", "checklist lines", (plan) => plan.checklist),
  kind("runbook", "runbook step", "runbook steps", (plan) => plan.runbook.filter(({ waiting }) => waiting === undefined)),
];

/** What stands on a cell: rows made by cells that read it, counted by kind. */
export function usesOf(plan: Plan, cell: CellId): readonly { readonly kind: RowKind; readonly count: number }[] {
  const users = new Set([...plan.cells].flatMap(([id, { via }]) => (via.includes(cell) ? [id] : [])));
  return ROW_KINDS.flatMap((rowKind) => {
    const count = rowKind.rows(plan).filter(({ from }) => users.has(from)).length;
    return count === 0 ? [] : [{ kind: rowKind, count }];
  });
}

/** Whether a row rests directly on a product default that nobody confirmed. */
export function isAssumed(plan: Plan, row: Pick<Derived, "from">): boolean {
  return (plan.cells.get(row.from)?.assumed.length ?? 0) > 0;
}
