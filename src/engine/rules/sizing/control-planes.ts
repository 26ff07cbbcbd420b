import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { controlPlaneMachine } from "../../facts/sizing/machines.ts";
import { diskSpeeds } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { ControlPlaneSizing } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatFigure } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { figureOf } from "./figures.ts";

/** Which figures somebody planned otherwise than its medium class has them, as the end of a sentence. */
function ownOf(planned: { readonly cpu: number; readonly memory: number }, { cpu, memory }: { readonly cpu: number; readonly memory: number }): string {
  if (cpu === planned.cpu && memory === planned.memory) return "CPU, memory and speed of the disk are those of its medium class";
  if (memory === planned.memory) return "CPU is planned by you, memory and speed of the disk are those of its medium class";
  return `${cpu === planned.cpu ? "memory is planned by you, CPU and speed of the disk are those" : "CPU and memory are planned by you, the speed of the disk is that"} of its medium class`;
}

/** From which size on, in GiB, disks of control planes serve so many IOPS, where that hangs on it and no more can be ordered; sizes serve them from the smallest on otherwise. */
function fastFrom(read: Reader, cluster: string, iops: number): { readonly disk: string; readonly size: number } | undefined {
  const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const known = kubeone?.controlPlaneDisk?.speedOf === undefined ? undefined : diskSpeeds[kubeone.controlPlaneDisk.speedOf];
  const speed = known && read.fact(known);
  if (!speed || speed.order) return undefined;
  const slower = speed.steps.filter(([, served]) => served < iops).map(([upTo]) => upTo);
  return { disk: speed.disk, size: Math.max(0, ...slower) + 1 };
}

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
    const planned = read.fact(controlPlaneMachine);
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const { cpu, memory, disk: least, iops, bandwidth } = figureOf(read)(controlPlaneMachine);
    const fast = fastFrom(read, cluster, iops);
    const disk = Math.max(least, fast?.size ?? 0);
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
        why: `etcd of ${name} runs on them and ${survives === 0 ? "does not survive the loss of one" : `survives the loss of ${survives} of ${machines}`}; ${ownOf(planned, { cpu, memory })}.${fast && disk > least ? ` ${fast.disk} serves ${formatFigure(iops)} IOPS for long from ${formatFigure(fast.size)} GiB on.` : ""}`,
      },
    ];
  },
});
