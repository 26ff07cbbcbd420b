import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { clusterName } from "../../basics/platform.ts";
import { managementProxyOf } from "../../internet/management-proxy.ts";
import { ends } from "../ends.ts";

/** Proxies between the master and user clusters of a Seed. */
export const managementProxies = rule<readonly Endpoint[]>({
  id: "firewall.management-proxies",
  title: "Server of the proxy to user clusters",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => {
    const { host } = read.rule(managementProxyOf, cluster);
    const name = clusterName(read, cluster);
    return [{ id: ends.managementProxy(cluster), title: `Proxy to user clusters of ${name}`, kind: "proxy", addresses: [host], from: read.cell, why: `The dashboard's API reaches user clusters of ${name} through it, because nothing leads there directly.` }];
  },
});
