import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { clusterName, datacenterName, writtenDatacenter } from "../basics/platform.ts";
import { tenantsPart } from "../workloads/catalogue-block.ts";
import { workloadsInSegment } from "../workloads/in-segment.ts";
import { folderOf, onlyInstalling, type StepRule } from "./step.ts";
import { inUserCluster } from "./user-cluster.ts";

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
        text: `In each user cluster of ${name} that has MetalLB of the application catalogue, by its tenant or by you; USER_CLUSTER is the path of its kubeconfig, NAMESPACE that in which its MetalLB runs. ${clusterName(read, seed)}/${file} holds the objects of the table of settings: an IPAddressPool with ${tenantsPart(block, "the part of", "that is this tenant's alone")}, and an L2Advertisement of that pool. Afterwards a Service of type LoadBalancer has an address of it, which the last command prints, and a machine in ${block.segment} finds a worker behind it.`,
        commands: [
          ...inUserCluster,
          `kubectl -n "$NAMESPACE" apply -f ${folderOf(read, seed)}/${quote(file)}`,
          'kubectl -n "$NAMESPACE" get ipaddresspools,l2advertisements',
          "kubectl get services --all-namespaces --field-selector spec.type=LoadBalancer",
        ],
        from: read.cell,
        why: `MetalLB of the catalogue comes without addresses: until each tenant enters a part of ${block.block}, Services of ${name} wait for theirs.`,
      },
    ];
  },
});
