import type { Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { issuerSettings, seedIssuerSettings } from "./login.ts";
import { kubeOneRegistry, platformRegistry, workerRegistry } from "./offline.ts";
import { kubeOneProxy, masterProxy, seedProxy, workerProxy } from "./proxy.ts";

/** All rules for fields, in the order a reader meets the topics. */
export const settingRules: readonly Rule<readonly Setting[]>[] = [
  masterProxy,
  seedProxy,
  workerProxy,
  kubeOneProxy,
  platformRegistry,
  workerRegistry,
  kubeOneRegistry,
  issuerSettings,
  seedIssuerSettings,
];
