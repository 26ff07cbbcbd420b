import { fronts } from "../../answers/chapters/fronts.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { masterCluster, releaseIn } from "../basics/platform.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Ports of the nodes on which people dial a cluster's entry; not applicable where it answers on the usual ones. */
export const dialledNodePorts = rule<{ readonly https: number; readonly http: number }>({
  id: "addresses.dialled-node-ports",
  title: "Ports of the nodes that people dial",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    if (balancerOf(read, cluster).addressesFrom !== "nodes") return read.notApplicable("Its entry has an address of its own.");
    if (read.answer(fronts.cluster.nodeFrontPorts, cluster) === "usual") return read.notApplicable("The usual ports are led on to those of the nodes.");
    return releaseIn(read).entry.nodePorts;
  },
});

/** What follows the host in each URL of a cluster's entry: nothing, or a port with its colon. */
export const urlPort = rule<string>({
  id: "addresses.url-port",
  title: "Port in URLs of the entry",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const dialled = read.optionalRule(dialledNodePorts, cluster);
    return dialled ? `:${dialled.https}` : "";
  },
});

/** The same for URLs of the base domain; nothing while the plan has no master. */
export const platformPort = (read: Reader): string => {
  const master = read.optionalRule(masterCluster);
  return master === undefined ? "" : read.rule(urlPort, master);
};
