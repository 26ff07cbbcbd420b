import { isAskedThrough } from "../../answers/answers.ts";
import { balancerReach } from "../../answers/chapters/balancer-reach.ts";
import { floatingReach } from "../../answers/chapters/floating-reach.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "./platform.ts";
import { balancerValue } from "./balancer.ts";

/** Whether load balancers that the infrastructure makes for Services of a platform cluster get public addresses. */
export function cloudIsPublic(read: Reader, cluster: string): boolean {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (provider.publicLoadBalancer === "asked") return read.answer(floatingReach.place.floatingReach, read.answer(infrastructure.cluster.place, cluster)) === "public";
  if (!provider.publicLoadBalancer || !provider.balancerReach) return provider.publicLoadBalancer;
  return read.answer(balancerReach.cluster.cloudReach, cluster) === "public";
}

/** Whether floating addresses that the infrastructure gives to a platform cluster are public; undefined where the site does not decide that, or nothing hangs on it. Waits for nothing. */
export function floatingIsPublic(read: Reader, cluster: string): Value<boolean> | undefined {
  const provider = read.optional(infrastructure.cluster.provider, cluster);
  const place = read.optional(infrastructure.cluster.place, cluster);
  const { floatingReach: question } = floatingReach.place;
  if (provider === undefined || place === undefined || (providerOf(provider) as Provider).publicLoadBalancer !== "asked" || !isAskedThrough(read, question, place)) return undefined;
  const reach = read.maybe(question, place);
  return reach.kind === "known" ? known(reach.value === "public") : reach;
}

/** What gives load balancers of a cluster public addresses, where the cloud gives them and somebody has said that they are private. */
export function publicAgain(read: Reader, cluster: string): Fix | undefined {
  const kind = balancerValue(read, cluster);
  if (kind.kind !== "known" || kind.value.addressesFrom !== "provider") return undefined;
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  // Where the site decides, no Service can choose.
  if (provider.publicLoadBalancer !== true || cloudIsPublic(read, cluster)) return undefined;
  return { title: `Give load balancers of ${clusterName(read, cluster)} public addresses`, set: [{ path: read.path(balancerReach.cluster.cloudReach, cluster), value: "public" }] };
}
