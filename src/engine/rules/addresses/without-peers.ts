import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import type { Fix } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { balancerOf } from "../basics/balancer.ts";
import { withoutController } from "../basics/balancer-kinds.ts";
import { loadBalancerQuestion } from "../basics/infrastructure.ts";
import { blockBesideNodes } from "./free-blocks.ts";

/** What to do where no router can peer with the nodes of a network that Terraform makes. */
export const WITHOUT_PEERS = "Have the nodes answer by layer 2 for a block of their own network, or take the addresses from load balancers of the infrastructure, an appliance or KubeLB.";

/** Fixes that take virtual addresses of a cluster at a place from where no router peers with its nodes. */
export function withoutPeers(read: Reader, cluster: string, place: string): readonly Fix[] {
  const free = blockBesideNodes(read, cluster);
  return [...infrastructureGives(read, cluster, place), ...(free !== undefined ? answeredByNodes(read, cluster, free) : [])];
}

/** Addresses of the infrastructure, where it has load balancers. */
function infrastructureGives(read: Reader, cluster: string, place: string): readonly Fix[] {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const question = loadBalancerQuestion(provider);
  if (!provider.nativeLoadBalancer || withoutController(provider)) return [];
  return [{ title: `Let ${provider.title} give the addresses`, set: [...(question ? [{ path: read.path(question, place), value: true }] : []), { path: read.path(loadBalancer.cluster.kind, cluster), value: "cloud" }] }];
}

/** A block for which the nodes answer in their own network, by a kind that needs the same network plugin. */
function answeredByNodes(read: Reader, cluster: string, free: string): readonly Fix[] {
  const { cni } = balancerOf(read, cluster);
  return loadBalancerKinds
    .filter((kind) => kind.addressesFrom === "pool" && kind.poolScope === "node-network" && kind.cni === cni)
    .map(({ id, title }) => ({ title: `Use ${title} with ${free}`, set: [{ path: read.path(loadBalancer.cluster.kind, cluster), value: id }, { path: read.path(loadBalancer.cluster.pool, cluster), value: free }] }));
}
