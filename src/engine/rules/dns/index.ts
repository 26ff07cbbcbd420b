import type { Rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { kubernetesApiRecord } from "./kubernetes-api-record.ts";
import { challengeRecords } from "./challenge-records.ts";
import { ledRecords } from "./led-records.ts";
import { dashboardRecord, platformRecords } from "./platform-records.ts";
import { outerRecords, publicRecords } from "./public-records.ts";
import { secondFamilyRecords } from "./second-family.ts";
import { seedInterfaceRecords, seedWildcardRecord } from "./seed-records.ts";

/** Records in the order a DNS team reads them: platform, Seeds, public, recommended, and names of others. */
export const dnsRules: readonly Rule<readonly DnsRecord[]>[] = [
  dashboardRecord,
  platformRecords,
  seedWildcardRecord,
  seedInterfaceRecords,
  publicRecords,
  outerRecords,
  secondFamilyRecords,
  challengeRecords,
  kubernetesApiRecord,
  ledRecords,
];
