import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { apiEndpointOf, apiEndpoints } from "../../api-endpoints/registry.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** An address that control planes hand around in a cloud, whose network ignores it. */
export const movingApiAddress = check({
  id: "providers.moving-api-address",
  title: "The network carries the address of the Kubernetes API",
  severity: "blocker",
  per: "cluster",
  sources: ["kubeone.terraform", "kubeone.ha"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" || read.answer(infrastructure.cluster.controlPlanes, cluster) < 2) return;
    const front = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const own = apiEndpoints.find(({ id, addressFrom }) => addressFrom === "provider" && id === provider.kubeone?.apiEndpoint);
    if (!front.moves || provider.publicLoadBalancer !== true || !own) return;
    const path = read.path(loadBalancer.cluster.apiEndpoint, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `${provider.title} does not carry an address that control planes of ${name} hand around`,
      message: `“${front.title}” moves an address that the cloud gave to none of the machines; networks of ${provider.title} drop what is sent there, so ${name} would have no endpoint.`,
      remedy: `Let ${provider.title} create the load balancer in front of the Kubernetes API, as KubeOne's Terraform files do.`,
      running: `Name what stands in front of ${name} today.`,
      fixes: [{ title: "Use the cloud's load balancer", set: [{ path, value: own.id }] }],
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
