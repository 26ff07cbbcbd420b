import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { cortexCapacity, expectedLoad, minimumServes } from "../../facts/monitoring-load.ts";
import { userClusterMlaRequests } from "../../facts/sizing/platform-requests.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, userClustersOf } from "../../rules/basics/platform.ts";
import { formatFigure } from "../../values/figures.ts";

/** Many user clusters on the documented minimum of the user-cluster MLA. */
export const minimumTooSmall = check({
  id: "monitoring.minimum-too-small",
  title: "The user-cluster MLA is sized for its user clusters",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.mla-user-cluster", "cortex.capacity"],
  examine: (read, cluster, report) => {
    if (!read.answer(monitoring.plan.userClusterMla)) return;
    if (read.answer(observability.plan.expectedLoad) !== "minimum") return;
    const clusters = read.rule(userClustersOf, cluster);
    if (clusters <= read.fact(minimumServes)) return;
    const { series } = read.fact(expectedLoad);
    const { ingesterGiB, replicas } = read.fact(cortexCapacity);
    const memory = ((clusters * series) / 1_000_000) * ingesterGiB * replicas;
    const path = read.path(observability.plan.expectedLoad);
    report({
      title: `The user-cluster MLA of ${clusterName(read, cluster)} is planned with its minimum`,
      message: `${formatFigure(userClusterMlaRequests.value.memory / 1024)} GiB are documented for several user clusters; ${formatFigure(clusters)} with ${formatFigure(series)} series each, a figure to be confirmed, would want ${formatFigure(memory)} GiB for the ingesters alone.`,
      remedy: "State the series and logs that user clusters send, and the plan computes memory, CPU and storage.",
      fixes: [{ title: "State the load of user clusters", set: [{ path, value: "stated" }] }],
      answers: [path],
    });
  },
});
