import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { balancerOf } from "./balancer.ts";

/** Addresses that nodes of a platform cluster announce themselves, although nobody gave them to their network cards. */
export interface Announced {
  /** Of the Kubernetes API, by control planes that hand it around. */
  readonly api?: Value<string>;
  /** Virtual addresses, by workers. */
  readonly block?: Value<string>;
  /** Whether the block lies among the addresses of the machines. */
  readonly inSegment?: boolean;
}

/** What the nodes of a cluster announce. */
export function announcedBy(read: Reader, cluster: string): Announced {
  const { addressesFrom, appliance, poolScope } = balancerOf(read, cluster);
  const block = addressesFrom === "pool" && appliance === undefined;
  return {
    ...(apiMoves(read, cluster) ? { api: read.maybe(loadBalancer.cluster.apiAddress, cluster) } : {}),
    ...(block ? { block: read.maybe(loadBalancer.cluster.pool, cluster), inSegment: poolScope === "node-network" } : {}),
  };
}

/** Whether control planes that KubeOne builds hand the address of the API around. */
const apiMoves = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" &&
  read.answer(infrastructure.cluster.controlPlanes, cluster) > 1 &&
  apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster)).moves;
