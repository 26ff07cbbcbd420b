import { isAskedThrough } from "../../answers/answers.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";

/** From which addresses what stands in front of node ports calls the nodes; none where it is a node itself. */
export const frontSources = (read: Reader, cluster: string): Value<readonly string[]> =>
  isAskedThrough(read, fronts.cluster.nodeFrontSources, cluster) ? read.maybe(fronts.cluster.nodeFrontSources, cluster) : known([]);

/** Whether people dial a node itself; false while nobody has said. */
export function nodesAreDialled(read: Reader, cluster: string): boolean {
  const sources = frontSources(read, cluster);
  return sources.kind === "known" && sources.value.length === 0;
}

/** Whether something else than a node leads on from these addresses; false while nobody has said. */
export const leadOn = (sources: Value<readonly string[]>): boolean => sources.kind === "known" && sources.value.length > 0;

/** Whether something else than a node takes what people dial; false while nobody has said. */
export const nodesAreLedTo = (read: Reader, cluster: string): boolean => leadOn(frontSources(read, cluster));

/** To what names lead that are led to ports of nodes, for words alone: a value does not wait for it. */
export function dialledThere(read: Reader, cluster: string): "nodes" | "front" | "unknown" {
  const sources = isAskedThrough(read, fronts.cluster.nodeFrontSources, cluster) ? read.optional(fronts.cluster.nodeFrontSources, cluster) : [];
  return sources === undefined ? "unknown" : sources.length === 0 ? "nodes" : "front";
}
