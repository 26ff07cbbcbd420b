import type { Rule } from "../../kernel/rule.ts";
import type { CertificatePlan, CertificateRequest, CoverageRow, ServedHost } from "../../plan/plan.ts";

export const hostRules: readonly Rule<readonly ServedHost[]>[] = [];
export const requestRules: readonly Rule<readonly CertificateRequest[]>[] = [];
export const coverageRules: readonly Rule<readonly CoverageRow[]>[] = [];
export const leftOutRules: readonly Rule<CertificatePlan["leftOut"]>[] = [];
