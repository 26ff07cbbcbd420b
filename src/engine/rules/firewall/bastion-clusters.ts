import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { sites } from "./sites.ts";
import { isSeparateSeed } from "./subjects.ts";

/**
 * Clusters of a place whose bastion some step works from: the master's, where charts of all clusters are installed, and
 * those where KubeOne makes machines, which no other bastion enters. None elsewhere, and none where there is no bastion.
 */
export function bastionClusters(read: Reader, place: string): readonly string[] {
  if (!read.answer(access.plan.bastion)) return [];
  const clusters = read.rule(sites).get(place)?.clusters ?? [];
  // Where KubeOne makes one of them, nobody has to say which is the master.
  if (clusters.some((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone")) return clusters;
  if (clusters.some((cluster) => !isSeparateSeed(read, cluster))) return clusters;
  read.need(...clusters.map((cluster) => [infrastructure.cluster.provisioning, cluster] as const));
  return [];
}

/** Why a place has none. */
export const NO_BASTION = "No step of the runbook works from a bastion there.";
