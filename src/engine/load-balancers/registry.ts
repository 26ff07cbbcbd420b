import { appliance } from "./appliance.ts";
import { ciliumBgp } from "./cilium-bgp.ts";
import { ciliumL2 } from "./cilium-l2.ts";
import { cloud } from "./cloud.ts";
import { kubelb } from "./kubelb.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";
import { metallbBgp } from "./metallb-bgp.ts";
import { metallbL2 } from "./metallb-l2.ts";
import { none } from "./none.ts";

const records = [metallbBgp, metallbL2, ciliumBgp, ciliumL2, cloud, kubelb, appliance, none] as const satisfies readonly LoadBalancerKind[];

/** Ids of all load-balancer kinds. */
export type LoadBalancerKindId = (typeof records)[number]["id"];

/** All kinds, in the order the form offers them. Adding one is a file and a word above. */
export const loadBalancerKinds: readonly (LoadBalancerKind & { readonly id: LoadBalancerKindId })[] = records;

/** The record of a kind. */
export function loadBalancerKindOf(id: LoadBalancerKindId): LoadBalancerKind {
  const found = loadBalancerKinds.find((kind) => kind.id === id);
  if (!found) throw new Error(`Load-balancer kind ${id} is not in the registry`);
  return found;
}
