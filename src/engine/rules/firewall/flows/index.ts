import type { Rule } from "../../../kernel/rule.ts";
import { challengeIntoZone, challengeOverSix, challengeToEntry, clusterToIssuer, clusterToZone, internetToChallenges, issuerToApi, recordsToZone, selfCheck, selfCheckOverSix } from "./acme.ts";
import { controlPlanesByVrrp, nodesToRouters, nodesWatchRouters } from "./announcements.ts";
import { hubToNameAndTime, hubToOwnApi, hubToRegistries, installerToHub } from "./hub.ts";
import { clusterAndBalancer, connectorsToHub, usersToHub, usersToWorkloads, workloadsThroughHub } from "./balancers.ts";
import { seedToS3 } from "./backup.ts";
import { dashboardToProviderApis } from "./dashboard-apis.ts";
import type { FlowDraft } from "./draft.ts";
import { browsersToIdentitySource, dashboardToSeedIssuer, dexToIdentitySource, outsideToIdentitySource, outsideToOwnIssuer, seedToFurtherIssuers, seedToOwnIssuer, toTokenIssuer } from "./identity.ts";
import { workersToFileShares } from "./file-shares.ts";
import { installerToExistingCluster } from "./existing-clusters.ts";
import { tokensToFormerEntry, usersToFormerEntry } from "./former-entry.ts";
import { publicAddressToEntry, usersToPublicAddress } from "./forwarding.ts";
import { apiMachine, apiToControlPlanes, engineersToBastion, installerToCluster, masterBastionToSeed, nodesToApi } from "./installation.ts";
import { masterToOwnUserClusters, masterToSeeds } from "./master-to-seeds.ts";
import { mirroring } from "./mirrors.ts";
import { nodesToNameAndTime, workersToNameAndTime } from "./name-and-time.ts";
import { frontToNodes } from "./node-front.ts";
import { clusterToProviderApis } from "./provider-apis.ts";
import { clusterToRegistries } from "./registries.ts";
import { alertsToReceiver, serviceToBastions, serviceToClusters, serviceToIdentitySource, serviceToOwnIssuer } from "./service.ts";
import { clusterToStores, usersToStores, workersToStores } from "./stores.ts";
import { installerToEntries, installerToFronts, installerToIssuer } from "./trials.ts";
import { installerToUserClusters } from "./user-cluster-steps.ts";
import { outsideUsersToEntries, outsideUsersToUserClusters, usersToEntries, usersToUserClusters } from "./users.ts";
import { workersToVolumeApi } from "./volume-apis.ts";
import { nodesToVolumePortal, workersToVolumePortal } from "./volume-portals.ts";
import { bastionToServices, engineersToProviders, engineersToRegistry } from "./workplace.ts";
import { installerToGit, installerToVault } from "./workplace-stores.ts";
import { carriersToImages } from "./worker-images.ts";
import { workersToRouters } from "./workload-routers.ts";
import { workersToApiServers, workersToInternet, workersToProviderApi, workersToSeed } from "./workers.ts";

/** All rules for flows, in the order in which their connections are numbered. Adding one is a file and a line here. */
export const draftRules: readonly Rule<readonly FlowDraft[]>[] = [
  usersToEntries,
  usersToUserClusters,
  usersToFormerEntry,
  usersToPublicAddress,
  outsideUsersToEntries,
  outsideUsersToUserClusters,
  challengeToEntry,
  challengeOverSix,
  selfCheck,
  selfCheckOverSix,
  publicAddressToEntry,
  engineersToBastion,
  installerToCluster,
  masterBastionToSeed,
  installerToExistingCluster,
  installerToEntries,
  installerToFronts,
  installerToIssuer,
  serviceToBastions,
  serviceToClusters,
  serviceToIdentitySource,
  serviceToOwnIssuer,
  workersToSeed,
  workersToApiServers,
  masterToSeeds,
  masterToOwnUserClusters,
  toTokenIssuer,
  tokensToFormerEntry,
  clusterToProviderApis,
  dashboardToProviderApis,
  dexToIdentitySource,
  browsersToIdentitySource,
  outsideToIdentitySource,
  seedToOwnIssuer,
  dashboardToSeedIssuer,
  outsideToOwnIssuer,
  seedToFurtherIssuers,
  nodesToRouters,
  nodesWatchRouters,
  workersToRouters,
  controlPlanesByVrrp,
  connectorsToHub,
  clusterAndBalancer,
  frontToNodes,
  workloadsThroughHub,
  usersToHub,
  hubToRegistries,
  hubToNameAndTime,
  hubToOwnApi,
  installerToHub,
  usersToWorkloads,
  nodesToApi,
  apiToControlPlanes,
  apiMachine,
  clusterToRegistries,
  workersToInternet,
  workersToProviderApi,
  carriersToImages,
  workersToVolumeApi,
  nodesToVolumePortal,
  workersToVolumePortal,
  workersToFileShares,
  mirroring,
  clusterToIssuer,
  issuerToApi,
  clusterToZone,
  internetToChallenges,
  challengeIntoZone,
  recordsToZone,
  seedToS3,
  clusterToStores,
  workersToStores,
  usersToStores,
  bastionToServices,
  engineersToProviders,
  engineersToRegistry,
  installerToGit,
  installerToVault,
  nodesToNameAndTime,
  workersToNameAndTime,
  alertsToReceiver,
  installerToUserClusters,
];
