import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule } from "../../kernel/rule.ts";
import type { WorkloadNeed } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { formatRange } from "../../values/range.ts";
import { ipamPool, shareOfPool } from "../workloads/ipam.ts";
import { leftOutOfBlock } from "../workloads/left-out.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { allOf, clustersIn, datacenterName } from "../basics/platform.ts";

/** Addresses that Services inside user clusters need, from a block of their own. */
export const workloadNeed = rule<readonly WorkloadNeed[]>({
  id: "addresses.workloads",
  title: "Addresses for workloads of user clusters",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.ipam"],
  derive: (read, datacenter) => {
    const supplier = read.rule(workloadSupplier, datacenter);
    const name = datacenterName(read, datacenter);
    if (supplier.addressesFrom === "infrastructure") return read.notApplicable(`${providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).title} gives Services of user clusters their addresses.`);
    if (supplier.addressesFrom === "hub") return read.notApplicable(`KubeLB gives Services of user clusters of ${name} addresses of its own block.`);
    const clusters = allOf(read.rule(clustersIn, datacenter));
    const pool = read.outcome(ipamPool, datacenter);
    const share = read.optionalRule(shareOfPool, datacenter) ?? 1;
    const why = pool.kind === "known"
      ? `KKP gives each of the ${clusters} user clusters of ${name} ${formatCount(share, "address", "addresses")} of it by the pool ${pool.value.name}; ${formatCount(pool.value.capacity, "user cluster")} get a share.`
      : `Each of the ${clusters} user clusters of ${name} needs an address for its own ingress at least; none of them may come from the platform's block.`;
    const block = read.maybe(loadBalancer.datacenter.workloadBlock, datacenter);
    // The need stands while nobody knows yet what no Service may get.
    const leftOut = block.kind === "known" ? read.outcome(leftOutOfBlock, datacenter) : undefined;
    return [{
      id: `workloads[${datacenter}]`,
      datacenter,
      atLeast: clusters * share,
      block,
      excluded: leftOut?.kind === "known" ? leftOut.value.map(({ range, why: reason }) => ({ address: formatRange(range), why: reason })) : [],
      from: read.cell,
      why,
    }];
  },
});
