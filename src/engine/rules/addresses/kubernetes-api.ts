import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { frontOf } from "../basics/api-front.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../basics/platform.ts";

/** Address in front of a cluster's own Kubernetes API: KubeOne clusters with more than one control plane, and those whose example balances a single one. */
export const apiAddress = rule<AddressAssignment>({
  id: "addresses.kubernetes-api",
  title: "Address of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kubeone.ha"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") {
      return read.notApplicable(`${name} is not built by KubeOne; whoever runs its control plane serves its API.`);
    }
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const front = frontOf(read, cluster);
    if (!front) return read.notApplicable(`${name} has one control-plane machine; its own address serves the API.`);
    const place = read.answer(infrastructure.cluster.place, cluster);
    const { addressFrom, holds, sources } = front;
    read.cite(...sources);
    const provider = () => providerOf(read.answer(infrastructure.cluster.provider, cluster));
    return {
      id: `address.kubernetes-api[${cluster}]`,
      purpose: "kubernetes-api",
      title: `Kubernetes API of ${name}`,
      cluster,
      place,
      address: addressFrom === "provider" ? { kind: "later", who: provider().title } : read.maybe(loadBalancer.cluster.apiAddress, cluster),
      count: 1,
      from: read.cell,
      why: machines > 1
        ? `One address in front of the ${machines} control-plane machines of ${name}: ${holds}. It serves TCP 6443 only and comes on top of the virtual addresses.`
        : `KubeOne's example puts a load balancer in front of the one control-plane machine of ${name} as well: ${holds}, and kubeconfig and certificate name it.`,
    };
  },
});
