import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { largestIpamPool } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { workloadSupplier } from "../../rules/workloads/supplier.ts";
import { formatBlock, parseBlock } from "../../values/range.ts";

/** Pools that KKP's webhook refuses. */
export const poolShape = check({
  id: "workloads.pool-shape",
  title: "KKP accepts the address pool",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.ipam"],
  examine: (read, datacenter, report) => {
    // How large a share is has no part in it.
    if (!read.rule(workloadSupplier, datacenter).shares) return;
    const type = read.answer(workloadAddresses.datacenter.poolType, datacenter);
    const block = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter));
    if (!block) return;
    const name = datacenterName(read, datacenter);
    const path = read.path(loadBalancer.datacenter.workloadBlock, datacenter);
    const least = read.fact(largestIpamPool)[block.family];
    if (type === "range" && block.prefix < least) {
      report({
        key: "range",
        title: `${formatBlock(block)} is too large for runs of addresses`,
        message: `A pool that is cut into runs is a /${least} at most, and ${formatBlock(block)} of ${name} is larger; the webhook refuses it.`,
        remedy: "Cut it into blocks instead, or state a smaller block.",
        fixes: [{ title: "Cut it into blocks", set: [{ path: read.path(workloadAddresses.datacenter.poolType, datacenter), value: "prefix" }] }],
        running: "State the block and the cut of the pool that runs.",
        answers: [path, read.path(workloadAddresses.datacenter.poolType, datacenter)],
      });
    }
    if (type !== "prefix") return;
    const prefix = read.answer(workloadAddresses.datacenter.poolPrefix, datacenter);
    const bits = block.family === 4 ? 32 : 128;
    if (prefix >= block.prefix && prefix <= bits) return;
    report({
      key: "prefix",
      title: `/${prefix} does not fit into ${formatBlock(block)}`,
      message: `Each user cluster of ${name} is to get a /${prefix}, and a share must be at least as long as the block's own /${block.prefix} and at most a /${bits}.`,
      remedy: `State a prefix from ${block.prefix} to ${bits}.`,
      fixes: prefix > bits || block.prefix + 4 > bits ? [] : [{ title: `Give each user cluster a /${block.prefix + 4}`, set: [{ path: read.path(workloadAddresses.datacenter.poolPrefix, datacenter), value: block.prefix + 4 }] }],
      running: "State the block and the prefix of the pool that runs.",
      answers: [read.path(workloadAddresses.datacenter.poolPrefix, datacenter), path],
    });
  },
});
