import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { providerOf } from "../../../providers/registry.ts";
import { datacenterName } from "../../basics/platform.ts";
import { workloadSupplier } from "../../workloads/supplier.ts";
import { ends } from "../ends.ts";
import { shownPlace } from "./machines.ts";

/** Addresses of Services inside user clusters: the block that they are taken from, or whatever the infrastructure hands out. */
export const workloadEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.workloads",
  title: "Addresses for workloads of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    const { addressesFrom } = read.rule(workloadSupplier, datacenter);
    if (addressesFrom === "hub") return read.notApplicable("KubeLB holds the addresses of Services of its user clusters.");
    const name = datacenterName(read, datacenter);
    const provider = addressesFrom === "infrastructure" ? providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).title : undefined;
    read.cite(provider ? "kkp.code.cloud-controllers" : "kkp.ipam");
    return [
      {
        id: ends.workloads(datacenter),
        title: `Workloads of ${name}`,
        kind: "workloads",
        datacenter,
        place: shownPlace(read, read.maybe(infrastructure.datacenter.place, datacenter)),
        addresses: [provider ? { kind: "later", who: provider } : read.maybe(loadBalancer.datacenter.workloadBlock, datacenter)],
        from: read.cell,
        why: provider
          ? `${provider} gives each Service of user clusters in ${name} a load balancer as tenants ask for one, so nobody knows its address beforehand.`
          : `Services of user clusters in ${name} come and go, so the firewall opens for the whole block that their addresses are taken from.`,
      },
    ];
  },
});
