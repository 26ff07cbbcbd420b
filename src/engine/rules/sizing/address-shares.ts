import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock } from "../../values/range.ts";
import { datacenterName } from "../basics/platform.ts";
import { ipamPool } from "../workloads/ipam.ts";

/** Shares of a datacenter's address pool, and the number of user clusters at which they end. */
export const shareCeiling = rule<Ceiling>({
  id: "sizing.address-shares",
  title: "Shares of the address pool",
  per: "datacenter",
  sources: ["kkp.ipam"],
  derive: (read, datacenter) => {
    const { block, share, capacity, userClusters, excluded } = read.rule(ipamPool, datacenter);
    const name = datacenterName(read, datacenter);
    return {
      id: `ceiling.address-shares[${datacenter}]`,
      cluster: read.answer(infrastructure.datacenter.seed, datacenter),
      title: `Address pool of ${name}`,
      used: userClusters,
      limit: capacity,
      unit: "shares",
      maxUserClusters: capacity,
      from: read.cell,
      why: `${formatBlock(block)} is cut into shares of ${formatCount(share, "address", "addresses")}${excluded.length === 0 ? "" : `, without ${excluded.join(" and ")}`}; each user cluster of ${name} takes one when it is created.`,
    };
  },
});
