import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, datacentersOf, userClustersOf } from "../../rules/basics/platform.ts";

/** A Seed that is sized for no user cluster at all. */
export const noUserClusters = check({
  id: "sizing.no-user-clusters",
  title: "Seeds are sized for user clusters",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    if (read.rule(userClustersOf, cluster) > 0) return;
    const name = clusterName(read, cluster);
    const datacenters = read.rule(datacentersOf, cluster);
    report({
      title: `No user cluster is planned on ${name}`,
      message: datacenters.length === 0 ? `No datacenter belongs to ${name}, so its workers and volumes are sized for none.` : `Its datacenters expect 0 user clusters, so workers and volumes of ${name} are sized for none.`,
      remedy: datacenters.length === 0 ? `Add a datacenter that ${name} serves.` : "State how many user clusters are expected.",
      answers: datacenters.map((datacenter) => read.path(infrastructure.datacenter.smallClusters, datacenter)),
    });
  },
});
