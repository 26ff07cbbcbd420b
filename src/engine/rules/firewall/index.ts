import type { Rule } from "../../kernel/rule.ts";
import type { Endpoint, ExternalHost, Flow, InsideFlow } from "../../plan/plan.ts";
import { flows } from "./connections.ts";
import { endpointRules as drawn } from "./endpoints/index.ts";
import { alertSources } from "./external/alerts.ts";
import { apiMachineSources, clusterSources, enterpriseSources, releaseSources, seedSources } from "./external/clusters.ts";
import { fileShareHosts } from "./external/file-shares.ts";
import { hubSources } from "./external/hub.ts";
import { identitySources } from "./external/identity.ts";
import { namedSources } from "./external/named.ts";
import { userStoreHosts } from "./external/stores.ts";
import { gitSources, installerApiSources } from "./external/installers.ts";
import { mirrorSources } from "./external/mirrors.ts";
import { telemetrySources } from "./external/telemetry.ts";
import { acmeSources, engineerSources, recordSources, installerSources, providerSources, unnamedSources } from "./external/services.ts";
import { workerCalledHosts, workerSources } from "./external/workers.ts";
import { pathErrors, routersBetween } from "./path-errors.ts";
import { kubernetesInside, loadBalancerInside } from "./inside/kubernetes.ts";
import { controlPlanesInside, kyvernoInside, minioInside, tunnellingAgentInside } from "./inside/platform.ts";
import { webhookRules } from "./inside/webhooks.ts";

/** Ends that the overview draws, and those of rows that have no line there. */
export const endpointRules: readonly Rule<readonly Endpoint[]>[] = [...drawn, routersBetween];

export const flowRules: readonly Rule<readonly Flow[]>[] = [flows, pathErrors];

export const insideRules: readonly Rule<readonly InsideFlow[]>[] = [
  kubernetesInside,
  loadBalancerInside,
  ...webhookRules,
  controlPlanesInside,
  kyvernoInside,
  tunnellingAgentInside,
  minioInside,
];

export const externalRules: readonly Rule<readonly ExternalHost[]>[] = [
  clusterSources,
  apiMachineSources,
  seedSources,
  hubSources,
  releaseSources,
  enterpriseSources,
  providerSources,
  unnamedSources,
  telemetrySources,
  acmeSources,
  recordSources,
  identitySources,
  namedSources,
  userStoreHosts,
  alertSources,
  mirrorSources,
  installerSources,
  engineerSources,
  installerApiSources,
  gitSources,
  workerSources,
  workerCalledHosts,
  fileShareHosts,
];
