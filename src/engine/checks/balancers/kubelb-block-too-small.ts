import { fronts } from "../../answers/chapters/fronts.ts";
import { check } from "../../kernel/check.ts";
import { privateSpaces, takenBut } from "../../rules/addresses/proposals.ts";
import { hubNeed } from "../../rules/workloads/hub-need.ts";
import { servedByHub } from "../../rules/workloads/hub.ts";
import { formatFigure } from "../../values/figures.ts";
import { formatBlock, nearestFreeBlock, networkOf, parseBlock, prefixFor, sizeOf } from "../../values/range.ts";

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
    const text = read.answer(fronts.plan.kubelbBlock);
    const { needed, tenants } = read.rule(hubNeed);
    const block = parseBlock(text);
    if (!block || sizeOf(block) >= BigInt(needed)) return;
    const path = read.path(fronts.plan.kubelbBlock);
    const wider = networkOf(`${text.split("/")[0] ?? ""}/${prefixFor(BigInt(needed), block.family)}`);
    const free = wider && nearestFreeBlock(wider, privateSpaces(read), takenBut(read, "range.kubelb-block"));
    report({
      title: `${text} is too small for KubeLB`,
      message: `${tenants} take at least ${formatFigure(needed)} addresses, and ${text} has ${formatFigure(Number(sizeOf(block)))}: ${formatFigure(needed - Number(sizeOf(block)))} too few.`,
      remedy: "Take a larger block; each further Service of type LoadBalancer needs one more.",
      fixes: free ? [{ title: `Use ${formatBlock(free)}`, set: [{ path, value: formatBlock(free) }] }] : [],
      answers: [path],
    });
  },
});
