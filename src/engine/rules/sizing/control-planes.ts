import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { controlPlaneMachine } from "../../facts/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import type { ControlPlaneSizing } from "../../plan/plan.ts";
import { clusterName } from "../basics/platform.ts";
import { figureOf } from "./figures.ts";

/** Control-plane machines of a platform cluster that KubeOne builds. */
export const controlPlaneSizing = rule<readonly ControlPlaneSizing[]>({
  id: "sizing.control-planes",
  title: "Control-plane machines",
  per: "cluster",
  sources: ["kubeone.infrastructure", "kkp.setup-checklist"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") {
      return read.notApplicable("The control plane of this cluster is there already or run by the provider.");
    }
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const { cpu, memory, disk, iops, bandwidth } = figureOf(read)(controlPlaneMachine);
    const survives = Math.floor((machines - 1) / 2);
    const name = clusterName(read, cluster);
    return [
      {
        id: `sizing.control-planes[${cluster}]`,
        cluster,
        machines,
        cpu,
        memory,
        disk,
        iops,
        bandwidth,
        from: read.cell,
        why: `etcd of ${name} runs on them and ${survives === 0 ? "does not survive the loss of one" : `survives the loss of ${survives} of ${machines}`}; ${read.answer(sizing.plan.planningValues) === "groundplan" ? "CPU, memory and speed of the disk are those of its medium class" : "CPU and memory are planned by you, the speed of the disk is that of its medium class"}.`,
      },
    ];
  },
});
