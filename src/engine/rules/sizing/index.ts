import type { Rule } from "../../kernel/rule.ts";
import type { Ceiling, ClusterSizing, ControlPlaneSizing, HostedSizing, QuotaSizing, WorkerSizing } from "../../plan/plan.ts";
import { listOf } from "../basics/list-of.ts";
import { shareCeiling } from "./address-shares.ts";
import { addressCeiling } from "./addresses.ts";
import { certificateNameCeiling } from "./certificate-names.ts";
import { controlPlaneSizing } from "./control-planes.ts";
import { gatewayHostCeiling } from "./gateway-hosts.ts";
import { hostedSizing } from "./hosted.ts";
import { hubCeiling } from "./hub-block.ts";
import { hubPodCeiling } from "./hub-pods.ts";
import { groupRuleCeiling } from "./group-rules.ts";
import { listenerCeiling } from "./listeners.ts";
import { datacenterLeaseCeiling, placeLeaseCeiling } from "./leases.ts";
import { networkCeiling } from "./networks.ts";
import { nodePortCeiling } from "./node-ports.ts";
import { podRangeCeiling } from "./nodes.ts";
import { platformNodeCeiling } from "./platform-nodes.ts";
import { podAddressCeiling } from "./pod-addresses.ts";
import { podRangeUseCeiling } from "./own-pod-ranges.ts";
import { podCeiling } from "./pods.ts";
import { workerPodCeiling } from "./worker-pods.ts";
import { workerVolumeCeiling } from "./worker-volumes.ts";
import { nameLengthCeiling } from "./name-lengths.ts";
import { quotaSizing } from "./quotas.ts";
import { workerMachines } from "./worker-machines.ts";
import { clusterSizing } from "./workers.ts";

export const clusterRules: readonly Rule<readonly ClusterSizing[]>[] = [listOf(clusterSizing)];
export const controlPlaneRules: readonly Rule<readonly ControlPlaneSizing[]>[] = [controlPlaneSizing];
export const workerRules: readonly Rule<readonly WorkerSizing[]>[] = [workerMachines];
export const hostedRules: readonly Rule<readonly HostedSizing[]>[] = [hostedSizing];
export const quotaRules: readonly Rule<readonly QuotaSizing[]>[] = [quotaSizing];
export const ceilingRules: readonly Rule<readonly Ceiling[]>[] = [
  listOf(nodePortCeiling),
  listOf(listenerCeiling),
  listOf(groupRuleCeiling),
  listOf(addressCeiling),
  listOf(shareCeiling),
  placeLeaseCeiling,
  datacenterLeaseCeiling,
  listOf(networkCeiling),
  podAddressCeiling,
  listOf(gatewayHostCeiling),
  listOf(certificateNameCeiling),
  listOf(nameLengthCeiling),
  listOf(hubCeiling),
  listOf(hubPodCeiling),
  listOf(workerPodCeiling),
  listOf(workerVolumeCeiling),
  listOf(podCeiling),
  listOf(podRangeCeiling),
  listOf(platformNodeCeiling),
  listOf(podRangeUseCeiling),
];
