import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { masterCluster, releaseIn } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";

/** Host names on the Gateway of the platform against its listeners; not applicable where nothing limits them. */
export const gatewayHostCeiling = rule<Ceiling>({
  id: "sizing.gateway-hosts",
  title: "Host names on the Gateway",
  per: "cluster",
  sources: ["kkp.gateway-api", "kkp.code.gateway-sync"],
  derive: (read, cluster) => {
    if (read.rule(masterCluster) !== cluster) return read.notApplicable("The platform's Gateway stands on the master.");
    const { entry } = releaseIn(read);
    if (entry.mostHosts === undefined) return read.notApplicable(`${entry.title} serves any number of host names.`);
    const used = Math.max(0, read.rule(servedHosts, cluster).length - 1);
    return {
      id: `ceiling.gateway-hosts[${cluster}]`,
      cluster,
      title: "Host names on the Gateway",
      used,
      limit: entry.mostHosts,
      unit: "names",
      maxUserClusters: "unlimited",
      from: read.cell,
      why: `Each interface beside the base domain takes one of the Gateway's 64 listeners, and two of them serve the base domain; user clusters take none.`,
    };
  },
});
