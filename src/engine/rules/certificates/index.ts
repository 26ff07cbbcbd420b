import type { Rule } from "../../kernel/rule.ts";
import type { CertificatePlan, CertificateRequest, CoverageRow, ServedHost } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { dashboardHost, platformInterfaceHosts, seedInterfaceHosts } from "./hosts.ts";

export const hostRules: readonly Rule<readonly ServedHost[]>[] = [listOf(dashboardHost), platformInterfaceHosts, seedInterfaceHosts];
export const requestRules: readonly Rule<readonly CertificateRequest[]>[] = [];
export const coverageRules: readonly Rule<readonly CoverageRow[]>[] = [];
export const leftOutRules: readonly Rule<CertificatePlan["leftOut"]>[] = [];
