import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { known } from "../../kernel/outcome.ts";
import { listsControlPlanes } from "../../providers/listed-machines.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../basics/platform.ts";

/** Fixed addresses of the control-plane machines, where people and not the infrastructure give them. */
export const controlPlaneAddresses = rule<readonly AddressAssignment[]>({
  id: "addresses.control-planes",
  title: "Addresses of the control-plane machines",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") {
      return read.notApplicable(`${name} is not built by KubeOne; its control plane needs no address from this plan.`);
    }
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!listsControlPlanes(provider)) return read.notApplicable(`${provider.title} gives the machines of ${name} their addresses.`);
    const common = {
      purpose: "control-plane",
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      from: read.cell,
      why: "etcd and certificates name the machine by its address, so it must never change; a lease that nobody reserved could.",
    } as const;
    const addresses = read.maybe(infrastructure.cluster.controlPlaneAddresses, cluster);
    if (addresses.kind !== "known") {
      const count = read.answer(infrastructure.cluster.controlPlanes, cluster);
      return [{ ...common, id: `address.control-planes[${cluster}]`, title: `Control-plane machines of ${name}`, address: addresses, count }];
    }
    return addresses.value.map((address, at) => ({
      ...common,
      id: `address.control-plane-${at + 1}[${cluster}]`,
      title: `Control-plane machine ${at + 1} of ${name}`,
      address: known(address),
      count: 1,
    }));
  },
});
