import { lookThrough } from "../../answers/answers.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";

/** From which addresses what stands in front of node ports calls the nodes; none where it is a node itself. */
export const frontSources = (read: Reader, cluster: string): Value<readonly string[]> =>
  fronts.cluster.nodeFrontSources.asked?.(lookThrough(read), cluster) === false ? known([]) : read.maybe(fronts.cluster.nodeFrontSources, cluster);

/** Whether people dial a node itself; false while nobody has said. */
export function nodesAreDialled(read: Reader, cluster: string): boolean {
  const sources = frontSources(read, cluster);
  return sources.kind === "known" && sources.value.length === 0;
}

/** Whether something else than a node takes what people dial; false while nobody has said. */
export function nodesAreLedTo(read: Reader, cluster: string): boolean {
  const sources = frontSources(read, cluster);
  return sources.kind === "known" && sources.value.length > 0;
}
