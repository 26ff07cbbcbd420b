import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { platformDual } from "../basics/families.ts";
import { clusterName } from "../basics/platform.ts";
import { rangeRow } from "./range-row.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Who comes to the virtual addresses of a cluster: the control planes behind a nodeport-proxy are dialled by workers too. */
const dialledBy = (read: Reader, cluster: string): string =>
  read.optional(infrastructure.cluster.role, cluster) === "master" ? "browsers of users, and whatever checks a login, dial the platform entry there" : "users dial them, and so do workers of user clusters for their control plane";

/** Ranges of a platform cluster: its block of virtual addresses and its BGP peers. */
export const clusterRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-cluster",
  title: "Ranges of the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    const place = read.optional(infrastructure.cluster.place, cluster);
    const name = clusterName(read, cluster);
    // What is not stated has no row, and whoever takes it away is told that the ranges lack it.
    const stated = <T>(question: Question<T>): T | undefined => {
      const value = read.maybe(question, cluster);
      return value.kind === "known" ? value.value : undefined;
    };
    const pool = kind.addressesFrom === "pool" ? stated(loadBalancer.cluster.pool) : undefined;
    const peers = kind.peers ? (stated(loadBalancer.cluster.peers) ?? []) : [];
    return [
      ...rangeRow(read, pool, {
        id: `range.pool[${cluster}]`, title: `Virtual addresses of ${name}`, kind: "pool", path: read.path(loadBalancer.cluster.pool, cluster),
        why: `${kind.title} announces addresses of it for ${name}; ${dialledBy(read, cluster)}.`,
      }, place),
      ...rangeRow(read, pool === undefined || !platformDual(read) ? undefined : stated(fronts.cluster.pool6), {
        id: `range.pool-v6[${cluster}]`, title: `IPv6 virtual addresses of ${name}`, kind: "pool", path: read.path(fronts.cluster.pool6, cluster),
        why: `${kind.title} announces entry and nodeport-proxy of ${name} in the second family from it.`,
      }, place),
      ...peers.flatMap(({ name: router, address, asn }, index) =>
        rangeRow(read, address, {
          id: `range.peer-${index + 1}[${cluster}]`, title: `BGP peer ${router ?? index + 1} of ${name}`, kind: "peer", path: read.path(loadBalancer.cluster.peers, cluster),
          why: `Every node of ${name} opens a session to AS ${asn} here.`,
        }, place)),
    ];
  },
});
