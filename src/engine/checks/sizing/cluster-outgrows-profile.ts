import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { largeProfile, mediumProfile, smallProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { formatFigure } from "../../values/figures.ts";

/** User clusters with more nodes than the control plane they are planned with is meant for. */
export const clusterOutgrowsProfile = check({
  id: "sizing.cluster-outgrows-profile",
  title: "Control planes fit the nodes of user clusters",
  severity: "warning",
  per: "datacenter",
  sources: ["etcd.hardware", "kkp.scaling"],
  examine: (read, datacenter, report) => {
    const several = read.answer(sizing.plan.clusterSizes) === "several";
    const sizes = [
      ["small", infrastructure.datacenter.nodesPerCluster, smallProfile] as const,
      ...(several ? [["medium", sizing.datacenter.nodesPerMediumCluster, mediumProfile] as const, ["large", sizing.datacenter.nodesPerLargeCluster, largeProfile] as const] : []),
    ];
    for (const [size, question, profile] of sizes) {
      const nodes = read.optional(question, datacenter);
      const most = read.fact(profile).nodes;
      if (nodes === undefined || nodes <= most) continue;
      const path = read.path(question, datacenter);
      report({
        key: size,
        title: `User clusters of ${datacenterName(read, datacenter)} outgrow a ${size} control plane`,
        message: `Each ${size} user cluster is to have ${formatFigure(nodes)} nodes; its control plane is planned for about ${formatFigure(most)}, and API server and etcd get slow beyond.`,
        remedy: size === "large" ? "Divide the user clusters, or scale their control planes by hand and measure." : "Count them among the larger user clusters, so that Seed and volumes are sized for them.",
        answers: [path, read.path(sizing.plan.clusterSizes)],
      });
    }
  },
});
