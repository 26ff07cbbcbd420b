import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock, formatRange, freeParts, joined, takeHighest, totalSize, type Range } from "../../values/range.ts";
import { spokenStrategies, strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { clusterName } from "../basics/platform.ts";
import { apiServersBalanced } from "./api-servers.ts";
import { addressElsewhere } from "./handed-out.ts";
import { poolSpace, type PoolSpace } from "./pool-space.ts";
import { fromAnother, slotAddresses } from "./slots.ts";

/** One address for each user cluster of a Seed, with the LoadBalancer strategy only. */
export const userClusterAddresses = rule<AddressAssignment>({
  id: "addresses.user-clusters",
  title: "Virtual addresses of user clusters",
  per: "cluster",
  sources: ["kkp.code.front-loadbalancer", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${name} runs no control planes of user clusters.`);
    const strategies = read.rule(strategiesOf, cluster);
    if (!strategies.includes("LoadBalancer")) return read.notApplicable(`With ${spokenStrategies(strategies)}, user clusters of ${name} share the address of its nodeport-proxy.`);
    const count = userClustersWith(read, cluster, "LoadBalancer");
    if (count === 0) return read.notApplicable(`No user cluster of ${name} is planned.`);
    const space = read.optionalRule(poolSpace, cluster);
    const held = fromTheTop(read, cluster, 0, count);
    const tooFew = space !== undefined && held.address.kind !== "known";
    return {
      id: `address.user-clusters[${cluster}]`,
      purpose: "user-clusters",
      title: count === 1 ? `User cluster of ${name}` : `${count} user clusters of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...held,
      count,
      service: { namespace: "cluster-<id>", name: "front-loadbalancer" },
      from: read.cell,
      why: `With LoadBalancer, every user cluster of ${name} has an address of its own; ${
        tooFew ? `${formatBlock(space.block)} has no ${count} beside those of ${name} itself.` : "they are taken from the top of the block, so more clusters move none of the others."
      }`,
    };
  },
});

/** One more address for each API server whose datacenter asks for a load balancer. */
export const apiServerAddresses = rule<AddressAssignment>({
  id: "addresses.api-servers",
  title: "Virtual addresses of single API servers",
  per: "cluster",
  sources: ["kkp.apiserver-policies"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${name} runs no control planes of user clusters.`);
    const count = read.rule(apiServersBalanced, cluster);
    if (count === 0) return read.notApplicable(`No datacenter of ${name} asks for a load balancer in front of each API server.`);
    const above = userClustersWith(read, cluster, "LoadBalancer");
    return {
      id: `address.api-servers[${cluster}]`,
      purpose: "api-servers",
      title: `API servers of ${formatCount(count, "user cluster")} of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...fromTheTop(read, cluster, above, count),
      count,
      service: { namespace: "cluster-<id>", name: "apiserver-external" },
      from: read.cell,
      why: `Their datacenters set apiServerServiceType to LoadBalancer, so each API server of ${name} gets an address of its own on TCP 443, whatever the expose strategy.`,
    };
  },
});

/** The addresses below the highest `above` ones of a cluster's block, or whoever hands them out. */
function fromTheTop(read: Reader, cluster: string, above: number, count: number): { readonly address: Value<string>; readonly pool?: string } {
  const space = read.optionalRule(poolSpace, cluster);
  if (!space) return { address: addressElsewhere(read, cluster) };
  const pool = `address.pool[${cluster}]`;
  const singles = [...read.rule(slotAddresses, cluster).values()];
  const whole = topOf(space, singles, above + count);
  const run = whole && joined(whole.flatMap((part) => freeParts(part, topOf(space, singles, above) ?? [])));
  if (!run || space.block.family === 6) return { address: fromAnother(space), pool };
  return { address: known(run.map(formatRange).join(", ")), pool };
}

/** The highest free addresses of a block that its single addresses leave, first and last of the block when needed; undefined when they are too few. */
export function topOf(space: Pick<PoolSpace, "block" | "preferred" | "last">, singles: readonly Range[], count: number): readonly Range[] | undefined {
  const left = (parts: readonly Range[]) => parts.flatMap((part) => freeParts(part, singles));
  const run = takeHighest(left(space.preferred), BigInt(count));
  const rest = takeHighest(left(space.last), BigInt(count) - totalSize(run));
  return totalSize(run) + totalSize(rest) < BigInt(count) ? undefined : joined([...run, ...rest]);
}
