import type { Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { clusterIssuer, issuanceSettings, privateRoot } from "./certificates.ts";
import { externalDnsSettings, recordedDomain } from "./dns.ts";
import { familySettings } from "./families.ts";
import { issuerSettings, seedIssuerSettings, sessionSettings } from "./login.ts";
import { kubeOneRegistry, platformRegistry, workerRegistry } from "./offline.ts";
import { chartProxy, kubeOneProxy, masterProxy, seedProxy, workerProxy } from "./proxy.ts";

/** All rules for fields, in the order a reader meets the topics. */
export const settingRules: readonly Rule<readonly Setting[]>[] = [
  masterProxy,
  chartProxy,
  seedProxy,
  workerProxy,
  kubeOneProxy,
  platformRegistry,
  workerRegistry,
  kubeOneRegistry,
  externalDnsSettings,
  recordedDomain,
  familySettings,
  issuanceSettings,
  clusterIssuer,
  privateRoot,
  issuerSettings,
  sessionSettings,
  seedIssuerSettings,
];
