import type { CellId, CellRecord } from "../kernel/outcome.ts";
import type { AccessRow, AccountRow, SecretRow, ToolRow } from "./parts/access.ts";
import type { AddressPlan } from "./parts/addresses.ts";
import type { CertificatePlan } from "./parts/certificates.ts";
import type { Decision, Setting } from "./parts/decisions.ts";
import type { DnsRecord } from "./parts/dns.ts";
import type { Assumption, Finding, OpenPoint } from "./parts/findings.ts";
import type { FirewallPlan } from "./parts/firewall.ts";
import type { IdentityPlan } from "./parts/identity.ts";
import type { MonitoringPlan } from "./parts/monitoring.ts";
import type { ProjectFacts } from "./parts/project.ts";
import type { SizingPlan } from "./parts/sizing.ts";
import type { StoragePlan } from "./parts/storage.ts";
import type { Topology } from "./parts/topology.ts";
import type { ChecklistItem, RunbookStep, ScheduleRow } from "./parts/work.ts";

export type * from "./parts/derived.ts";
export type * from "./parts/project.ts";
export type * from "./parts/addresses.ts";
export type * from "./parts/dns.ts";
export type * from "./parts/certificates.ts";
export type * from "./parts/firewall.ts";
export type * from "./parts/topology.ts";
export type * from "./parts/sizing.ts";
export type * from "./parts/storage.ts";
export type * from "./parts/identity.ts";
export type * from "./parts/monitoring.ts";
export type * from "./parts/access.ts";
export type * from "./parts/decisions.ts";
export type * from "./parts/work.ts";
export type * from "./parts/findings.ts";

/**
 * The Plan: everything derived from the answers. Plain data (`cells` is a map), in a fixed order. The screen, every export, the
 * command line and the golden files read this and nothing else.
 */
export interface Plan {
  readonly project: ProjectFacts;
  readonly addresses: AddressPlan;
  readonly dns: { readonly records: readonly DnsRecord[] };
  readonly certificates: CertificatePlan;
  readonly firewall: FirewallPlan;
  readonly topology: Topology;
  readonly sizing: SizingPlan;
  readonly storage: StoragePlan;
  readonly identity: IdentityPlan;
  readonly monitoring: MonitoringPlan;
  readonly accounts: readonly AccountRow[];
  readonly access: readonly AccessRow[];
  readonly tools: readonly ToolRow[];
  /** Secrets that people generate or are handed: their names, never their values. */
  readonly secrets: readonly SecretRow[];
  readonly decisions: readonly Decision[];
  readonly settings: readonly Setting[];
  readonly checklist: readonly ChecklistItem[];
  readonly schedule: readonly ScheduleRow[];
  readonly runbook: readonly RunbookStep[];
  readonly findings: readonly Finding[];
  readonly openPoints: readonly OpenPoint[];
  readonly assumptions: readonly Assumption[];
  /** What each rule read: the ground on which every `from` below stands. */
  readonly cells: ReadonlyMap<CellId, CellRecord>;
}
