import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { formatBlock } from "../../values/range.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { atCluster, folderOf, onlyInstalling, type StepRule } from "./step.ts";

/** The pool that gives user clusters of a datacenter their addresses. */
export const addressPools: StepRule = rule({
  id: "runbook.address-pools",
  title: "Step: address pool",
  per: "datacenter",
  sources: ["kkp.ipam"],
  derive: (read, datacenter) => {
    onlyInstalling(read);
    const { name: pool, block, share, type } = read.rule(ipamPool, datacenter);
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    const name = datacenterName(read, datacenter);
    return [
      {
        id: `step.address-pool[${datacenter}]`,
        title: `Create the address pool of ${name}`,
        text: `${clusterName(read, seed)}/ipam-pools.yaml cuts ${formatBlock(block)} into ${type === "range" ? "runs" : "blocks"} of ${share}. Turn on the MetalLB addon in the template of user clusters; a user cluster gets its share when it is created.`,
        commands: [atCluster(read, seed), `kubectl apply -f ${folderOf(read, seed)}/ipam-pools.yaml`, `kubectl get ipampools ${pool} -o yaml`],
        from: read.cell,
        why: `The pool must be called ${pool}, because the addon looks for that name; a later change deletes it and frees every allocation of ${name}.`,
      },
    ];
  },
});
