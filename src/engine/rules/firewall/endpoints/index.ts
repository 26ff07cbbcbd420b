import type { Rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { apiBalancerEndpoints, applianceEndpoints, hubEndpoints, nodeFrontEndpoints } from "./balancers.ts";
import { fileShareEndpoints } from "./file-shares.ts";
import { kubernetesApiEndpoints } from "./kubernetes-apis.ts";
import { mirrorEndpoints } from "./mirrors.ts";
import { nodeEndpoints, workerEndpoints } from "./machines.ts";
import { bastionPeopleEndpoint, outsidePeopleEndpoint, peopleEndpoints } from "./people.ts";
import { bastionEndpoints, nameAndTimeEndpoints, proxyEndpoints } from "./place-services.ts";
import { publicAddressEndpoints } from "./public-addresses.ts";
import { providerApiEndpoints } from "./provider-apis.ts";
import { sshEntryEndpoints } from "./ssh-entries.ts";
import { routerEndpoints } from "./routers.ts";
import { configurationEndpoints } from "./stores-of-people.ts";
import { imageServerEndpoints } from "./image-servers.ts";
import { managementProxies } from "./management-proxies.ts";
import { acmeEndpoints, furtherIssuerEndpoints, identityEndpoint, registryEndpoint, s3Endpoints, seedIssuerEndpoints, zoneEndpoints } from "./services.ts";
import { alertEndpoints, serviceEndpoints } from "./service.ts";
import { storeEndpoints } from "./stores.ts";
import { workloadRouterEndpoints } from "./workload-routers.ts";
import { volumeApiEndpoints } from "./volume-apis.ts";
import { volumePortalEndpoints } from "./volume-portals.ts";
import { virtualAddressEndpoints } from "./virtual-addresses.ts";
import { workloadEndpoints } from "./workloads.ts";

/** All rules for ends of flows, in the order of the table and of the diagram's boxes. Adding one is a file and a line here. */
export const endpointRules: readonly Rule<readonly Endpoint[]>[] = [
  peopleEndpoints,
  outsidePeopleEndpoint,
  bastionPeopleEndpoint,
  serviceEndpoints,
  alertEndpoints,
  publicAddressEndpoints,
  virtualAddressEndpoints,
  nodeFrontEndpoints,
  apiBalancerEndpoints,
  kubernetesApiEndpoints,
  nodeEndpoints,
  sshEntryEndpoints,
  workerEndpoints,
  workloadEndpoints,
  routerEndpoints,
  workloadRouterEndpoints,
  applianceEndpoints,
  hubEndpoints,
  providerApiEndpoints,
  imageServerEndpoints,
  volumeApiEndpoints,
  volumePortalEndpoints,
  fileShareEndpoints,
  nameAndTimeEndpoints,
  bastionEndpoints,
  proxyEndpoints,
  identityEndpoint,
  managementProxies,
  seedIssuerEndpoints,
  furtherIssuerEndpoints,
  registryEndpoint,
  configurationEndpoints,
  mirrorEndpoints,
  s3Endpoints,
  storeEndpoints,
  acmeEndpoints,
  zoneEndpoints,
];
