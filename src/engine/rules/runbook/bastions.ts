import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, masterCluster, placeName, runsAlready } from "../basics/platform.ts";
import { folderOf } from "./step.ts";

const placeOf = (read: Reader, cluster: string): string => read.answer(infrastructure.cluster.place, cluster);

/** Clusters that KubeOne builds at other places than one. */
const builtElsewhere = (read: Reader, first: string): readonly string[] =>
  read.subjects("cluster").filter((cluster) => placeOf(read, cluster) !== first && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone");

/** Places with a bastion of their own, where the plan has several; the master's comes first. */
export function bastionPlaces(read: Reader): readonly string[] {
  if (!read.answer(access.plan.bastion)) return [];
  read.need(...read.subjects("cluster").map((cluster) => [infrastructure.cluster.place, cluster] as const));
  const first = placeOf(read, read.rule(masterCluster));
  const places = [...new Set([first, ...builtElsewhere(read, first).map((cluster) => placeOf(read, cluster))])];
  return places.length < 2 ? [] : places;
}

/** Places on whose bastions commands are run: the master's first, then those where machines are made. */
export function workplaces(read: Reader): readonly string[] {
  if (!read.answer(access.plan.bastion)) return [];
  const [first, ...elsewhere] = bastionPlaces(read);
  if (first === undefined) return [placeOf(read, read.rule(masterCluster))];
  const built = read.subjects("cluster").filter((cluster) => read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone").map((cluster) => placeOf(read, cluster));
  return [first, ...elsewhere.filter((place) => built.includes(place))];
}

/** Where the work begins; a sentence or more with a blank behind it. */
export function workOn(read: Reader): string {
  const [first, ...elsewhere] = workplaces(read);
  if (first === undefined) return "";
  if (bastionPlaces(read).length === 0) return "Work on the bastion. ";
  const here = `Work on the bastion of ${placeName(read, first)}, where the master stands. `;
  const others = elsewhere.map((place) => placeName(read, place));
  if (others.length === 0) return here;
  return `${here}Machines and infrastructure of a place are open to the bastion of that place alone, so steps that make machines say on which they are run: do this one on the ${others.length === 1 ? "bastion" : "bastions"} of ${listed(others)} as well, with the same tools and the secrets of the place. `;
}

/** On which bastion the machines of a cluster are made; a sentence with a blank behind it. */
export function madeOn(read: Reader, cluster: string): string {
  if (bastionPlaces(read).length === 0) return "";
  const { title } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const place = placeName(read, placeOf(read, cluster));
  return `Run this step on the bastion of ${place}: no other may reach machines and ${title} there. `;
}

/** What makes the folders in which kubeconfigs of clusters elsewhere come to the master's bastion; every other step that makes one is run on the bastion of its cluster. */
export function foldersOfOthers(read: Reader): readonly string[] {
  const [first] = bastionPlaces(read);
  if (first === undefined || runsAlready(read)) return [];
  return [`mkdir -p ${builtElsewhere(read, first).map((cluster) => folderOf(read, cluster)).join(" ")}`];
}

/** How the kubeconfig of a cluster gets to where the following steps use it; a sentence with a blank before it. */
export function kubeconfigTravels(read: Reader, cluster: string): string {
  const [first] = bastionPlaces(read);
  if (first === undefined || placeOf(read, cluster) === first) return "";
  return ` From there it goes to ${clusterName(read, cluster)}/kubeconfig on the bastion of ${placeName(read, first)}, where the steps after the machines are run.`;
}
