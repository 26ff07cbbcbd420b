import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { nodeReserve, usablePercent } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { cortexPods } from "../../rules/monitoring/cortex-pods.ts";
import { figureOf } from "../../rules/sizing/figures.ts";
import { formatFigure } from "../../values/figures.ts";

const MIB = 1024;

/** Pods of Cortex that no worker has room for, were they as many as the charts run. */
export const cortexTooLarge = check({
  id: "monitoring.cortex-too-large",
  title: "Pods of Cortex fit on a worker",
  severity: "advice",
  per: "cluster",
  sources: ["cortex.capacity", "kkp.mla-user-cluster"],
  examine: (read, cluster, report) => {
    const name = clusterName(read, cluster);
    const figure = figureOf(read);
    for (const { part, title, of, charted, replicas, total, offered } of read.rule(cortexPods, cluster)) {
      if (total / charted <= offered) continue;
      const question = of === "memory" ? infrastructure.cluster.workerMemory : infrastructure.cluster.workerCpu;
      const machine = read.answer(question, cluster);
      const [size, unit] = of === "memory" ? [`${machine} GiB`, "MiB"] : [`${machine} vCPU`, "m"];
      const whole = Math.ceil((((total / charted) * 100) / figure(usablePercent) + figure(nodeReserve)[of]) / (of === "memory" ? MIB : 1000));
      const larger = of === "memory" ? `${whole} GiB` : `${whole} vCPU`;
      const orderable = question.schema.safeParse(whole).success;
      report({
        key: part,
        title: `${charted} ${title} of Cortex fit on no worker of ${name}`,
        message: `The chart runs ${charted}, and the stated load would take ${formatFigure(Math.ceil(total / charted))} ${unit} of each; a worker of ${size} is planned for ${formatFigure(offered)} ${unit}. The plan counts ${replicas} of them instead.`,
        remedy: `Keep cortex.${part}.replicas at ${replicas} as the settings have it${orderable ? `, or order workers of ${larger}` : ""}.`,
        fixes: orderable ? [{ title: `Use workers of ${larger}`, set: [{ path: read.path(question, cluster), value: whole }] }] : [],
        answers: [read.path(question, cluster)],
      });
    }
  },
});
