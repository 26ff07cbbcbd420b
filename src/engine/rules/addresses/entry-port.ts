import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { masterCluster, release } from "../basics/platform.ts";

/** What every URL of a cluster's entry carries after the host: nothing, or a colon and the port of the nodes. */
export const entryPort = rule<string>({
  id: "addresses.entry-port",
  title: "Port in the URLs of the entry",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const { entry } = read.rule(release);
    // A Gateway of the customer on the master answers where the customer says.
    if (entry.own && read.optionalRule(masterCluster) === cluster) return "";
    const kind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
    return kind.addressesFrom === "nodes" ? `:${entry.nodePorts.https}` : "";
  },
});

/** What every URL of the platform carries after the base domain. */
export function platformPort(read: Reader): string {
  const master = read.optionalRule(masterCluster);
  return master === undefined ? "" : read.rule(entryPort, master);
}
