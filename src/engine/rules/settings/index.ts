import type { Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { clusterIssuer, gatewaySwitches, issuanceSettings, privateRoot, routeDomain } from "./certificates.ts";
import { externalDnsSettings } from "./dns.ts";
import { clusterLoginSettings, furtherIssuerSettings, sourceRootSettings } from "./login-trust.ts";
import { issuerSettings, portSettings, seedIssuerSettings, sessionSettings } from "./login.ts";
import { kubeOneRegistry, platformRegistry, workerRegistry } from "./offline.ts";
import { chartProxy, kubeOneProxy, managementSettings, masterProxy, seedProxy, workerProxy } from "./proxy.ts";

/** All rules for fields, in the order a reader meets the topics. */
export const settingRules: readonly Rule<readonly Setting[]>[] = [
  masterProxy,
  chartProxy,
  seedProxy,
  managementSettings,
  workerProxy,
  kubeOneProxy,
  platformRegistry,
  workerRegistry,
  kubeOneRegistry,
  externalDnsSettings,
  issuanceSettings,
  clusterIssuer,
  gatewaySwitches,
  routeDomain,
  privateRoot,
  issuerSettings,
  portSettings,
  sessionSettings,
  seedIssuerSettings,
  furtherIssuerSettings,
  clusterLoginSettings,
  sourceRootSettings,
];
