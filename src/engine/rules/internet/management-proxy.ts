import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { managementProxy } from "../../answers/chapters/management-proxy.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";

/** A proxy between the master and user clusters. */
export interface ManagementProxy {
  readonly protocol: string;
  readonly host: Value<string>;
  readonly port: Value<number>;
}

/** Proxy through which the dashboard's API reaches the user clusters of a Seed; not applicable where it dials them itself. */
export const managementProxyOf = rule<ManagementProxy>({
  id: "internet.management-proxy",
  title: "Proxy to user clusters",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => {
    const { wayToUserClusters, managementProxyHost, managementProxyPort } = managementProxy.cluster;
    const way = read.answer(infrastructure.cluster.role, cluster) === "seed" ? read.answer(wayToUserClusters, cluster) : "direct";
    if (way === "direct") return read.notApplicable("The master reaches the user clusters by itself, or they are its own.");
    return { protocol: way, host: read.maybe(managementProxyHost, cluster), port: read.maybe(managementProxyPort, cluster) };
  },
});
