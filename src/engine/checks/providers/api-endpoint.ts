import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { balancersAt } from "../../rules/basics/at-place.ts";
import { clusterName, releaseIn } from "../../rules/basics/platform.ts";
import { selfMade } from "../../rules/basics/provisioning.ts";
import { listed } from "../../values/sentence.ts";

/** A load balancer of the infrastructure in front of the Kubernetes API, where KubeOne creates none. */
export const apiEndpointMissing = check({
  id: "providers.api-endpoint",
  title: "What stands in front of the Kubernetes API",
  severity: "blocker",
  per: "cluster",
  sources: ["kubeone.terraform", "kubeone.ha"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" || read.answer(infrastructure.cluster.controlPlanes, cluster) < 2) return;
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const front = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    if (front.addressFrom !== "provider") return;
    const without = balancersAt(read, provider, read.maybe(infrastructure.cluster.place, cluster)) === false;
    const makes = provider.kubeone?.apiEndpoint === front.id || read.optionalRule(selfMade, cluster) !== undefined;
    if (makes && !without) return;
    const own = provider.kubeone?.ownMachines;
    const since = own?.front === front.id && !makes ? ` before KubeOne ${listed(read.fact(own.releases))}, which is not among those that fit KKP ${releaseIn(read).id}` : "";
    const path = read.path(loadBalancer.cluster.apiEndpoint, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `${provider.title} puts nothing in front of the Kubernetes API of ${name}`,
      message: `The control planes of ${name} are to stand behind a load balancer of ${provider.title}; ${makes ? "the place creates none" : `KubeOne's machines there come without one${since}`}, so the cluster would have no endpoint.`,
      remedy: "Let the control planes hand an address around, or name a load balancer of yours.",
      running: `Name what stands in front of ${name} today.`,
      fixes: [
        { title: "Use a virtual address", set: [{ path, value: "keepalived" }] },
        { title: "Use a load balancer of yours", set: [{ path, value: "external" }] },
      ],
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
