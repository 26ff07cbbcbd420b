import type { QuotaSizing } from "../../plan/plan.ts";
import type { Preparation } from "../../providers/contract/preparation.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";

/** What quotas of an infrastructure must have room for, as the object of a sentence; without figures while they are not known. */
export function demandOf(quotas: readonly QuotaSizing[], preparation: Preparation): string {
  if (quotas.length === 0) return "the machines of this plan";
  return quotas
    .map((quota, at) => {
      const words = wordsOf(quota, preparation);
      if (quota.account === undefined) return words;
      return at === 0 ? `${words} in the ${quota.account}` : `and in the ${quota.account} for ${words}`;
    })
    .join(", ");
}

/** What counts against one of them. */
function wordsOf({ machines, cpu, memory, disk, bastions, nodes, volumes, volumeSize, balancers, groupRules }: QuotaSizing, { counts = [] }: Preparation): string {
  const addresses = counts.includes("addresses");
  return [
    ...(machines === 0 ? [] : [`${formatCount(machines, "machine")} of the platform with ${formatFigure(cpu)} vCPU, ${formatFigure(memory)} GiB of memory and ${formatFigure(disk)} GB of root disks in all`]),
    ...(bastions === 0 ? [] : [`${formatCount(bastions, "bastion")} of KubeOne's example`]),
    ...(nodes === 0 ? [] : [`${formatCount(nodes, "node")} of user clusters in the size that their templates name`]),
    ...(volumes === 0 || !counts.includes("volumes") ? [] : [`${formatCount(volumes, "volume")} with ${formatFigure(volumeSize)} GiB`]),
    ...(balancers === 0 || !counts.includes("load-balancers") ? [] : [`at least ${formatCount(balancers, "load balancer")}${addresses ? " with an address each" : ""}`]),
    ...(balancers === 0 || !addresses || counts.includes("load-balancers") ? [] : [`at least ${formatCount(balancers, "address", "addresses")} of load balancers`]),
    ...(groupRules === undefined || !counts.includes("group-rules") ? [] : [`${formatCount(groupRules, "inbound rule")} in one security group`]),
  ].join("; ");
}
