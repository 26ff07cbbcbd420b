import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, openFor } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock, formatRange, totalSize } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { spokenStrategies, strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { clusterName } from "../basics/platform.ts";
import { apiServersBalanced } from "./api-servers.ts";
import { addressElsewhere } from "./handed-out.ts";
import { keptFor, lengthOf } from "./kept-runs.ts";
import type { Run } from "./pins.ts";
import { poolGround } from "./pool-space.ts";
import { RUN_SERVICE, runPools, type RunPool } from "./run-pools.ts";
import { beginOf, cutsPools, RUN_ADDRESSES } from "./runs.ts";
import { fromAnother } from "./slot-addresses.ts";
import { balancerOf } from "../basics/balancer.ts";

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
    const space = read.optionalRule(poolGround, cluster);
    const held = fromTheTop(read, cluster, "user-clusters");
    const tooFew = space !== undefined && held.address.kind === "later";
    return {
      id: `address.user-clusters[${cluster}]`,
      purpose: "user-clusters",
      title: count === 1 ? `User cluster of ${name}` : `${count} user clusters of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...held,
      count,
      service: { namespace: "cluster-<id>", name: RUN_SERVICE["user-clusters"] },
      from: read.cell,
      why: `With LoadBalancer, every user cluster of ${name} has an address of its own${space ? "; " : ". "}${
        tooFew ? `${formatBlock(space.block)} has no ${count} beside those of ${name} itself.` : `${space ? `${chosen(read, cluster, "user-clusters")} ` : ""}The Service front-loadbalancer of each has it; the API server itself stays on a NodePort, although a page of the documentation says otherwise.`
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
    const held = fromTheTop(read, cluster, "api-servers");
    return {
      id: `address.api-servers[${cluster}]`,
      purpose: "api-servers",
      title: `API servers of ${formatCount(count, "user cluster")} of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...held,
      count,
      service: { namespace: "cluster-<id>", name: RUN_SERVICE["api-servers"] },
      from: read.cell,
      why: `Their datacenters set apiServerServiceType to LoadBalancer, so each API server of ${name} gets an address of its own on TCP 443, whatever the expose strategy${held.pool !== undefined && held.address.kind === "known" ? `; ${chosen(read, cluster, "api-servers")}` : "."}`,
    };
  },
});

/** Which addresses of the block they are, as the end of a sentence. */
function chosen(read: Reader, cluster: string, run: Run): string {
  const { title } = balancerOf(read, cluster);
  if (!cutsPools(read, cluster)) return `${title} gives each any free one, because nothing on its Service names a part of the block.`;
  const { runs: together } = poolWith(read, cluster, run);
  const others = together.filter((other) => other !== run).map((other) => RUN_SERVICE[other]);
  const whose = others.length === 0 ? "in a pool of their own" : `in one pool with those of ${listed(others)}, because ${title} cannot tell these Services apart`;
  const begin = beginOf(read, cluster, run);
  const kept = totalSize(keptFor(read, cluster, run));
  if (kept > 0n && kept >= BigInt(lengthOf(read, cluster, run))) return `they are those that are kept, ${whose}; more clusters take theirs from the top of ${begin} and enlarge that pool.`;
  return `${kept > 0n ? `they are those that are kept, and the rest from the top of ${begin}` : `they are taken from the top of ${begin}`}, ${whose}, so more clusters move none of the others and enlarge that pool.`;
}

/** The pool that hands out the addresses of a run. */
function poolWith(read: Reader, cluster: string, run: Run): RunPool {
  const found = read.rule(runPools, cluster).find(({ runs }) => runs.includes(run));
  if (!found) throw new Error("A run of the block has a pool");
  return found;
}

/** The addresses of a run in a cluster's block, or whoever hands them out. The whole block where any of it may be handed out. */
function fromTheTop(read: Reader, cluster: string, run: Run): Pick<AddressAssignment, "address" | "pool" | "virtual" | "drawnFrom"> {
  const space = read.optionalRule(poolGround, cluster);
  if (!space) return addressElsewhere(read, cluster);
  const from = { pool: `address.pool[${cluster}]`, virtual: true } as const;
  const open = openFor(read.outcome(RUN_ADDRESSES[run], cluster));
  if (open) return { address: open, ...from };
  const held = read.rule(RUN_ADDRESSES[run], cluster);
  if (!held || space.block.family === 6) return { address: fromAnother(space), ...from };
  if (!cutsPools(read, cluster)) return { address: known(formatBlock(space.block)), ...from };
  const { runs, ranges = [] } = poolWith(read, cluster, run);
  return { address: known(held.map(formatRange).join(", ")), ...from, ...(runs.length > 1 && ranges.length > 0 ? { drawnFrom: ranges.map(formatRange).join(", ") } : {}) };
}
