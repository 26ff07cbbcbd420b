import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureIn } from "./figures.ts";
import { baseOf, perUserCluster, withoutMla } from "./load.ts";
import { clustersCarried } from "./machines.ts";
import { roomFor, volumeCounts } from "./volume-counts.ts";
import { clusterSizing } from "./workers.ts";

/** User clusters that a cluster of the platform carries with so many workers, those of the MLA stacks among them; undefined where it carries none. */
export function carriedByNodes(read: Reader, cluster: string): ((workers: number) => number) | undefined {
  const { dedicated = 0 } = read.rule(clusterSizing, cluster);
  const input = read.rule(clusterLoad, cluster);
  const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
  const zones = read.answer(sizing.cluster.zones, cluster);
  const figure = figureIn(read, cluster);
  const counts = input.userClusters;
  if (!counts) return undefined;
  const larger = (counts.medium ?? 0) + (counts.large ?? 0);
  const base = baseOf(dedicated > 0 ? withoutMla(input) : input, figure);
  const each = perUserCluster(input, figure);
  const volumes = roomFor(volumeCounts(read, cluster, dedicated > 0), larger);
  return (workers) => clustersCarried(Math.max(0, Math.floor((workers - dedicated) / zones) * zones), machine, base, each, figure, volumes) + larger;
}
