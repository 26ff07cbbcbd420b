import type { Fact } from "./fact.ts";
import { externalHostFacts } from "./external-hosts.ts";
import { firewallFacts } from "./firewall.ts";
import { largestDiskFacts } from "./largest-disks.ts";
import { portFacts } from "./ports.ts";
import { apiEndpointFacts } from "./api-endpoints.ts";
import { balancerFacts } from "./balancers.ts";
import { backupFacts } from "./backup.ts";
import { meteringFacts } from "./metering.ts";
import { monitoringFacts } from "./monitoring.ts";
import { monitoringLoadFacts } from "./monitoring-load.ts";
import { chartFacts } from "./charts.ts";
import { certificateFacts } from "./certificates.ts";
import { dashboardFacts } from "./dashboard.ts";
import { storeRootFacts } from "./store-root.ts";
import { dnsFacts } from "./dns.ts";
import { addressFacts } from "./addresses.ts";
import { editionFacts } from "./editions.ts";
import { internetFactList } from "./internet.ts";
import { identityFacts } from "./identity.ts";
import { imageFacts } from "./images.ts";
import { placementFacts } from "./placement.ts";
import { publicServices } from "./public-services.ts";
import { qualityFacts } from "./quality.ts";
import { operationsFacts } from "./operations.ts";
import { operatingSystemFacts } from "./operating-systems.ts";
import { providerFacts } from "./providers.ts";
import { releaseFacts } from "./releases.ts";
import { scheduleFacts } from "./schedule.ts";
import { controlPlaneFacts } from "./control-plane.ts";
import { sizingFacts } from "./sizing.ts";
import { virtualMachineFacts } from "./virtual-machines.ts";
import { podAddressFacts } from "./pod-addresses.ts";
import { s3ClientFacts } from "./s3-clients.ts";
import { storageFacts } from "./storage.ts";

const all: readonly Fact<unknown>[] = [...addressFacts, ...apiEndpointFacts, ...balancerFacts,
  ...largestDiskFacts, ...dnsFacts, ...certificateFacts, ...chartFacts, ...identityFacts, ...internetFactList, ...publicServices, ...editionFacts, ...releaseFacts, ...placementFacts, ...qualityFacts, ...operatingSystemFacts, ...providerFacts, ...sizingFacts, ...virtualMachineFacts, ...controlPlaneFacts, ...imageFacts, ...storageFacts, ...backupFacts, ...monitoringFacts, ...monitoringLoadFacts, ...scheduleFacts, ...operationsFacts, ...portFacts, ...firewallFacts, ...externalHostFacts, ...meteringFacts, ...dashboardFacts, ...storeRootFacts, ...s3ClientFacts, ...podAddressFacts];

/** All catalogue facts by id. */
export const facts: ReadonlyMap<string, Fact<unknown>> = new Map(all.map((fact) => [fact.id, fact]));
