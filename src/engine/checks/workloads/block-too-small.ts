import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { workloadNeed } from "../../rules/addresses/workloads.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { ipamPool } from "../../rules/workloads/ipam.ts";
import { usableOf } from "../../rules/workloads/left-out.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { formatBlock, parseBlock } from "../../values/range.ts";

/** A block for workloads with fewer addresses than user clusters. What KKP cuts into shares itself is counted by the pool's own check. */
export const blockTooSmall = check({
  id: "workloads.block-too-small",
  title: "The block for workloads has an address for each user cluster",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  examine: (read, datacenter, report) => {
    if (read.outcome(ipamPool, datacenter).kind === "known") return;
    for (const { atLeast, block: stated, excluded } of read.rule(workloadNeed, datacenter)) {
      const block = stated.kind === "known" ? parseBlock(stated.value) : undefined;
      const usable = block && usableOf(block, excluded);
      if (!block || usable === undefined || usable >= BigInt(atLeast)) continue;
      const name = datacenterName(read, datacenter);
      const path = read.path(loadBalancer.datacenter.workloadBlock, datacenter);
      const free = freeBlockOf(read, `range.workloads[${datacenter}]`);
      report({
        title: `The block for workloads of ${name} is too small`,
        message: `${formatBlock(block)} has ${formatCount(Number(usable), "address", "addresses")}${excluded.length === 0 ? "" : " that nobody has yet"}, and Services in the user clusters of ${name} need at least ${formatFigure(atLeast)}. Those that come last stay without an address.`,
        remedy: `${free === undefined ? "Take a larger block" : `Take ${free}, the nearest block of that size that nothing stated uses`}, or plan fewer user clusters.`,
        fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path, value: free }] }],
        answers: [path, read.path(infrastructure.datacenter.smallClusters, datacenter)],
      });
    }
  },
});
