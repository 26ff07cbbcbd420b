import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { clustersBySize, release } from "../basics/platform.ts";
import { monitoringLoad } from "../monitoring/expected-load.ts";
import type { LoadInput } from "./load.ts";

/** What a platform cluster carries, as the formula wants it. */
export const clusterLoad = rule<LoadInput>({
  id: "sizing.load",
  title: "What the cluster carries",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    read.need(
      [infrastructure.cluster.role, cluster],
      [infrastructure.cluster.workerCpu, cluster],
      [infrastructure.cluster.workerMemory, cluster],
      [monitoring.plan.mla],
    );
    const role = read.answer(infrastructure.cluster.role, cluster);
    const master = role === "seed" ? {} : { master: read.rule(release).masterRequests };
    const mla = read.answer(monitoring.plan.mla);
    const velero = read.answer(backup.plan.further).includes("velero");
    if (role === "master") return { ...master, mla, velero };
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    const load = read.optionalRule(monitoringLoad, cluster);
    return {
      ...master,
      mla,
      ...(load ? { expectedLoad: { cpu: load.cpu, memory: load.memory } } : {}),
      velero,
      userClusterMla: read.answer(monitoring.plan.userClusterMla),
      userClusters: read.rule(clustersBySize, cluster),
      loadBalancerStrategy: read.rule(strategiesOf, cluster).includes("LoadBalancer"),
      metering: extras.includes("metering"),
      vpa: extras.includes("vpa"),
      kyverno: extras.includes("kyverno"),
      audit: extras.includes("audit"),
    };
  },
});
