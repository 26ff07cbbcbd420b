import type { Requests } from "../../facts/sizing/requests.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { partsOf, type Figure, type LoadInput } from "./load-parts.ts";

/** One part of the load with its formula. */
export type LoadLine = ClusterSizing["lines"][number];

/** The load of a platform cluster, part by part: milli-CPU, MiB and pods. */
export function loadOf(input: LoadInput, figure: Figure): readonly LoadLine[] {
  return partsOf(input, figure).map(({ title, each, times }) => {
    const words = [`${formatFigure(each.cpu)} m`, `${formatFigure(each.memory)} MiB`, formatCount(each.pods, "pod")];
    const formula = times === undefined ? words.join(", ") : words.map((word) => `${formatFigure(times)} × ${word}`).join(", ");
    return { title, formula, ...multiple(each, times) };
  });
}

const multiple = ({ cpu, memory, pods }: Requests, times = 1): Requests => ({ cpu: cpu * times, memory: memory * times, pods: pods * times });

/** The same without the MLA stacks, which stand on workers of their own. */
export const withoutMla = (input: LoadInput): LoadInput => {
  const { expectedLoad: _load, ...rest } = input;
  return { ...rest, mla: false, userClusterMla: false };
};

/** Sums of all lines. */
export function totalOf(lines: readonly Requests[]): Requests {
  const sum = { cpu: 0, memory: 0, pods: 0 };
  for (const { cpu, memory, pods } of lines) {
    sum.cpu += cpu;
    sum.memory += memory;
    sum.pods += pods;
  }
  return sum;
}

const sumFor = (input: LoadInput, small: number, figure: Figure): Requests =>
  totalOf(partsOf({ ...input, userClusters: { ...input.userClusters, small } }, figure).map(({ each, times }) => multiple(each, times)));

const less = (whole: Requests, part: Requests, times = 1): Requests => ({ cpu: whole.cpu - part.cpu * times, memory: whole.memory - part.memory * times, pods: whole.pods - part.pods * times });

/** Whether all user clusters of a Seed have the same parts, apart from their size. */
export function uniform({ userClusters, fronts, kubeLb = 0, byProvider = [] }: LoadInput): boolean {
  const all = (userClusters?.small ?? 0) + (userClusters?.medium ?? 0) + (userClusters?.large ?? 0);
  const some = (count: number): boolean => count > 0 && count < all;
  return fronts === undefined && !some(kubeLb) && !byProvider.some(({ times }) => some(times));
}

/**
 * What remains of this load when each small user cluster is taken away with the parts that the next one would bring. Where
 * they differ it is less than the platform alone, so that those planned are counted as they are.
 */
export const baseOf = (input: LoadInput, figure: Figure): Requests => {
  const small = input.userClusters?.small ?? 0;
  return less(sumFor(input, small, figure), perUserCluster(input, figure), small);
};

/** What one small user cluster more adds to this load; where they differ, one with every part that some of them have. */
export function perUserCluster(input: LoadInput, figure: Figure): Requests {
  const { byProvider = [], kubeLb = 0, fronts, ...rest } = input;
  const withParts = (times: 0 | 1): LoadInput => ({ ...rest, ...(fronts === undefined ? {} : { fronts: times }), ...(kubeLb > 0 ? { kubeLb: times } : {}) });
  const itself = less(sumFor(withParts(1), 1, figure), sumFor(withParts(0), 0, figure));
  // A user cluster stands on one infrastructure.
  const extras = byProvider.filter(({ times }) => times > 0).map(({ each }) => figure(each));
  const most = (of: keyof Requests): number => itself[of] + Math.max(0, ...extras.map((extra) => extra[of]));
  return { cpu: most("cpu"), memory: most("memory"), pods: most("pods") };
}
