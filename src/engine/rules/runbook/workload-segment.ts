import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName, datacenterName, writtenDatacenter } from "../basics/platform.ts";
import { tenantsPart } from "../workloads/catalogue-block.ts";
import { workloadsInSegment } from "../workloads/in-segment.ts";
import { onlyInstalling, type StepRule } from "./step.ts";
import { enteredThere, inEachUserCluster } from "./user-cluster.ts";

/** Objects by which user clusters of a datacenter answer for the addresses of their workloads. */
export const workloadSegment: StepRule = rule({
  id: "runbook.workload-segment",
  title: "Step: addresses of the workloads",
  per: "datacenter",
  sources: ["metallb.l2", "metallb.pools"],
  derive: (read, datacenter) => {
    onlyInstalling(read);
    const block = read.rule(workloadsInSegment, datacenter);
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    const name = datacenterName(read, datacenter);
    const file = `workloads-${writtenDatacenter(read, datacenter)}.yaml`;
    return [
      {
        id: `step.workload-segment[${datacenter}]`,
        title: `Give workloads of ${name} their addresses`,
        text: `${inEachUserCluster(name)} ${clusterName(read, seed)}/${file} holds the objects of the table of settings: an IPAddressPool with ${tenantsPart(block, "the part of", "that is this tenant's alone")}, and an L2Advertisement of that pool. Afterwards a Service of type LoadBalancer has an address of it, which the last command prints, and a machine in ${block.segment} finds a worker behind it.`,
        commands: enteredThere(read, seed, file, "ipaddresspools,l2advertisements"),
        from: read.cell,
        why: `MetalLB of the catalogue comes without addresses: until each tenant enters a part of ${block.block}, Services of ${name} wait for theirs.`,
      },
    ];
  },
});
