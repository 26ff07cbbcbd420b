import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sharedLayout } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, userClustersOf } from "../../rules/basics/platform.ts";
import { formatFigure } from "../../values/figures.ts";

/** A master that shares its cluster with very many user clusters. */
export const sharedLarge = check({
  id: "sizing.shared-large",
  title: "A shared master and Seed stays small",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.add-seed"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) !== "master-and-seed") return;
    const clusters = read.rule(userClustersOf, cluster);
    const most = read.fact(sharedLayout);
    if (clusters <= most) return;
    const name = clusterName(read, cluster);
    report({
      title: `${name} is master and Seed of ${formatFigure(clusters)} user clusters`,
      message: `One cluster for both is meant for smaller setups; an overload by ${formatFigure(clusters)} control planes takes dashboard, API and login along. How many a Seed was tested with is published nowhere.`,
      remedy: "Give the master a cluster of its own, and spread user clusters over Seeds.",
      answers: [read.path(infrastructure.cluster.role, cluster)],
    });
  },
});
