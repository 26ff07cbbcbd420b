import { infrastructure } from "../../answers/chapters/infrastructure.ts";
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
        why: survives === 0 ? `etcd of ${name} runs on them and does not survive the loss of one.` : `etcd of ${name} runs on them and survives the loss of ${survives} of ${machines}.`,
      },
    ];
  },
});
