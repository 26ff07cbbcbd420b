import type { ApiEndpoint, CarriedProgram } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Reader } from "../../kernel/rule.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";

/** The program of the machine in front of a cluster's Kubernetes API, where that machine cannot load it by itself. */
export function carriedInFront(read: Reader, cluster: string): CarriedProgram | undefined {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone" || read.answer(infrastructure.cluster.controlPlanes, cluster) < 2) return undefined;
  const { carried }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
  return carried && !reachesInternet(read, placeOfCluster(read, cluster)) ? read.fact(carried) : undefined;
}
