import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { datacenterName } from "../../basics/platform.ts";
import { workloadRoutes } from "../../workloads/routes.ts";
import { ends } from "../ends.ts";
import { shownPlace } from "./machines.ts";

/** Routers that take routes of workloads from the workers of a datacenter. */
export const workloadRouterEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.workload-routers",
  title: "Routers of the workloads",
  per: "datacenter",
  sources: ["metallb.bgp-config"],
  derive: (read, datacenter) => {
    const { block, routers } = read.rule(workloadRoutes, datacenter);
    const name = datacenterName(read, datacenter);
    return [{
      id: ends.workloadRouters(datacenter),
      title: `Routers of the workloads of ${name}`,
      kind: "router",
      datacenter,
      place: shownPlace(read, read.maybe(infrastructure.datacenter.place, datacenter)),
      addresses: routers.kind === "known" ? routers.value.map((address) => known(address)) : [routers],
      from: read.cell,
      why: `They learn from workers of ${name} where addresses of ${block} are.`,
    }];
  },
});
