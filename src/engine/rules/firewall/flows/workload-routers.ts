import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { datacenterName } from "../../basics/platform.ts";
import { workloadRoutes } from "../../workloads/routes.ts";
import { ends } from "../ends.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From workers to routers: how addresses of workloads become known to the network. */
export const workersToRouters = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-routers",
  title: "Workers to routers of the workloads",
  per: "datacenter",
  sources: ["metallb.bgp-config"],
  derive: (read, datacenter) => {
    const { block, segment } = read.rule(workloadRoutes, datacenter);
    return [
      flow(read, {
        refs: ["B1"],
        word: "workload-bgp",
        of: datacenter,
        source: ends.workers(datacenter),
        destination: ends.workloadRouters(datacenter),
        ports: ports.bgp,
        reason: "BGP sessions announce the addresses of workloads",
        lifetime: "operation",
        why: `${block} lies outside ${segment}, so workers of ${datacenterName(read, datacenter)} cannot answer for it by themselves: each keeps a session with the routers.`,
      }),
    ];
  },
});
