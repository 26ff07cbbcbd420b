import type { Rule } from "../../kernel/rule.ts";
import type { CertificatePlan, CertificateRequest, CoverageRow, ServedHost } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { coverage } from "./coverage.ts";
import { dashboardHost, ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "./hosts.ts";
import { leftOut, ownAuthority } from "./left-out.ts";
import { certificateRequest } from "./requests.ts";

export const hostRules: readonly Rule<readonly ServedHost[]>[] = [listOf(dashboardHost), platformInterfaceHosts, seedInterfaceHosts, ownInterfaceHosts];
export const requestRules: readonly Rule<readonly CertificateRequest[]>[] = [listOf(certificateRequest)];
export const coverageRules: readonly Rule<readonly CoverageRow[]>[] = [coverage];
export const leftOutRules: readonly Rule<CertificatePlan["leftOut"]>[] = [ownAuthority, leftOut];
