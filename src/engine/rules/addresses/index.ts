import type { Rule } from "../../kernel/rule.ts";
import type { AddressAssignment, AddressPool, AddressRange, DhcpUse, WorkloadNeed } from "../../plan/plan.ts";
import {
  apiAddress,
  apiServerAddresses,
  controlPlaneAddresses,
  entryAddress,
  formerEntryAddress,
  nodeportProxyAddress,
  poolOf,
  staticWorkerAddresses,
  userClusterAddresses,
} from "./assignments.ts";
import { listOf } from "../basics/list-of.ts";
import { agentRange } from "./agent-range.ts";
import { clusterRanges } from "./cluster-ranges.ts";
import { datacenterRanges } from "./datacenter-ranges.ts";
import { datacenterDhcp, placeDhcp } from "./dhcp.ts";
import { hubRanges } from "./hub-ranges.ts";
import { insideRanges } from "./inside-ranges.ts";
import { placeRanges } from "./place-ranges.ts";
import { secondAddresses } from "./second-family.ts";
import { workloadNeed } from "./workloads.ts";

export const poolRules: readonly Rule<readonly AddressPool[]>[] = [listOf(poolOf)];
export const assignmentRules: readonly Rule<readonly AddressAssignment[]>[] = [
  listOf(entryAddress),
  listOf(formerEntryAddress),
  listOf(nodeportProxyAddress),
  listOf(userClusterAddresses),
  listOf(apiServerAddresses),
  secondAddresses,
  listOf(apiAddress),
  controlPlaneAddresses,
  staticWorkerAddresses,
];
export const rangeRules: readonly Rule<readonly AddressRange[]>[] = [placeRanges, clusterRanges, datacenterRanges, insideRanges, agentRange, hubRanges];
export const dhcpRules: readonly Rule<readonly DhcpUse[]>[] = [placeDhcp, datacenterDhcp];
export const workloadRules: readonly Rule<readonly WorkloadNeed[]>[] = [workloadNeed];
