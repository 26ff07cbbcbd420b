import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock, parseBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { workloadNeed } from "../addresses/workloads.ts";
import { datacenterName } from "../basics/platform.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { usableOf } from "../workloads/left-out.ts";

/** Addresses or shares of a datacenter's block for workloads, and the number of user clusters at which they end. */
export const shareCeiling = rule<Ceiling>({
  id: "sizing.address-shares",
  title: "Shares of the address pool",
  per: "datacenter",
  sources: ["kkp.ipam", "kkp.setup-checklist"],
  derive: (read, datacenter) => {
    const name = datacenterName(read, datacenter);
    const row = { id: `ceiling.address-shares[${datacenter}]`, from: read.cell } as const;
    const pool = read.optionalRule(ipamPool, datacenter);
    if (pool) {
      const { block, share, capacity, userClusters, excluded } = pool;
      return {
        ...row,
        cluster: read.answer(infrastructure.datacenter.seed, datacenter),
        title: `Address pool of ${name}`,
        used: userClusters,
        limit: capacity,
        unit: "shares",
        maxUserClusters: capacity,
        why: `${formatBlock(block)} is cut into shares of ${formatCount(share, "address", "addresses")}${excluded.length === 0 ? "" : `, without ${listed(excluded)}`}; each user cluster of ${name} takes one when it is created.`,
      };
    }
    const [need] = read.rule(workloadNeed, datacenter);
    const block = need?.block.kind === "known" ? parseBlock(need.block.value) : undefined;
    if (!need || !block) return read.notApplicable(`No block for workloads of ${name} is stated.`);
    const size = usableOf(block, need.excluded);
    const limit = Number(size < BigInt(Number.MAX_SAFE_INTEGER) ? size : BigInt(Number.MAX_SAFE_INTEGER));
    return {
      ...row,
      cluster: read.answer(infrastructure.datacenter.seed, datacenter),
      title: `Block for workloads of ${name}`,
      used: need.atLeast,
      limit,
      unit: "addresses",
      maxUserClusters: limit,
      why: `Each user cluster of ${name} takes at least one address of ${formatBlock(block)}${need.excluded.length === 0 ? "" : `, without ${listed(need.excluded.map(({ address }) => address))},`} for its own ingress, and one more for each further Service of type LoadBalancer.`,
    };
  },
});
