import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule } from "../../kernel/rule.ts";
import { datacenterName } from "../basics/platform.ts";
import { guardedWorkloads, workloadPortsTitle } from "../workloads/ports.ts";
import { onlyInstalling, type StepRule } from "./step.ts";

/** What ports of workers need before they announce an address of their workloads. */
export const workloadPorts: StepRule = rule({
  id: "runbook.workload-ports",
  title: "Step: ports of workers",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    onlyInstalling(read);
    const { guard } = guardedWorkloads(read, datacenter);
    const block = read.maybe(loadBalancer.datacenter.workloadBlock, datacenter);
    const shown = block.kind === "known" ? block.value : "the block for workloads";
    return [
      {
        id: `step.workload-ports[${datacenter}]`,
        title: workloadPortsTitle(read, datacenter),
        text: `For each user cluster of ${datacenterName(read, datacenter)} that has Services of type LoadBalancer, before the first of them is created and again with each worker that comes or is replaced: its tenant, or whoever the checklist names. ${guard.userWorkers.replaceAll("{block}", shown)} USER_CLUSTER is the path of its kubeconfig, and the last command prints its workers with their addresses. Afterwards ${guard.seen} ${shown} on those of its workers.`,
        commands: [': "${USER_CLUSTER:?path of the kubeconfig of the user cluster}"', 'export KUBECONFIG="$USER_CLUSTER"', "kubectl get nodes -o wide"],
        from: read.cell,
        why: `${guard.why} ${guard.later}`,
      },
    ];
  },
});
