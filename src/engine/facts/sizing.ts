import type { Fact } from "./fact.ts";
import { controlPlaneMachine, etcdNetwork, kubeletPods, kubernetesPods, minimumWorkers, mlaWorkerMinimum, nodeReserve, podsPerNode, sharedLayout, soundPlanning, spareWorkers, usablePercent, workerDisk } from "./sizing/machines.ts";
import { groupRulesOfAws, rulesBeforeBalancers, rulesOfBalancers } from "./sizing/group-rules.ts";
import { listenersOfApiServer, listenersPerCluster, nodePortRange, nodePortsOfEntry, nodePortsOfProxy, nodePortsPerCluster } from "./sizing/node-ports.ts";
import { certManagerRequests, clusterServicePods, dexRequests, masterRequests, meteringRequests, minioRequests, mlaRequests, nodeportProxyRequests, s3ExporterRequests, seedProxyRequests, seedRequests, userClusterMlaRequests, vpaRequests, webhookPods } from "./sizing/platform-requests.ts";
import { auditRequests, frontLoadBalancerRequests, kubeLbRequests, kubevirtExtra, kyvernoRequests, largeProfile, mediumProfile, smallProfile } from "./sizing/user-cluster-requests.ts";

/** In the order in which documents list them. */
export const sizingFacts: readonly Fact<unknown>[] = [
  workerDisk,
  seedRequests,
  webhookPods,
  nodeportProxyRequests,
  minioRequests,
  s3ExporterRequests,
  masterRequests,
  certManagerRequests,
  dexRequests,
  seedProxyRequests,
  clusterServicePods,
  mlaRequests,
  userClusterMlaRequests,
  etcdNetwork,
  kubevirtExtra,
  meteringRequests,
  vpaRequests,
  smallProfile,
  mediumProfile,
  largeProfile,
  frontLoadBalancerRequests,
  kyvernoRequests,
  kubeLbRequests,
  auditRequests,
  nodeReserve,
  podsPerNode,
  kubeletPods,
  kubernetesPods,
  usablePercent,
  minimumWorkers,
  spareWorkers,
  mlaWorkerMinimum,
  nodePortRange,
  nodePortsOfProxy,
  nodePortsOfEntry,
  nodePortsPerCluster,
  listenersPerCluster,
  listenersOfApiServer,
  groupRulesOfAws,
  rulesBeforeBalancers,
  rulesOfBalancers,
  controlPlaneMachine,
  soundPlanning,
  sharedLayout,
];
