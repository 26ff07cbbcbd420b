import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "./platform.ts";
import { balancerValue } from "./balancer.ts";

/** Whether load balancers that the infrastructure makes for Services of a platform cluster get public addresses. */
export function cloudIsPublic(read: Reader, cluster: string): boolean {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!provider.publicLoadBalancer || !provider.balancerReach) return provider.publicLoadBalancer;
  return read.answer(balancerReach.cluster.cloudReach, cluster) === "public";
}

/** What gives load balancers of a cluster public addresses, where the cloud gives them and somebody has said that they are private. */
export function publicAgain(read: Reader, cluster: string): Fix | undefined {
  const kind = balancerValue(read, cluster);
  if (kind.kind !== "known" || kind.value.addressesFrom !== "provider") return undefined;
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (!provider.publicLoadBalancer || cloudIsPublic(read, cluster)) return undefined;
  return { title: `Give load balancers of ${clusterName(read, cluster)} public addresses`, set: [{ path: read.path(balancerReach.cluster.cloudReach, cluster), value: "public" }] };
}
