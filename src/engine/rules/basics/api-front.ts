import type { ApiEndpoint, ApiInstall } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { hasExample } from "./provisioning.ts";

/** What people must install in front of a cluster's own Kubernetes API; absent where it comes with the machines. */
export function frontByHand(read: Reader, cluster: string): ApiInstall | undefined {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" || read.answer(infrastructure.cluster.controlPlanes, cluster) < 2) return undefined;
  const { id, install }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
  if (!install) return undefined;
  return providerOf(read.answer(infrastructure.cluster.provider, cluster)).kubeone?.apiEndpoint === id ? undefined : install;
}

/**
 * What stands in front of a cluster's own Kubernetes API: what people chose for several control planes, and with a single one the load
 * balancer that KubeOne's Terraform example makes of the infrastructure all the same.
 */
export function frontOf(read: Reader, cluster: string): ApiEndpoint | undefined {
  if (read.answer(infrastructure.cluster.controlPlanes, cluster) > 1) return apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
  const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!hasExample(provider) || provider.kubeone?.apiEndpoint !== "provider") return undefined;
  read.cite("kubeone.terraform");
  return apiEndpointOf("provider");
}

/** The front by hand as a rule, for whoever must not wait for it. */
export const frontInstall = rule<ApiInstall>({
  id: "infrastructure.front-by-hand",
  title: "What people install in front of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.ha"],
  derive: (read, cluster) => frontByHand(read, cluster) ?? read.notApplicable("It comes with the machines, or nothing stands in front."),
});
