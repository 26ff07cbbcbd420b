import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { parseBlock, sizeOf } from "../../values/range.ts";
import { hubNeed } from "../workloads/hub-need.ts";
import { servedByHub } from "../workloads/hub.ts";
import { balancersNeeded } from "../basics/balancer.ts";

/** Addresses of KubeLB's block, and the number of user clusters at which they end. */
export const hubCeiling = rule<Ceiling>({
  id: "sizing.kubelb-block",
  title: "Virtual addresses of KubeLB",
  per: "plan",
  sources: ["kubelb.l4"],
  derive: (read) => {
    const { needed, grown, takers, tenants } = read.rule(hubNeed);
    // A cluster that has not said whose addresses it takes may take some of these; until then nobody knows where they end.
    read.need(...balancersNeeded(read, read.subjects("cluster")));
    const { clusters: [tenant], datacenters: [datacenter = ""] } = read.rule(servedByHub);
    const text = read.answer(kubelbHub.plan.kubelbBlock);
    const block = parseBlock(text);
    if (!block) throw new Error("An accepted block must be readable");
    const size = sizeOf(block);
    const limit = Number(size < BigInt(Number.MAX_SAFE_INTEGER) ? size : BigInt(Number.MAX_SAFE_INTEGER));
    return {
      id: "ceiling.kubelb-block",
      cluster: tenant ?? read.answer(infrastructure.datacenter.seed, datacenter),
      heldBy: "Management cluster of KubeLB",
      title: "Virtual addresses of KubeLB",
      used: needed,
      limit,
      unit: "addresses",
      // At the mix of this plan: some user clusters take an address, others two or three.
      maxUserClusters: grown === 0 ? "unlimited" : Math.max(0, Math.floor(((limit - (needed - grown)) * takers) / grown)),
      from: read.cell,
      why: `Each Service of type LoadBalancer takes an address of ${text}: ${tenants} in this plan, and one more for each further Service that a tenant creates.`,
    };
  },
});
