import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { nodeReserve } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { figureOf } from "../../rules/sizing/figures.ts";
import { carriesNothing } from "../../rules/sizing/machines.ts";
import { formatFigure } from "../../values/figures.ts";

/** Workers that keep all they have for themselves, so that no number of them carries the load. */
export const reserveTakesAll = check({
  id: "sizing.reserve-takes-all",
  title: "Workers have more than they keep for themselves",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    if (read.answer(sizing.plan.planningValues) !== "own") return;
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const figure = figureOf(read);
    if (!carriesNothing(machine, figure)) return;
    const reserve = figure(nodeReserve);
    report({
      title: `Workers of ${clusterName(read, cluster)} keep all they have for themselves`,
      message: `A worker of ${machine.vcpu} vCPU and ${machine.memory} GiB keeps ${formatFigure(reserve.cpu)} m and ${formatFigure(reserve.memory)} MiB for its system, which leaves nothing of one of them: no number of workers carries the load.`,
      remedy: "Keep less for the system, or take larger workers.",
      fixes: [{ title: "Take the planning values of Groundplan", set: [{ path: read.path(sizing.plan.planningValues), value: "groundplan" }] }],
      answers: [read.path(sizing.plan.planningValues), read.path(infrastructure.cluster.workerCpu, cluster), read.path(infrastructure.cluster.workerMemory, cluster)],
    });
  },
});
