import type { Rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { kubeOneBundleFields, uncheckedApiFields } from "./api-root.ts";
import { alertReceiverFields, alertRootFields } from "./alert-receiver.ts";
import { backupFields, backupValues, classFields } from "./backups.ts";
import { balancerObjects, pinnedAddresses } from "./balancers.ts";
import { balancerTypeAnnotations } from "./balancer-types.ts";
import { cloudAnnotations, workloadAnnotations } from "./cloud-annotations.ts";
import { cloudReachAnnotations, entryProbes, proxyDefaultAnnotations } from "./cloud-reach.ts";
import { ownCallAnnotations } from "./own-calls.ts";
import { userClusterFamilies, userClusterInnerRanges } from "./cluster-networks.ts";
import { connectorFieldSettings } from "./connector-fields.ts";
import { catalogueFields } from "./catalogue.ts";
import { challengeArguments, clusterIssuer, issuanceSettings, privateRoot, signerApproval } from "./certificates.ts";
import { controlPlaneSettings } from "./control-planes.ts";
import { dashboardSwitches } from "./dashboard-switches.ts";
import { datacenterFields } from "./datacenters.ts";
import { externalDnsMarks, externalDnsSettings } from "./dns.ts";
import { dexValues, entryValues, leastValues, seedEntryValues } from "./entry.ts";
import { seedGateway } from "./gateways.ts";
import { mirrorFields, veleroFields } from "./further-backups.ts";
import { storageLocationFields } from "./user-cluster-backups.ts";
import { datacenterFamilies, familySettings, kubeOneFamilies } from "./families.ts";
import { callbackProxySettings, clusterLoginSettings, connectorFileSettings, dexVolumeSettings, furtherIssuerSettings } from "./login-trust.ts";
import { issuerSettings, portSettings, seedIssuerSettings, sessionSettings } from "./login.ts";
import { mlaFields, proxyValues, userClusterMlaClasses, userClusterMlaFields } from "./monitoring.ts";
import { mlaPlacementFields, userClusterMlaPlacementFields } from "./mla-placement.ts";
import { mlaStoreFields } from "./mla-store.ts";
import { storeRootFields } from "./store-root.ts";
import { kubeOneRegistry, kubeOneSources, platformRegistry, seedRegistry, workerRegistry } from "./offline.ts";
import { platformEtcdFields } from "./platform-etcd.ts";
import { featureGates, ownGatewayFields, platformExposure, platformFields } from "./platform.ts";
import { profileFields } from "./own-profiles.ts";
import { hubValues, poolFields } from "./pools.ts";
import { chartProxy, kubeOneProxy, managementSettings, masterProxy, seedChartProxy, seedProxy, workerProxy } from "./proxy.ts";
import { runPoolObjects } from "./run-pools.ts";
import { seedExposure, seedFields, seedParts } from "./seeds.ts";
import { serviceControllers } from "./service-controllers.ts";
import { workloadRouterObjects } from "./workload-routers.ts";
import { workloadSegmentObjects } from "./workload-segment.ts";
import { userClusterRanges } from "./source-ranges.ts";

/** All rules for fields, in the order a reader meets the topics. */
export const settingRules: readonly Rule<readonly Setting[]>[] = [
  platformFields,
  platformExposure,
  ownGatewayFields,
  featureGates,
  catalogueFields,
  entryValues,
  leastValues,
  seedEntryValues,
  seedFields,
  seedExposure,
  seedParts,
  userClusterRanges,
  userClusterInnerRanges,
  datacenterFields,
  uncheckedApiFields,
  profileFields,
  serviceControllers,
  balancerObjects,
  pinnedAddresses,
  cloudAnnotations,
  cloudReachAnnotations,
  ownCallAnnotations,
  proxyDefaultAnnotations,
  entryProbes,
  balancerTypeAnnotations,
  workloadAnnotations,
  runPoolObjects,
  poolFields,
  workloadRouterObjects, workloadSegmentObjects,
  hubValues,
  familySettings,
  datacenterFamilies,
  userClusterFamilies,
  kubeOneFamilies,
  masterProxy,
  chartProxy,
  seedChartProxy,
  seedProxy,
  managementSettings,
  workerProxy,
  kubeOneProxy,
  platformRegistry,
  seedRegistry,
  workerRegistry,
  kubeOneRegistry,
  kubeOneSources,
  externalDnsSettings,
  externalDnsMarks,
  issuanceSettings,
  clusterIssuer,
  challengeArguments,
  seedGateway,
  signerApproval,
  privateRoot,
  kubeOneBundleFields,
  classFields,
  backupFields,
  backupValues,
  platformEtcdFields,
  veleroFields,
  mirrorFields,
  storageLocationFields,
  ...dashboardSwitches,
  storeRootFields,
  dexValues,
  connectorFieldSettings,
  issuerSettings,
  portSettings,
  sessionSettings,
  seedIssuerSettings,
  furtherIssuerSettings,
  clusterLoginSettings,
  callbackProxySettings,
  connectorFileSettings,
  dexVolumeSettings,
  controlPlaneSettings,
  mlaFields,
  alertReceiverFields,
  alertRootFields,
  mlaPlacementFields,
  proxyValues,
  userClusterMlaFields,
  userClusterMlaClasses,
  userClusterMlaPlacementFields,
  mlaStoreFields,
];
