import { isAskedThrough } from "../../answers/answers.ts";
import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { INFRASTRUCTURE_RANGE, type Claimed } from "./overlap-verdicts.ts";
import { residents } from "./residents.ts";

/** Ids of the networks whose machines are all pods of an infrastructure cluster, which may be its pod network. */
export const carriedNetworks = rule<ReadonlySet<string>>({
  id: "addresses.carried-networks",
  title: "Networks of machines that are pods themselves",
  per: "plan",
  sources: [],
  derive: (read) => {
    const nested = (id: ProviderId | undefined): boolean => id !== undefined && (providerOf(id) as Provider).nested === true;
    const ids: string[] = [];
    for (const id of read.subjects("datacenter")) if (nested(read.optional(infrastructure.datacenter.provider, id))) ids.push(`range.worker-network[${id}]`);
    for (const [place, { clusters, datacenters }] of read.rule(residents)) {
      const beside = datacenters.filter((id) => (workersStandSoFar(read, id) ?? "node-network") === "node-network");
      const all = [
        ...clusters.map((id) => read.optional(infrastructure.cluster.provider, id)),
        ...beside.map((id) => read.optional(infrastructure.datacenter.provider, id)),
      ];
      if (all.length > 0 && all.every(nested)) ids.push(`range.node-network[${place}]`);
    }
    if (ids.length > 0) read.cite("machine-controller.kubevirt");
    return new Set(ids);
  },
});

/** Whether a network lies in a range of the infrastructure cluster because its machines take their addresses there. */
export const isPodNetwork = (carried: ReadonlySet<string>, inside: Claimed, network: Claimed): boolean =>
  inside.row.id.startsWith(INFRASTRUCTURE_RANGE) && carried.has(network.row.id) && contains(inside.range, network.range);

/** Whether a network of machines is the pod network of the infrastructure cluster that carries them. Waits while nobody has said which networks that cluster uses: who brings the network hangs on it. */
export function isCarried(read: Reader, id: string, block: string): boolean {
  if (!read.rule(carriedNetworks).has(id) || !isAskedThrough(read, families.plan.infrastructureRanges, "plan")) return false;
  const inner = parseBlock(block);
  return read.answer(families.plan.infrastructureRanges).some((text) => {
    const range = parseBlock(text);
    return range !== undefined && inner !== undefined && contains(range, inner);
  });
}
