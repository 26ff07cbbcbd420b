import type { Requests } from "../../facts/sizing.ts";
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

/** The load without any small user cluster. */
export const baseOf = (input: LoadInput, figure: Figure): Requests => sumFor(input, 0, figure);

/** What one small user cluster more adds to this load. */
export function perUserCluster(input: LoadInput, figure: Figure): Requests {
  const [one, none] = [sumFor(input, 1, figure), baseOf(input, figure)];
  return { cpu: one.cpu - none.cpu, memory: one.memory - none.memory, pods: one.pods - none.pods };
}
