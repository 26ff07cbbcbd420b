import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { addonMetallb } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { fullSegmentOf } from "../../rules/addresses/full-network.ts";
import { madeSubnet } from "../../rules/basics/made-networks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { workloadSegment } from "../../rules/workloads/segment.ts";
import { contains, formatBlock, parseBlock } from "../../values/range.ts";

/** A block for MetalLB in layer 2 that does not lie where the workers are. */
export const layer2Block = check({
  id: "workloads.layer-2-block",
  title: "Workers can answer for the addresses of the pool",
  severity: "blocker",
  per: "datacenter",
  sources: ["metallb.l2", "kkp.code.metallb-addon"],
  examine: (read, datacenter, report) => {
    // In a network that KKP makes every address is leased to machines; another check says that no pool helps there.
    if (madeSubnet(read, datacenter)) return;
    const segment = read.optionalRule(workloadSegment, datacenter);
    if (segment === undefined) return;
    const block = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter));
    if (!block) return;
    const workers = parseBlock(segment);
    const name = datacenterName(read, datacenter);
    if (workers && !contains(workers, block)) {
      const free = freeBlockOf(read, `range.workloads[${datacenter}]`);
      const full = fullSegmentOf(read, datacenter, block, block.prefix);
      report({
        key: "outside",
        title: `${formatBlock(block)} lies outside the workers' network of ${name}`,
        message: `The addon brings MetalLB ${read.fact(addonMetallb)}, which announces in layer 2: workers in ${segment} answer for addresses of their own segment only.`,
        remedy: full ? `${full.says} ${full.ways}, or use the MetalLB of the application catalogue with BGP.` : `State a block inside ${segment} and outside its DHCP range, or use the MetalLB of the application catalogue with BGP.`,
        running: "Use the MetalLB of the application catalogue with BGP.",
        fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path: read.path(loadBalancer.datacenter.workloadBlock, datacenter), value: free }] }],
        answers: [read.path(loadBalancer.datacenter.workloadBlock, datacenter), ...(full?.answers ?? [])],
      });
    }
  },
});
