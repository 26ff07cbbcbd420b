import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { parseBlock, type Range } from "../../values/range.ts";
import { ownWorkerNetwork6, workerNetwork6 } from "../basics/families.ts";
import { madeSubnet } from "../basics/made-networks.ts";
import { workerNetwork } from "../basics/platform.ts";
import { workloadSupplier } from "./supplier.ts";

/** The network of IPv4 that workers of a datacenter see as their own. Waits while it is open. */
export const innerNetwork = (read: Reader, datacenter: string): string => madeSubnet(read, datacenter)?.block ?? read.rule(workerNetwork, datacenter);

/**
 * The network of a datacenter's workers in a family, where they answer for addresses themselves; the first network
 * where they have none of that family. Waits while it is open.
 */
export function segmentOf(read: Reader, datacenter: string, family: Range["family"]): string {
  const first = innerNetwork(read, datacenter);
  if (parseBlock(first)?.family === family) return first;
  if (ownWorkerNetwork6(read, datacenter)) return read.answer(families.datacenter.workerNetwork6, datacenter);
  const second = workerNetwork6(read, datacenter);
  return second && second.kind !== "later" ? read.answer(families.place.nodeNetwork6, read.answer(infrastructure.datacenter.place, datacenter)) : first;
}

/** The network that the block for workloads of a datacenter must lie in: where its workers answer for the addresses themselves. */
export const workloadSegment = rule<string>({
  id: "workloads.segment",
  title: "Network of the block for workloads",
  per: "datacenter",
  sources: ["metallb.l2", "kkp.code.metallb-addon"],
  derive: (read, datacenter) => {
    if (!read.rule(workloadSupplier, datacenter).shares) return read.notApplicable("Routers lead to the addresses, wherever they lie.");
    const block = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter));
    return segmentOf(read, datacenter, block?.family ?? 4);
  },
});
