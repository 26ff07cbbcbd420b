import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacentersOf, nameOfCluster, nameOfDatacenter } from "../basics/platform.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { seedObject, setting } from "./setting.ts";

/** Datacenters whose cloud controller must leave Services alone, since their addresses come from elsewhere. */
export const serviceControllers = rule<readonly Setting[]>({
  id: "settings.service-controllers",
  title: "Cloud controllers that leave Services alone",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("Datacenters belong to Seeds.");
    return read.rule(datacentersOf, cluster).flatMap((datacenter) => {
      const { id, servicesOff: off }: Provider = providerOf(read.aside(() => read.answer(infrastructure.datacenter.provider, datacenter)));
      const supplier = off === undefined ? undefined : read.aside(() => read.outcome(workloadSupplier, datacenter));
      if (!off || supplier?.kind !== "known" || supplier.value.addressesFrom === "infrastructure") return [];
      const name = nameOfDatacenter(read, datacenter);
      return setting(read, {
        topic: "seeds",
        object: seedObject(nameOfCluster(read, cluster)),
        id: `seeds.datacenter-services[${datacenter}]`,
        field: `spec.datacenters.${name}.spec.${id}.${off.field}`,
        value: () => (read.cite(...off.sources), read.rule(workloadSupplier, datacenter), off.value),
        why: `The infrastructure gives Services in user clusters of ${name} no addresses. ${off.why}`,
      });
    });
  },
});
