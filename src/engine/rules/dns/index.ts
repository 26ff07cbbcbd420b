import type { Rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";

export const dnsRules: readonly Rule<readonly DnsRecord[]>[] = [];
