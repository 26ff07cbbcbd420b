import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servedByHub } from "../workloads/hub.ts";
import { knownIds } from "./subjects.ts";

/** Ends the rule where no management cluster of KubeLB comes with this plan. Waits while nobody has said whether it runs. */
function needNewHub(read: Reader): void {
  const { clusters, datacenters } = read.rule(servedByHub);
  if (clusters.length + datacenters.length === 0) read.notApplicable("KubeLB serves nothing in this plan.");
  if (read.answer(kubelbHub.plan.kubelbRuns)) read.notApplicable("The management cluster of KubeLB runs already, and what its nodes and its people call is open.");
}

/** Place of the management cluster of KubeLB that comes with this plan. Ends the rule where none does. */
export function placeOfNewHub(read: Reader): string {
  needNewHub(read);
  const place = read.answer(kubelbHub.plan.kubelbPlace);
  return read.rule(knownIds).places.has(place) ? place : read.notApplicable(`The plan has no place ${place}.`);
}

/** Whether nodes of a management cluster of KubeLB come to a place with this plan, as far as somebody has said so. */
export function newHubAt(read: Reader, place: string): boolean {
  const { clusters, datacenters } = read.rule(servedByHub);
  if (clusters.length + datacenters.length === 0) return false;
  const [runs, at] = [read.maybe(kubelbHub.plan.kubelbRuns), read.maybe(kubelbHub.plan.kubelbPlace)];
  return runs.kind === "known" && !runs.value && at.kind === "known" && at.value === place;
}
