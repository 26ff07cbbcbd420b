import { access } from "../../answers/chapters/access.ts";
import type { Reader } from "../../kernel/rule.ts";
import { masterCluster, runsAlready } from "../basics/platform.ts";
import type { Flow } from "../../plan/plan.ts";
import { sites } from "./sites.ts";
import { placeOfCluster } from "./subjects.ts";
import { reachesInternet } from "./way-out.ts";

/** The place on whose bastion charts are installed, those of all clusters; none where the engineers work on their own machines. */
export const workplaceOf = (read: Reader): string | undefined => (read.answer(access.plan.bastion) ? placeOfCluster(read, read.rule(masterCluster)) : undefined);

/** How long rows stay by which machines are made: an upgrade of KKP makes none, and whoever replaces a control plane afterwards takes them again. */
export const machineryLifetime = (read: Reader): Flow["lifetime"] => (runsAlready(read) ? "operation" : "installation and operation");

/** Whether only KubeOne is run on the bastion of a place from now on, by the step that upgrades Kubernetes there too: all other steps of an upgrade are run at the master's place. */
export const isForMachinesOnly = (read: Reader, place: string): boolean => runsAlready(read) && read.answer(access.plan.bastion) && workplaceOf(read) !== place;

/** Whether a cluster's charts come from the private registry: where nobody who installs them reaches another, and where their images come from it, in the versions that lie there. */
export function chartsFromRegistry(read: Reader, cluster: string): boolean {
  const workplace = workplaceOf(read);
  return !reachesInternet(read, placeOfCluster(read, cluster)) || (workplace !== undefined && !reachesInternet(read, workplace));
}

/** Clusters whose charts the bastion of a place takes from public repositories. */
export const publicChartsAt = (read: Reader, place: string): readonly string[] =>
  workplaceOf(read) !== place || !reachesInternet(read, place) ? [] : [...read.rule(sites)].flatMap(([at, { clusters }]) => (clusters.length > 0 && reachesInternet(read, at) ? clusters : []));

/** Whether the bastion of a place takes charts of clusters elsewhere from the private registry, although it reaches others. */
export const sharedChartsAt = (read: Reader, place: string): boolean =>
  workplaceOf(read) === place && [...read.rule(sites)].some(([at, { clusters }]) => at !== place && clusters.length > 0 && !reachesInternet(read, at));
