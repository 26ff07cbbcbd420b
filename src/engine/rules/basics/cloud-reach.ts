import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";

/** Whether load balancers that the infrastructure makes for Services of a platform cluster get public addresses. */
export function cloudIsPublic(read: Reader, cluster: string): boolean {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!provider.publicLoadBalancer || !provider.balancerReach) return provider.publicLoadBalancer;
  return read.answer(balancerReach.cluster.cloudReach, cluster) === "public";
}
