import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { rule } from "../../kernel/rule.ts";
import { proxyRuns } from "../basics/exposure.ts";
import { masterCluster, releaseIn, replacedAt } from "../basics/platform.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";

/** Purposes of single virtual addresses. */
export type Slot = "entry" | "former-entry" | "nodeport-proxy";

/** Whether a cluster other than the master serves interfaces of its user-cluster MLA or of its own monitoring, and so has an entry of its own. */
export const servesOwnInterfaces = rule<boolean>({
  id: "addresses.own-entry",
  title: "Whether a Seed needs an entry of its own",
  per: "cluster",
  sources: ["kkp.code.seed-stack"],
  derive: (read, cluster) =>
    read.answer(infrastructure.cluster.role, cluster) !== "master" &&
    (read.rule(ownInterfaces, cluster).length > 0 || (read.answer(monitoring.plan.userClusterMla) && read.answer(monitoring.plan.seedUis).length > 0)),
});

/**
 * The single addresses of a cluster in the order in which it asks for them. Positions never depend on how many user
 * clusters or Seeds there are, nor on names:
 *
 * - master: entry, nodeport-proxy; on an upgrade the former entry, nodeport-proxy, the new entry.
 * - separate Seed: nodeport-proxy, entry; on an upgrade nodeport-proxy, the former entry, the new entry.
 */
export const slotsOf = rule<readonly Slot[]>({
  id: "addresses.slots",
  title: "Single virtual addresses in their order",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const master = read.optionalRule(masterCluster) === cluster;
    const proxy: readonly Slot[] = read.answer(infrastructure.cluster.role, cluster) !== "master" && read.rule(proxyRuns, cluster) ? ["nodeport-proxy"] : [];
    if (!master && !read.rule(servesOwnInterfaces, cluster)) return proxy;
    const upgrade = replacedAt(read, cluster) !== undefined;
    if (upgrade) read.cite("kkp.upgrade-2.31");
    const { own } = releaseIn(read).entry;
    if (master && own) return upgrade ? ["former-entry", ...proxy] : proxy;
    if (!master) return [...proxy, ...(upgrade ? (["former-entry"] as const) : []), "entry"];
    return upgrade ? ["former-entry", ...proxy, "entry"] : ["entry", ...proxy];
  },
});

/** Number of single virtual addresses of a cluster, the former entry included. */
export const singleAddresses = rule<number>({
  id: "addresses.single-addresses",
  title: "Single virtual addresses of the cluster",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => read.rule(slotsOf, cluster).length,
});
