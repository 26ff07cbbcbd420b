import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { datacenterName } from "../../basics/platform.ts";
import { takesWorkloadBlock } from "../../workloads/supplier.ts";
import { ends } from "../ends.ts";
import { shownPlace } from "./machines.ts";

/** Addresses of Services inside user clusters, by the block that they are taken from. */
export const workloadEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.workloads",
  title: "Addresses for workloads of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.ipam"],
  derive: (read, datacenter) => {
    if (!read.rule(takesWorkloadBlock, datacenter)) return read.notApplicable("Services of its user clusters take no address from a block of this datacenter.");
    const name = datacenterName(read, datacenter);
    return [
      {
        id: ends.workloads(datacenter),
        title: `Workloads of ${name}`,
        kind: "workloads",
        datacenter,
        place: shownPlace(read, read.maybe(infrastructure.datacenter.place, datacenter)),
        addresses: [read.maybe(loadBalancer.datacenter.workloadBlock, datacenter)],
        from: read.cell,
        why: `Services of user clusters in ${name} come and go, so the firewall opens for the whole block that their addresses are taken from.`,
      },
    ];
  },
});
