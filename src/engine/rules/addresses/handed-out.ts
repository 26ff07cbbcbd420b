import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { balancerOf } from "../basics/balancer.ts";

/** An address that does not come from a block of the cluster: from the infrastructure, from a hub, or a node's own. */
export function addressElsewhere(read: Reader, cluster: string): Pick<AddressAssignment, "address" | "virtual"> {
  const kind = balancerOf(read, cluster);
  if (kind.addressesFrom === "nodes") return { address: read.maybe(fronts.cluster.nodeFront, cluster) };
  if (kind.addressesFrom === "hub") {
    const block = read.maybe(kubelbHub.plan.kubelbBlock);
    return { address: block.kind === "known" ? { kind: "later", who: `${kind.title} from ${block.value}` } : block, virtual: true };
  }
  return { address: { kind: "later", who: providerOf(read.answer(infrastructure.cluster.provider, cluster)).title }, virtual: true };
}
