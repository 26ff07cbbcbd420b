import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf, type LoadBalancerKindId } from "../../load-balancers/registry.ts";
import { apiServersBalanced } from "../addresses/api-servers.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { servedHosts } from "./hosts.ts";
import { issuer } from "./issuer.ts";

/** Whether ports of nodes would serve a cluster: its user clusters with NodePort alone, no API server with a load balancer of its own, and no challenge that comes to TCP 80. */
function nodesServe(read: Reader, cluster: string): boolean {
  if (read.answer(infrastructure.cluster.role, cluster) !== "master") {
    const [strategies, balanced] = [read.outcome(strategiesOf, cluster), read.outcome(apiServersBalanced, cluster)];
    if (strategies.kind === "known" && strategies.value.some((strategy) => strategy !== "NodePort")) return false;
    if (balanced.kind === "known" && balanced.value > 0) return false;
  }
  const [issuing, hosts] = [read.outcome(issuer), read.outcome(servedHosts, cluster)];
  return !(issuing.kind === "known" && issuing.value.challenge === "http01" && hosts.kind === "known" && hosts.value.length > 0);
}

/** Those of some load-balancer kinds that a fix may offer to a cluster as the rest of the plan stands. */
export const kindsThatWork = <T extends { readonly id: LoadBalancerKindId }>(read: Reader, cluster: string, kinds: readonly T[]): readonly T[] =>
  kinds.filter(({ id }) => loadBalancerKindOf(id).addressesFrom !== "nodes" || nodesServe(read, cluster));
