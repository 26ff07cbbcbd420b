import type { Rule } from "../../kernel/rule.ts";
import type { AddressAssignment, AddressPool, AddressRange, DhcpUse, WorkloadNeed } from "../../plan/plan.ts";

export const poolRules: readonly Rule<readonly AddressPool[]>[] = [];
export const assignmentRules: readonly Rule<readonly AddressAssignment[]>[] = [];
export const rangeRules: readonly Rule<readonly AddressRange[]>[] = [];
export const dhcpRules: readonly Rule<readonly DhcpUse[]>[] = [];
export const workloadRules: readonly Rule<readonly WorkloadNeed[]>[] = [];
