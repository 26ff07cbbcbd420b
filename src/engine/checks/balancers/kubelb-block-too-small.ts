import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { hubNeed } from "../../rules/workloads/hub-need.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";
import { formatFigure } from "../../values/figures.ts";
import { parseBlock, sizeOf } from "../../values/range.ts";

/** A block of KubeLB with fewer addresses than its tenants ask for. */
export const kubelbBlockTooSmall = check({
  id: "balancers.kubelb-block-too-small",
  title: "KubeLB has an address for every Service",
  severity: "blocker",
  per: "plan",
  sources: ["kubelb.l4"],
  examine: (read, _plan, report) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return;
    const text = read.answer(kubelbHub.plan.kubelbBlock);
    const { needed, tenants } = read.rule(hubNeed);
    const block = parseBlock(text);
    if (!block || sizeOf(block) >= BigInt(needed)) return;
    const path = read.path(kubelbHub.plan.kubelbBlock);
    const free = freeBlockOf(read, "range.kubelb-block");
    report({
      title: `${text} is too small for KubeLB`,
      message: `${tenants} take at least ${formatFigure(needed)} addresses, and ${text} has ${formatFigure(Number(sizeOf(block)))}: ${formatFigure(needed - Number(sizeOf(block)))} too few.`,
      remedy: "Take a larger block; each further Service of type LoadBalancer needs one more.",
      fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path, value: free }] }],
      answers: [path],
    });
  },
});
